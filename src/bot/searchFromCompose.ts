import { allQuotes, type Answer } from '../knowledge/answer';
import { type Quote } from '../knowledge/ranking/quote';
import { quotesOf, type ListedTopic, type Topic } from '../knowledge/topics/topic';
import { type Flow } from '../coaching/flow';
import { fill, type Texts } from '../shared/texts';
import { longestQuestion } from './reply';

/** A hit that can be put into the message that a person is writing. */
export type ComposeHit =
  | { readonly kind: 'quote'; readonly quote: Quote }
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'guide'; readonly flow: Flow };

/** What the compose box shows: hits to choose one from, or a sentence that only the person who searches sees. */
export type ComposeAnswer =
  | { readonly kind: 'hits'; readonly hits: readonly ComposeHit[] }
  | { readonly kind: 'sentence'; readonly text: string };

/** What a search from the compose box needs from the rest of the service. */
export interface ComposeDeps {
  readonly texts: Texts;
  readonly hrContact: string;
  readonly ask: (question: string) => Promise<Answer>;
  readonly topics: () => readonly ListedTopic[];
  /** The guides of the list. What HR sends and the questions to reflect on are not among them. */
  readonly guides: readonly Flow[];
  readonly flowFor: (text: string) => { readonly flow: Flow; readonly exact: boolean } | undefined;
  readonly isConcern: (text: string) => Promise<boolean>;
}

/** Hits in one list: as many as a phone shows with a little scrolling. */
export const mostHits = 8;
/** Topics that are shown before anything is typed. */
const firstTopics = 6;

/**
 * Searches for a quotation for the compose box. The typed words are not stored, not even as an unanswered question. A concern
 * gets the fixed sentence and no quotation.
 */
export async function searchFromCompose(deps: ComposeDeps, typed: string): Promise<ComposeAnswer> {
  const { texts, hrContact } = deps;
  const text = typed.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  if (await deps.isConcern(text)) return { kind: 'sentence', text: concernSentence(deps) };
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'hits', hits: await topicsAhead(deps) };
  const question = text.slice(0, longestQuestion);
  // A guide that is named comes early in the list, because a topic may bring more quotations than the list can show.
  const [best, ...others] = hitsIn(await deps.ask(question));
  const hits = [...(best ? [best] : []), ...guideNamed(deps, question), ...others];
  const shown = unlike(hits).slice(0, mostHits);
  if (!shown.length) return { kind: 'sentence', text: fill(texts.none.lead, { hrContact }) };
  return { kind: 'hits', hits: shown };
}

/** The topics at the top of the list. Each is the topic that answers its own question. */
async function topicsAhead({ topics, ask }: ComposeDeps): Promise<ComposeHit[]> {
  const answers = await Promise.all(
    topics()
      .slice(0, firstTopics)
      .map(({ question }) => ask(question)),
  );
  return unlike(answers.flatMap((answer) => (answer.outcome === 'topic' ? [hitOf(answer.topic)] : [])));
}

/** Empty for a question about somebody whom no document names: what others do would be quoted as if it were theirs. */
function hitsIn(answer: Answer): ComposeHit[] {
  switch (answer.outcome) {
    case 'found':
      return allQuotes(answer).map((quote) => ({ kind: 'quote', quote }));
    case 'topic':
      return [hitOf(answer.topic), ...quotesIn(answer.topic), ...answer.next.map(hitOf)];
    case 'unsure': {
      if (answer.absent) return [];
      const { shown } = answer.near;
      return [
        ...answer.candidates.map((quote): ComposeHit => ({ kind: 'quote', quote })),
        ...(shown ? [hitOf(shown)] : []),
      ];
    }
    case 'none':
      return [];
  }
}

const hitOf = (topic: Topic): ComposeHit => ({ kind: 'topic', topic });

/** Each quotation of a topic on its own, because often one of them is what a person wants to pass on. */
const quotesIn = (topic: Topic): ComposeHit[] =>
  quotesOf(topic).map(({ passage, text }) => ({ kind: 'quote', quote: { passage, excerpt: text } }));

function guideNamed({ guides, flowFor }: ComposeDeps, text: string): ComposeHit[] {
  const named = flowFor(text)?.flow;
  return named && guides.includes(named) ? [{ kind: 'guide', flow: named }] : [];
}

/** The hits, each once, without topics that hold only our own words: they have nothing to quote. */
function unlike(all: readonly ComposeHit[]): ComposeHit[] {
  const hits = all.filter((hit) => hit.kind !== 'topic' || quotesOf(hit.topic).length > 0);
  const keyOf = (hit: ComposeHit): string =>
    hit.kind === 'quote' ? hit.quote.excerpt : hit.kind === 'topic' ? `topic ${hit.topic.id}` : `guide ${hit.flow.id}`;
  return [...new Map(hits.map((hit) => [keyOf(hit), hit])).values()];
}

function concernSentence({ texts: { concern }, hrContact }: ComposeDeps): string {
  const contacts = concern.contacts.map((contact) => fill(contact, { hrContact }));
  return [concern.danger, concern.life, concern.lead, ...contacts].join(' ');
}
