import { z } from 'zod';
import { readYaml } from '../shared/contentFile';
import { Explained } from '../shared/errors';
import { rarity } from './text/background';
import { type Index } from './index/buildIndex';
import { type Passage } from './documents/passages';
import { search } from './search';
import { wordsOf } from './text/swedish';
import { decideOutcome } from './ranking/answerOutcome';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** A question to ask next, which the documents are known to answer. */
export interface FollowUp {
  readonly question: string;
  readonly passage: Passage;
  /** How much each of its stems says in these documents, from 0 to 1. */
  readonly tells: ReadonlyMap<string, number>;
}

/** Reads the list of questions that HR keeps. @throws {Error} in Swedish that names the file */
export function readFollowUps(file: string): string[] {
  const parsed = z.array(z.string().min(1).max(120)).safeParse(readYaml(file));
  if (!parsed.success) throw new Explained(fill(editorTexts.wordLists.followUps, { file }));
  return parsed.data;
}

/** The questions in the list that these documents answer. */
export function answeredFollowUps(index: Index, questions: readonly string[]): FollowUp[] {
  return questions.flatMap((question) => {
    const ranked = search(index, question, 1);
    const passage = ranked[0]?.passage;
    return passage && decideOutcome(index.wording.weights, ranked) === 'found'
      ? [{ question, passage, tells: tellsOf(index, question) }]
      : [];
  });
}

function tellsOf({ vocabulary: { lexicon, passages, holding } }: Index, question: string): Map<string, number> {
  const rarities = [...stemsOf(question)].map((stem) => {
    const id = lexicon.ids.get(stem);
    return [stem, id === undefined ? 0 : rarity(passages, holding[id] ?? 0)] as const;
  });
  return new Map(rarities);
}

const most = 3;
/** What the person asked says more about what comes next than the passage that answered. */
const askedWorth = 2;

/** Up to three questions that are near what was asked. Each is answered by a passage that is not shown yet. */
export function followUpsTo(candidates: readonly FollowUp[], question: string, shown: readonly Passage[]): string[] {
  const asked = stemsOf(question);
  const told = new Set(shown.flatMap((passage) => [...toldBy(passage)]));
  const nearness = ({ tells }: FollowUp) => {
    let sum = 0;
    for (const [stem, worth] of tells) sum += worth * (asked.has(stem) ? askedWorth : told.has(stem) ? 1 : 0);
    return sum / Math.sqrt(tells.size);
  };
  const seen = new Set(shown.map(({ id }) => id));
  return candidates
    .map((candidate) => ({ candidate, near: nearness(candidate) }))
    .filter(({ near }) => near > 0)
    .sort((one, other) => other.near - one.near)
    .filter(({ candidate }) => !seen.has(candidate.passage.id) && seen.add(candidate.passage.id))
    .slice(0, most)
    .map(({ candidate }) => candidate.question);
}

const stemsOf = (text: string) => new Set(wordsOf(text).flatMap((word) => (word.stop ? [] : [word.stem])));

/** The stems of a passage, computed when it is first shown. */
function toldBy(passage: Passage): ReadonlySet<string> {
  const stems = told.get(passage) ?? stemsOf([...passage.heading, passage.text].join('\n'));
  told.set(passage, stems);
  return stems;
}
const told = new WeakMap<Passage, ReadonlySet<string>>();
