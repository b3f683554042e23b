import { together, type Released, type Table } from './release';

/** A step whose answers are counted, and what its options are called, in their order. */
export interface Question {
  readonly id: string;
  readonly ask: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** How a group answered one question. */
export interface Row {
  readonly question: string;
  readonly options: readonly { readonly label: string; readonly count: number; readonly percent: number }[];
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
 * What may be shown of what has been released. `sizes` tells how many in each group the campaign was sent to, `texts` what was
 * asked where people write.
 */
export function reportOf(
  released: Released,
  questions: readonly Question[],
  sizes: ReadonlyMap<string, number>,
  least: number,
  texts: readonly Pick<Question, 'id' | 'ask'>[] = [],
): Report {
  const shown = Object.keys(released.tables).sort((one, other) => one.localeCompare(other, 'sv'));
  const groups = shown.map((group) => sectionOf(group, released.tables[group]!, questions, sizes.get(group), least));
  const hidden = [...sizes.keys()].filter((group) => !shown.includes(group));
  const shared = texts.flatMap(({ id, ask }) => {
    const words = released.words && Object.hasOwn(released.words, id) ? released.words[id]! : [];
    return words.length ? [{ question: ask, words }] : [];
  });
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return {
    ...(groups.length || released.rest
      ? { together: sectionOf('', together(released), questions, hidden.length ? undefined : all, least) }
      : {}),
    groups,
    ...(released.rest && { rest: sectionOf('', released.rest, questions, undefined, least) }),
    ...(shared.length && { shared }),
    hidden: hidden.sort((one, other) => one.localeCompare(other, 'sv')),
  };
}

/** Where nearly everybody has answered, how many have would tell who has. */
function sectionOf(
  group: string,
  { people, counts }: Table,
  questions: readonly Question[],
  size: number | undefined,
  least: number,
): Section {
  const silent = size === undefined ? undefined : size - people;
  const isTold = silent === undefined || silent >= least;
  return {
    group,
    ...(isTold && { people }),
    ...(isTold && size !== undefined && { rate: percent(people, size) }),
    rows: questions.map(({ id, ask, options }) => ({
      question: ask,
      options: options.map((option) => {
        const count = counts[id]?.[option.id] ?? 0;
        return { label: option.label, count, percent: percent(count, people) };
      }),
    })),
  };
}

const percent = (part: number, whole: number): number => (whole ? Math.round((100 * part) / whole) : 0);
