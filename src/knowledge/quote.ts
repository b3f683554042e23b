import { defines } from './cues';
import { type Lexicon } from './lexicon';
import { type Passage } from './passages';
import { type Question, type Term } from './question';
import { sentencesOf, type Span } from './sentences';
import { wordsOf } from './swedish';

/** Words of a passage that answer a question: a verbatim excerpt (whole sentences or list items) of its text. */
export interface Quote {
  readonly passage: Passage;
  /** Verbatim from passage.text, at most about 400 characters; equals passage.text when that is short. */
  readonly excerpt: string;
}

const longest = 400;
/** A passage that is only a little longer is not worth cutting. */
const short = 460;
/** Of two stretches with the same words, the one with most of them in one sentence answers more plainly. */
const worth = { sentence: 0.5, definition: 1 };

/** The run of whole sentences that holds most of the question. */
export function quote(lexicon: Lexicon, question: Question, passage: Passage): Quote {
  const { text } = passage;
  if (text.length <= short) return { passage, excerpt: text };
  const sentences = sentencesOf(text);
  const scored = sentences.map((span) => sentenceScore(lexicon, question, passage, text.slice(span.start, span.end)));
  let best = { start: 0, end: 0, score: -1 };
  sentences.forEach((first, from) => {
    if (isSubordinate(text, first)) return;
    const fitting = sentences.slice(from).filter((span, at) => at === 0 || span.end - first.start <= longest);
    const run = fitting.slice(0, 1 + fitting.findLastIndex((span, at) => at === 0 || !leadsIn(text, span)));
    const parts = scored.slice(from, from + run.length);
    const together = question.terms.reduce(
      (sum, term) => sum + term.weight * Math.max(0, ...parts.map(({ like }) => like.get(term) ?? 0)),
      0,
    );
    const score = together + Math.max(0, ...parts.map(({ value }) => value));
    if (score > best.score + 1e-9) best = { start: first.start, end: run.at(-1)?.end ?? first.end, score };
  });
  return { passage, excerpt: text.slice(best.start, best.end) };
}

function sentenceScore(lexicon: Lexicon, { terms, definitionOf }: Question, { heading }: Passage, sentence: string) {
  const words = wordsOf(sentence);
  const ids = words.flatMap((word) => lexicon.ids.get(word.stem) ?? []);
  const like = new Map<Term, number>(terms.map((term) => [term, Math.max(0, ...ids.map((id) => term.like[id] ?? 0))]));
  const cover = terms.reduce((sum, term) => sum + term.weight * (like.get(term) ?? 0), 0);
  const definition = definitionOf ? defines([words], heading, definitionOf) : 0;
  return { like, value: worth.sentence * cover + worth.definition * definition };
}

/** "Ex på hur:" leads in what would be cut off, so a quote does not end with it. */
const leadsIn = (text: string, { start, end }: Span) => text.slice(start, end).endsWith(':');

/** An item under another item means little without it. */
const isSubordinate = (text: string, span: Span) => /^ +-/.test(text.slice(text.lastIndexOf('\n', span.start) + 1));
