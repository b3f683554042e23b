import { defines } from './questionType';
import { best, type Weighable } from './evidence';
import { type Passage } from '../documents/passages';
import { type Question, type Term } from './question';
import { type Span } from '../text/sentences';

/** Words of a passage that answer a question: a verbatim excerpt (whole sentences or list items) of its text. */
export interface Quote {
  readonly passage: Passage;
  /** Word for word from passage.text, as much as the length allows. */
  readonly excerpt: string;
}

/**
 * How long an excerpt may be, in characters: about `longest`, but a whole passage up to `whole`, where cutting would gain little.
 */
export interface QuoteLength {
  readonly longest: number;
  readonly whole: number;
}

const ofAnAnswer: QuoteLength = { longest: 400, whole: 520 };
/**
 * Of two stretches with the same words, the plainer one has most of them in one sentence; then the one at the beginning of its
 * list.
 */
const worth = { sentence: 0.5, definition: 1, wholeList: 0.15 };

/** The whole sentences in a row that hold most of the question, within the limits of length. */
export function quote(
  { terms, definitionOf }: Question,
  { passage, spans, sentences, words }: Weighable,
  { longest, whole } = ofAnAnswer,
): Quote {
  const { text, heading } = passage;
  if (text.length <= whole) return { passage, excerpt: text };
  const scored = sentences.map((ids, at) => {
    const like = terms.map((term) => best(term, ids));
    const definition = definitionOf ? defines([words[at] ?? []], heading, definitionOf) : 0;
    return { like, value: worth.sentence * weighed(terms, like) + worth.definition * definition };
  });
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  let chosen = { start: 0, end: 0, score: -Infinity };
  spans.forEach((first, from) => {
    if (isSubordinate(text, first)) return;
    const fitting = spans.slice(from).filter((span, at) => at === 0 || span.end - first.start <= longest);
    const run = fitting.slice(0, 1 + fitting.findLastIndex((span, at) => at === 0 || !leadsIn(text, span)));
    const parts = scored.slice(from, from + run.length);
    const together = terms.map((_, at) => Math.max(0, ...parts.map(({ like }) => like[at] ?? 0)));
    const cut = isWithinList(text, first) ? worth.wholeList * total : 0;
    const score = weighed(terms, together) + Math.max(0, ...parts.map(({ value }) => value)) - cut;
    if (score > chosen.score + 1e-9) chosen = { start: first.start, end: run.at(-1)?.end ?? first.end, score };
  });
  return { passage, excerpt: text.slice(chosen.start, chosen.end) };
}

const weighed = (terms: readonly Term[], values: readonly number[]): number =>
  terms.reduce((sum, { weight }, at) => sum + weight * (values[at] ?? 0), 0);

/** "Ex på hur:" introduces what would be cut off, so a quote does not end with it. */
const leadsIn = (text: string, { start, end }: Span) => text.slice(start, end).endsWith(':');

/** An item below another item means little without it. */
const isSubordinate = (text: string, span: Span) => /^ +-/.test(text.slice(text.lastIndexOf('\n', span.start) + 1));

/** Whether an item is not the first of its list, and so has the list's subject before it. */
const isWithinList = (text: string, { start }: Span) => {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.lastIndexOf('\n', line - 2) + 1;
  return /^ *- /.test(text.slice(line)) && line > 0 && /^ *- /.test(text.slice(before));
};
