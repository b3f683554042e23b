import { best, type Weighable } from './evidence';
import { likeness, stemsOf } from './likeness';
import { type FactType } from './factType';
import { type Question } from './question';
import { defines } from './questionType';
import { statedAmounts, statesRange, type Amount, type AmountKind } from './statedAmounts';
import { contradicts } from './stance';

/** What two documents disagree on when both answer a question. */
export type Disagreement = 'amount' | 'stance' | 'definition';

/** Which amounts answer which question. "När" is answered by a day, a time, or a time before something. */
const answering: Partial<Record<FactType, (kind: AmountKind) => boolean>> = {
  duration: (kind) => kind === 'hours' || kind === 'workingDays',
  frequency: (kind) => kind === 'timesAYear',
  share: (kind) => kind === 'share',
  money: (kind) => kind === 'kronor',
  number: (kind) => kind !== 'clock' && kind !== 'day' && kind !== 'timesAYear',
  date: (kind) => kind === 'day' || kind === 'clock' || kind === 'hours' || kind === 'workingDays',
};

/** Two sentences are about the same subject from this similarity of their content words (a cosine). */
const aboutTheSame = 0.35;
/** Both sentences must hold this share of the question before one can contradict the other. */
const heldForStance = 0.5;
/** Two definitions say the same from this similarity. */
const sameDefinition = 0.6;
const plainlyDefines = 0.6;
/** Amounts that differ by less than this share are the same: thirty days and a month. */
const sameAmount = 0.05;

/** A sentence of a passage, and how much of the question it holds. */
interface Sentence {
  readonly text: string;
  readonly held: number;
  readonly stems: ReadonlySet<string>;
  readonly at: number;
}

/**
 * Returns what two passages that answer the same question disagree on; undefined where they do not clearly disagree. It compares only
 * the sentences that answer, not the whole passages.
 */
export function disagreement(question: Question, one: Weighable, other: Weighable): Disagreement | undefined {
  const [first, second] = [sentencesFor(question, one), sentencesFor(question, other)];
  if (differInAmount(question, first, second)) return 'amount';
  if (differInStance(question, first, second)) return 'stance';
  return differInDefinition(question, [one, first], [other, second]) ? 'definition' : undefined;
}

/** The sentences of a passage, those first that hold most of the question. */
function sentencesFor({ terms }: Question, { passage, spans, sentences, words }: Weighable): Sentence[] {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return spans
    .map(({ start, end }, at) => ({
      text: passage.text.slice(start, end),
      held: terms.reduce((sum, term) => sum + term.weight * best(term, sentences[at] ?? []), 0) / total,
      stems: stemsOf((words[at] ?? []).filter(({ stop }) => !stop)),
      at,
    }))
    .sort((a, b) => b.held - a.held);
}

function differInAmount({ fact }: Question, first: readonly Sentence[], second: readonly Sentence[]): boolean {
  const isWanted = fact && answering[fact];
  // Another fact is asked for, so a number beside it is no answer.
  if (fact && !isWanted && fact !== 'which') return false;
  const told = (sentences: readonly Sentence[]) =>
    (isWanted ? sentences : sentences.slice(0, 1))
      .map((sentence) => ({
        sentence,
        amounts: statedAmounts(sentence.text).filter(({ kind }) => isWanted?.(kind) ?? true),
      }))
      .find(({ amounts }) => amounts.length > 0);
  const [one, other] = [told(first), told(second)];
  if (!one || !other) return false;
  if (!isWanted && likeness(one.sentence.stems, other.sentence.stems) < aboutTheSame) return false;
  return [...new Set(one.amounts.map(({ kind }) => kind))].some((kind) =>
    areApart(said(one.sentence.text, one.amounts, kind), said(other.sentence.text, other.amounts, kind)),
  );
}

/** What a sentence says in one kind of amount. `isRange`: also all amounts between the least and the most. */
interface Said {
  readonly amounts: readonly Amount[];
  readonly isRange: boolean;
}

const said = (text: string, amounts: readonly Amount[], kind: AmountKind): Said => ({
  amounts: amounts.filter((amount) => amount.kind === kind),
  isRange: statesRange(text),
});

/** Whether no amount of one sentence is among those of the other. "Minst två" and "högst fem" can both be true. */
function areApart(one: Said, other: Said): boolean {
  if (!one.amounts.length || !other.amounts.length) return false;
  const bounds = new Set([...one.amounts, ...other.amounts].map(({ bound }) => bound));
  if (bounds.has('least') && bounds.has('most')) return false;
  return !one.amounts.some(({ value }) => holds(other, value)) && !other.amounts.some(({ value }) => holds(one, value));
}

function holds({ amounts, isRange }: Said, value: number): boolean {
  const values = amounts.map((amount) => amount.value);
  const isWithin = isRange && value >= Math.min(...values) && value <= Math.max(...values);
  return isWithin || values.some((each) => Math.abs(each - value) <= sameAmount * Math.max(each, value));
}

function differInStance({ wantsYesOrNo }: Question, [one]: readonly Sentence[], [other]: readonly Sentence[]): boolean {
  if (!one || !other || !contradicts(one.text, other.text)) return false;
  const areAlike = likeness(one.stems, other.stems) >= aboutTheSame;
  return areAlike && (wantsYesOrNo || Math.min(one.held, other.held) >= heldForStance);
}

function differInDefinition(
  { definitionOf }: Question,
  [one, first]: readonly [Weighable, readonly Sentence[]],
  [other, second]: readonly [Weighable, readonly Sentence[]],
): boolean {
  if (!definitionOf) return false;
  const definition = ({ passage: { heading }, words }: Weighable, sentences: readonly Sentence[]) =>
    sentences.find(({ at }) => defines([words[at] ?? []], heading, definitionOf) >= plainlyDefines);
  const [a, b] = [definition(one, first), definition(other, second)];
  return a !== undefined && b !== undefined && likeness(a.stems, b.stems) < sameDefinition;
}
