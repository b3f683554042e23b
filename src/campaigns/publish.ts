/** One person's answer as it is counted: step id -> the options chosen, empty where she skipped it. */
export interface CountedAnswer {
  /** Names her within this campaign only. */
  readonly by: string;
  readonly group: string;
  readonly values: AnswerValues;
}
export type AnswerValues = Readonly<Record<string, readonly string[]>>;

/** Step id -> option -> how many chose it. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Figures that HR may see. */
export interface Table {
  readonly people: number;
  readonly counts: Counts;
}

/** What HR has been shown of one occurrence, and whose answers it was counted from: those never leave the store. */
export interface PublishedResults {
  /** By group; one that has not been shown is not here. */
  readonly tables: Readonly<Record<string, Table>>;
  /** What was left over in several groups at the close. */
  readonly rest?: Table;
  /** Step id -> the words that HR may read (sharedWords.ts), where there are any. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** Group -> who was counted -> what was counted of her. */
  readonly counted: Readonly<Record<string, Readonly<Record<string, AnswerValues>>>>;
  /** Group -> how many of those who were counted last are erased: nobody can tell whether they answer again. */
  readonly withdrawn?: Readonly<Record<string, number>>;
  /** After the close nothing moves. */
  readonly closed?: true;
}

export const nothingPublished: PublishedResults = { tables: {}, counted: {} };

/** A group smaller than this would be no group. */
const smallest = 2;

/**
 * What HR may see next. A group's table moves on only when at least `least` people in it have answered, or answered otherwise,
 * since it last did; who has erased her answer is left out then. So whatever is subtracted from whatever, at least `least`
 * people remain: the latest table in any such sum has as many answers that stand in no earlier one. At the close, those who
 * were never counted are shown together as one table if they are enough; else never. The same object comes back where nothing
 * may be shown.
 */
export function publishNext(
  before: PublishedResults,
  answers: readonly CountedAnswer[],
  least: number,
  closing: boolean,
): PublishedResults {
  if (!Number.isInteger(least) || least < smallest) throw new Error(`a group has at least ${smallest}, not ${least}`);
  if (before.closed) return before;
  const groups = [...new Set(answers.map(({ group }) => group))];
  const moved = groups.flatMap((group) => {
    const counted = new Map(Object.entries(before.counted[group] ?? {}));
    const now = answers.filter((answer) => answer.group === group);
    const fresh = now.filter(({ by, values }) => !isSame(counted.get(by), values));
    return fresh.length - withdrawnIn(before, group) >= least ? [[group, now] as const] : [];
  });
  const after: PublishedResults = moved.length
    ? {
        ...before,
        tables: { ...before.tables, ...Object.fromEntries(moved.map(([group, now]) => [group, tableOf(now)])) },
        counted: { ...before.counted, ...Object.fromEntries(moved.map(([group, now]) => [group, byPerson(now)])) },
        ...(before.withdrawn && { withdrawn: without(before.withdrawn, new Set(moved.map(([group]) => group))) }),
      }
    : before;
  if (!closing) return after;
  const left = answers.filter(({ by, group }) => !Object.hasOwn(after.counted[group] ?? {}, by));
  const withdrawn = Object.keys(after.withdrawn ?? {}).reduce((sum, group) => sum + withdrawnIn(after, group), 0);
  return left.length - withdrawn >= least ? { ...after, rest: tableOf(left) } : after;
}

/** Forgets what was counted of a person. Whoever is erased and answers again is not new: so many more must answer. */
export function withdraw(before: PublishedResults, by: string): PublishedResults {
  const groups = Object.keys(before.counted).filter((group) => Object.hasOwn(before.counted[group]!, by));
  if (!groups.length) return before;
  const counted = groups.map((group) => [group, without(before.counted[group]!, new Set([by]))] as const);
  const withdrawn = groups.map((group) => [group, withdrawnIn(before, group) + 1] as const);
  return {
    ...before,
    counted: { ...before.counted, ...Object.fromEntries(counted) },
    withdrawn: { ...before.withdrawn, ...Object.fromEntries(withdrawn) },
  };
}

const withdrawnIn = ({ withdrawn = {} }: PublishedResults, group: string): number =>
  Object.hasOwn(withdrawn, group) ? withdrawn[group]! : 0;

const without = <T>(all: Readonly<Record<string, T>>, keys: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => !keys.has(key)));

/** The close: what was counted from whom is forgotten, the figures remain. */
export const closeResults = ({ withdrawn, ...published }: PublishedResults): PublishedResults => ({
  ...published,
  counted: {},
  closed: true,
});

/** All that is shown, added up: never the true sum, which would tell what is not shown. */
export function totalOf({ tables, rest }: PublishedResults): Table {
  const all = [...Object.values(tables), ...(rest ? [rest] : [])];
  const counts: Record<string, Record<string, number>> = {};
  for (const table of all)
    for (const [step, options] of Object.entries(table.counts))
      for (const [option, count] of Object.entries(options)) {
        const sum = (counts[step] ??= {});
        sum[option] = (sum[option] ?? 0) + count;
      }
  return { people: all.reduce((sum, { people }) => sum + people, 0), counts };
}

function tableOf(answers: readonly CountedAnswer[]): Table {
  const counts: Record<string, Record<string, number>> = {};
  for (const { values } of answers)
    for (const [step, options] of Object.entries(values)) {
      const chosen = (counts[step] ??= {});
      for (const option of options) chosen[option] = (chosen[option] ?? 0) + 1;
    }
  return { people: answers.length, counts };
}

const byPerson = (answers: readonly CountedAnswer[]): Record<string, AnswerValues> =>
  Object.fromEntries(answers.map(({ by, values }) => [by, values]));

const isSame = (one: AnswerValues | undefined, other: AnswerValues): boolean =>
  one !== undefined && canonical(one) === canonical(other);
const canonical = (values: AnswerValues): string =>
  JSON.stringify(
    Object.entries(values)
      .map(([step, options]) => [step, [...options].sort()])
      .sort(),
  );
