import { explainOutcome } from '../knowledge/coldStart/explainOutcome';
import { type Library } from '../knowledge/library';
import { type Texts } from '../shared/texts';
import { cliTexts } from './cliTexts';
import { fill } from '../shared/fill';

const { explain: texts } = cliTexts;

const decimals = (value: number) => value.toFixed(2).replace('.', ',');

/**
 * Explains an answer, for a person who wonders about it: what spoke for and against the best passage or topic, and what was
 * decided.
 */
export function explained({ explained: words }: Texts, library: Library, text: string): string {
  const { weights } = library.index.wording;
  const { asksFor, best, near, outcome, absent } = explainOutcome(library, text);
  const asked = fill(texts.kinds, { kinds: asksFor.map((kind) => words.asksFor[kind]).join(', ') || texts.noKind });
  if (!best) return `${asked}\n${fill(texts.outcome, { outcome: words.outcomes.none })}. ${words.nothing}`;
  const { thresholds } = weights;
  return [
    asked,
    fill(texts.passage, { passage: best.passage.id }),
    row('', texts.value, texts.worth),
    ...best.grounds.map(({ kind, value, added }) => row(words.grounds[kind], decimals(value), signed(added))),
    row(texts.start, '', signed(weights.confidence.constant)),
    fill(texts.confidence, {
      confidence: decimals(best.confidence),
      found: decimals(thresholds.found),
      unsure: decimals(thresholds.unsure),
    }),
    ...(best.isNeverFound ? [words.neverFound] : []),
    ...near.map(({ topic, confidence }) => row(fill(texts.topic, { topic }), decimals(confidence), '')),
    fill(absent.length > 0 ? texts.absent : texts.outcome, {
      outcome: words.outcomes[outcome],
      words: absent.join(', '),
    }),
  ].join('\n');
}

const row = (name: string, value: string, worth: string) =>
  `  ${name.padEnd(42)}${value.padStart(8)}${worth.padStart(9)}`;

const signed = (worth: number) => `${worth < 0 ? '−' : '+'}${decimals(Math.abs(worth))}`;
