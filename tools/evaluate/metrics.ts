import { type Answer } from '../../src/knowledge/answer';

/** What the search made of one question. */
export interface Judged {
  readonly kind: string;
  readonly answerable: boolean;
  readonly outcome: Exclude<Answer['outcome'], 'topic'>;
  /** Place of the first right passage, from 1; undefined when none of those listed is right. */
  readonly rank?: number;
  /** Whether the words that were shown are the right ones; undefined where no answer was given, or gold names no words of its passage. */
  readonly isQuoted?: boolean;
}

/** Shares from 0 to 1; undefined where nothing was there to count. */
export interface Metrics {
  readonly questions: number;
  /** Of the answerable: a right passage comes first; among the first three. */
  readonly recallAt1?: number;
  readonly recallAt3?: number;
  /** Mean of 1/rank over the answerable. */
  readonly reciprocalRank?: number;
  /** Of the answerable: answered. */
  readonly found?: number;
  /** Of the answerable that were answered: with a right passage. */
  readonly precision?: number;
  /** Of the answers with a right passage whose right words are known: with these words. */
  readonly quoted?: number;
  /** Of the answerable: refused. */
  readonly refused?: number;
  /** Of the unanswerable: not answered, that is, unsure or refused; and those that were refused. */
  readonly notFound?: number;
  readonly none?: number;
}

export function measure(judged: readonly Judged[]): Metrics {
  const answerable = judged.filter((one) => one.answerable);
  const unanswerable = judged.filter((one) => !one.answerable);
  const found = answerable.filter((one) => one.outcome === 'found');
  return {
    questions: judged.length,
    recallAt1: share(answerable, (one) => one.rank === 1),
    recallAt3: share(answerable, (one) => one.rank !== undefined && one.rank <= 3),
    reciprocalRank: mean(answerable.map((one) => (one.rank === undefined ? 0 : 1 / one.rank))),
    found: share(answerable, (one) => one.outcome === 'found'),
    precision: share(found, (one) => one.rank === 1),
    quoted: share(
      found.filter((one) => one.isQuoted !== undefined),
      (one) => one.isQuoted === true,
    ),
    refused: share(answerable, (one) => one.outcome === 'none'),
    notFound: share(unanswerable, (one) => one.outcome !== 'found'),
    none: share(unanswerable, (one) => one.outcome === 'none'),
  };
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

const share = (judged: readonly Judged[], holds: (one: Judged) => boolean) =>
  mean(judged.map((one) => (holds(one) ? 1 : 0)));
