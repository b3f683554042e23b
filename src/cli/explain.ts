import { explainOutcome } from '../knowledge/coldStart/explainOutcome';
import { type Library } from '../knowledge/library';
import { type Texts } from '../shared/texts';

const decimals = (value: number) => value.toFixed(2).replace('.', ',');

/** What spoke for and against the passage or topic that decides, and what came of it, for who wonders why the bot answered as it did. */
export function explained({ explained: words }: Texts, library: Library, text: string): string {
  const { weights } = library.index.wording;
  const { asksFor, best, near, outcome, absent } = explainOutcome(library, text);
  const asked = `Frågetyp: ${asksFor.map((kind) => words.asksFor[kind]).join(', ') || 'ingen särskild'}`;
  if (!best) return `${asked}\nUtfall: ${words.outcomes.none}. ${words.nothing}`;
  const { thresholds } = weights;
  return [
    asked,
    `Stycke: ${best.passage.id}`,
    row('', 'värde', 'tillägg'),
    ...best.grounds.map(({ kind, value, added }) => row(words.grounds[kind], decimals(value), signed(added))),
    row('utgångsläge', '', signed(weights.confidence.constant)),
    `Säkerhet: ${decimals(best.confidence)} (svar från ${decimals(thresholds.found)}, inget svar under ${decimals(thresholds.unsure)})`,
    ...(best.isNeverFound ? [words.neverFound] : []),
    ...near.map(({ topic, confidence }) => row(`Ämne: ${topic}`, decimals(confidence), '')),
    `Utfall: ${words.outcomes[outcome]}${absent.length > 0 ? `, nämns inte: ${absent.join(', ')}` : ''}`,
  ].join('\n');
}

const row = (name: string, value: string, worth: string) =>
  `  ${name.padEnd(42)}${value.padStart(8)}${worth.padStart(9)}`;

const signed = (worth: number) => `${worth < 0 ? '−' : '+'}${decimals(Math.abs(worth))}`;
