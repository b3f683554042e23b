import { totalOf, type PublishedResults, type Table } from './publish';

/** A step whose answers are counted, and what its options are called, in their order. */
export interface ReportQuestion {
  readonly id: string;
  readonly ask: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** How a group answered one question. */
export interface Row {
  readonly question: string;
  /** Percents of all; where people are not told there is no count, and percents are in steps of five. */
  readonly options: readonly { readonly label: string; readonly count?: number; readonly percent: number }[];
}

export interface Section {
  /** The group's name; "övriga" and all together have the caller's words. */
  readonly group: string;
  /** How many answered; undefined where that would tell of those who have not. */
  readonly people?: number;
  /** Whole percent of the group; undefined where it would tell of too few. */
  readonly rate?: number;
  readonly rows: readonly Row[];
}

/** What HR sees of one occurrence. */
export interface Report {
  readonly together?: Section;
  readonly groups: readonly Section[];
  readonly rest?: Section;
  /** What people share without their names, of all groups together; without it where nothing may be read. */
  readonly shared?: readonly { readonly question: string; readonly words: readonly string[] }[];
  /** Groups of which nothing is shown, by name. How many have answered in them is not told. */
  readonly hidden: readonly string[];
}

/**
 * What may be shown of what has been published. `sizes` tells how many in each group the campaign was sent to, `texts` what was
 * asked where people write.
 */
export function reportOf(
  published: PublishedResults,
  questions: readonly ReportQuestion[],
  sizes: ReadonlyMap<string, number>,
  least: number,
  texts: readonly Pick<ReportQuestion, 'id' | 'ask'>[] = [],
): Report {
  const groupNames = Object.keys(published.tables).sort((one, other) => one.localeCompare(other, 'sv'));
  const hidden = [...sizes.keys()].filter((group) => !groupNames.includes(group));
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const { tables, rest } = published;
  const counted = groupNames.reduce((sum, group) => sum + tables[group]!.people, 0);
  // Where few are left who have not answered, the number of those who have would tell who they are.
  const mayShowCount = (people: number, size: number | undefined) => size === undefined || size - people >= least;

  const groups = groupNames.map((group) => {
    const size = sizes.get(group);
    return sectionOf(group, tables[group]!, questions, mayShowCount(tables[group]!.people, size), size);
  });
  // Those of the rest may be anybody who stands in no group that is shown.
  const restShowsCount = !rest || mayShowCount(rest.people, sizes.size ? all - counted : undefined);
  const total = totalOf(published);
  // Whoever knows all groups but one, and their sum, knows that one too.
  const allShowCounts = restShowsCount && groups.every(({ people }) => people !== undefined);
  const totalShowsCount = allShowCounts && mayShowCount(total.people, sizes.size ? all : undefined);
  const shared = texts.flatMap(({ id, ask }) => {
    const words = published.words && Object.hasOwn(published.words, id) ? published.words[id]! : [];
    return words.length ? [{ question: ask, words }] : [];
  });
  return {
    ...((groups.length || rest) && {
      together: sectionOf('', total, questions, totalShowsCount, hidden.length || !sizes.size ? undefined : all),
    }),
    groups,
    ...(rest && { rest: sectionOf('', rest, questions, restShowsCount) }),
    ...(shared.length && { shared }),
    hidden: hidden.sort((one, other) => one.localeCompare(other, 'sv')),
  };
}

/** Counts add up to how many have answered: where that is not told there are rounded percents only. */
function sectionOf(
  group: string,
  { people, counts }: Table,
  questions: readonly ReportQuestion[],
  showsCount: boolean,
  size?: number,
): Section {
  return {
    group,
    ...(showsCount && { people }),
    ...(showsCount && size !== undefined && { rate: Math.round((100 * people) / size) }),
    rows: questions.map(({ id, ask, options }) => ({
      question: ask,
      options: options.map((option) => {
        const count = counts[id]?.[option.id] ?? 0;
        const percent = (100 * count) / people;
        return showsCount
          ? { label: option.label, count, percent: Math.round(percent) }
          : { label: option.label, percent: 5 * Math.round(percent / 5) };
      }),
    })),
  };
}
