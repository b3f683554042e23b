import { z } from 'zod';
import { type Actor } from '../campaigns/ports';
import { allQuotes, type Answer } from '../knowledge/answer';
import { misplacedAsked, withAsked } from '../knowledge/documents/asked';
import { passagesOf, type Passage } from '../knowledge/documents/passages';
import { Declined } from './declined';
import { changed, seenDocument } from './documentActs';
import { type DocumentVersion } from './documentPorts';
import { foundDocument, versionOf, writtenOf } from './documents';
import { type DocumentView, type PassageFindability } from './documentViews';
import { type HrService } from './hrService';
import { hrTexts } from '../shared/catalogues';

/** How many questions, and how many suggestions, of a document are asked at most, because each is a search. */
const mostAsked = 400;
const longestExcerpt = 300;

/** How many suggestions of a passage without questions are asked, to see whether its own words find it. */
const mostSuggested = 3;

/**
 * How each passage of a document is found by the questions that an editor has written for it. The passages that not even their
 * suggestions find come first, because managers' words find them least of all.
 * @throws {Declined} `notFound`, or `conflict` where somebody changes the document at this moment
 */
export async function findabilityOf(hr: HrService, id: string): Promise<PassageFindability[]> {
  const document = await foundDocument(hr, id);
  const version = await versionOf(hr, document);
  const isAnswering = document.live === 'published' && document.version === version.version;
  const found: { readonly passage: PassageFindability; readonly byOwnWords: number }[] = [];
  const placesIn = (most: number) => {
    let left = isAnswering ? most : 0;
    return (passage: Passage, questions: readonly string[]) => {
      const tried = questions.slice(0, left);
      left -= tried.length;
      return Promise.all(tried.map(async (question) => placeIn(await hr.library.ask(question), passage)));
    };
  };
  const [placesOfAsked, placesOfSuggested] = [placesIn(mostAsked), placesIn(mostAsked)];
  for (const passage of withAsked(passagesOf(writtenOf(id, version)), version.asked)) {
    const asked = passage.asked ?? [];
    const suggested = hr.library.suggest(passage).filter((question) => !version.dropped.includes(question));
    const places = await placesOfAsked(passage, asked);
    const ofSuggested = asked.length ? [] : await placesOfSuggested(passage, suggested.slice(0, mostSuggested));
    found.push({
      passage: {
        id: passage.id,
        heading: passage.heading.at(-1) ?? '',
        excerpt: passage.text.slice(0, longestExcerpt),
        isFound: isAnswering ? bestOf(places) : 'untried',
        asked,
        suggested,
      },
      byOwnWords: ofSuggested.filter((place) => place !== 'no').length,
    });
  }
  return found.sort((one, other) => one.byOwnWords - other.byOwnWords).map(({ passage }) => passage);
}

const bestOf = (places: readonly PassageFindability['isFound'][]): PassageFindability['isFound'] =>
  (['first', 'among three'] as const).find((place) => places.includes(place)) ?? 'no';

function placeIn(answer: Answer, { id }: Passage): PassageFindability['isFound'] {
  const shown = answer.outcome === 'found' ? allQuotes(answer) : answer.outcome === 'unsure' ? answer.candidates : [];
  const at = shown.findIndex(({ passage }) => passage.id === id);
  return at === 0 && answer.outcome === 'found' ? 'first' : at >= 0 && at < 3 ? 'among three' : 'no';
}

const questions = z.array(z.string().trim().min(1).max(200)).max(60);
const Asked = z.object({
  passage: z.string().max(200),
  accept: questions.default([]),
  drop: questions.default([]),
  revision: z.number().int(),
});

/**
 * Stores what people ask about a passage: questions that HR accepts, and those that HR drops.
 * `json` also holds the revision that the page showed.
 * @throws {Declined} `invalid`, `notFound` where there is no such document or passage, or `conflict` where somebody has changed
 * the document or another passage has the same text
 */
export async function saveAsked(hr: HrService, id: string, json: unknown, by: Actor): Promise<DocumentView> {
  const read = Asked.safeParse(json);
  if (!read.success) throw new Declined('invalid', hrTexts.documents.askedTooLong);
  const { passage: passageId, accept, drop, revision } = read.data;
  const document = await seenDocument(hr, id, revision);
  const inHand = await versionOf(hr, document);
  const passages = passagesOf(writtenOf(id, inHand));
  const passage = passages.find((one) => one.id === passageId);
  if (!passage) throw new Declined('notFound', hrTexts.gone.passage);
  const { live, version, draft, before } = document;
  return changed(hr, document, {
    by,
    act: 'askedDocument',
    next: { live, version, draft, before },
    put: [withQuestions(inHand, passages, passage, accept, drop)],
  });
}

function withQuestions(
  version: DocumentVersion,
  passages: readonly Passage[],
  passage: Passage,
  accept: readonly string[],
  drop: readonly string[],
): DocumentVersion {
  const own = version.asked.filter((one) => withAsked([passage], [one])[0]!.asked);
  const kept = new Set([...own.flatMap((one) => one.questions), ...accept]);
  for (const question of drop) kept.delete(question);
  const others = version.asked.filter((one) => !own.includes(one));
  const quote = kept.size ? quoteOf(passages, passage) : '';
  return {
    ...version,
    asked: kept.size ? [...others, { quote, questions: [...kept] }] : others,
    dropped: [...new Set([...version.dropped, ...drop])].filter((question) => !accept.includes(question)),
  };
}

/** The words of a passage that no other passage holds. @throws {Declined} `conflict` where there are none */
function quoteOf(passages: readonly Passage[], { text }: Passage): string {
  const longest = 200;
  const starts = [0, ...[...text.matchAll(/(?<=\s)\S/g)].map(({ index }) => index)];
  const words = starts
    .map((start) => text.slice(start, start + longest).trim())
    .find((quote) => quote && misplacedAsked(passages, [{ quote, questions: [] }]).length === 0);
  if (words) return words;
  throw new Declined('conflict', hrTexts.documents.sameText);
}
