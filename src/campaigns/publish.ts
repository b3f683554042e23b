/** One person's answer as it is counted. */
export interface CountedAnswer {
  readonly group: string;
  readonly values: AnswerValues;
  /** Step id -> the words that the person lets HR read. */
  readonly shared: Readonly<Record<string, string>>;
}
/** Step id -> the options chosen, empty where the person skipped it. */
export type AnswerValues = Readonly<Record<string, readonly string[]>>;

/** Step id -> option -> how many chose it. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Figures that HR may see. */
export interface Table {
  /** How many answered, each perhaps not every step. */
  readonly people: number;
  readonly counts: Counts;
}

/** What HR sees of one run, once and for all. */
export interface PublishedResults {
  /** By group, of those in which enough have answered. */
  readonly tables: Readonly<Record<string, Table>>;
  /** All other groups together, where that is enough. */
  readonly rest?: Table;
  /** Step id -> words, in the order of the alphabet: any other would tell who came first. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

/** A group smaller than this would be no group. */
const smallest = 2;
/** People who must have shared words on a step before any are shown. */
const minSharers = 10;

/**
 * Returns how many people must have shared words in a campaign before any words are shown. `least` is the smallest group that the
 * campaign shows.
 */
export const leastSharing = (least: number): number => Math.max(minSharers, least);

/**
 * What is published of a run when its time is over, from all its answers. It is done once, and the answers are then destroyed. So
 * somebody who knows some of the answers learns only the sum of the other answers in the group. Groups in which fewer than `least`
 * have answered are shown together, or not at all.
 */
export function publishResults(answers: readonly CountedAnswer[], least: number): PublishedResults {
  if (!Number.isInteger(least) || least < smallest) throw new Error(`a group has at least ${smallest}, not ${least}`);
  const byGroup = new Map<string, CountedAnswer[]>();
  for (const answer of answers) {
    const own = byGroup.get(answer.group);
    if (own) own.push(answer);
    else byGroup.set(answer.group, [answer]);
  }
  const groups = [...byGroup].sort(([one], [other]) => (one < other ? -1 : 1));
  const shown = groups.filter(([, own]) => own.length >= least);
  const left = groups.filter(([, own]) => own.length < least).flatMap(([, own]) => own);
  const words = wordsOf(answers, leastSharing(least));
  return {
    tables: Object.fromEntries(shown.map(([group, own]) => [group, tableOf(own, least)])),
    ...(left.length >= least && { rest: tableOf(left, least) }),
    ...(Object.keys(words).length > 0 && { words }),
  };
}

/** All that is shown, added up: never the true sum, which would tell what is not shown. */
export function totalOf(published: PublishedResults): Table {
  const all = tablesOf(published);
  const counts: Record<string, Record<string, number>> = {};
  for (const table of all)
    for (const [step, options] of Object.entries(table.counts))
      for (const [option, count] of Object.entries(options)) {
        const sum = (counts[step] ??= {});
        sum[option] = (sum[option] ?? 0) + count;
      }
  return { people: all.reduce((sum, { people }) => sum + people, 0), counts };
}

/** All tables that are shown. */
export const tablesOf = ({ tables, rest }: PublishedResults): Table[] => [
  ...Object.values(tables),
  ...(rest ? [rest] : []),
];

/** A step that too few in a group have answered is left out of the group, and so out of every sum. */
function tableOf(answers: readonly CountedAnswer[], least: number): Table {
  const steps = [...new Set(answers.flatMap(({ values }) => Object.keys(values)))].sort();
  const counts: Record<string, Record<string, number>> = {};
  for (const step of steps) {
    const chosen = answers.map(({ values }) => values[step] ?? []).filter((options) => options.length > 0);
    if (chosen.length < least) continue;
    const sums: Record<string, number> = {};
    for (const option of chosen.flat().sort()) sums[option] = (sums[option] ?? 0) + 1;
    counts[step] = sums;
  }
  return { people: answers.length, counts };
}

/** Of all groups together, by step, where enough people share. */
function wordsOf(answers: readonly CountedAnswer[], enough: number): Record<string, string[]> {
  const steps = [...new Set(answers.flatMap(({ shared }) => Object.keys(shared)))].sort();
  return Object.fromEntries(
    steps
      .map(
        (step) =>
          [step, answers.flatMap(({ shared }) => (Object.hasOwn(shared, step) ? [shared[step]!] : []))] as const,
      )
      .filter(([, words]) => words.length >= enough)
      .map(([step, words]) => [step, [...words].sort(inAlphabet)]),
  );
}

const inAlphabet = (one: string, other: string): number => one.localeCompare(other, 'sv') || (one < other ? -1 : 1);
