import { tablesOf, totalOf, type PublishedResults, type Table } from './publish';

/** A step whose answers are counted, and what its options are called, in their order. */
export interface ReportQuestion {
  readonly id: string;
  readonly ask: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** How a group answered one question. */
export interface ReportRow {
  readonly question: string;
  /** Percents of all who answered in the group. */
  readonly options: readonly { readonly label: string; readonly count: number; readonly percent: number }[];
}

export interface Section {
  /** The group's name. The caller names the other groups and all together. */
  readonly group: string;
  /** How many answered. */
  readonly people: number;
  readonly rows: readonly ReportRow[];
}

/** What HR sees of one run. */
export interface Report {
  readonly together?: Section;
  readonly groups: readonly Section[];
  readonly rest?: Section;
  /** Words that people share without their names, of all groups together; undefined where HR may not read them. */
  readonly shared?: readonly { readonly question: string; readonly words: readonly string[] }[];
}

/**
 * A published result in the order in which it is shown. `texts` are the questions that people answered in words. A group's number
 * of recipients is not shown beside its number of answers: where few people have not answered, the two would tell who they are.
 */
export function reportOf(
  published: PublishedResults,
  questions: readonly ReportQuestion[],
  texts: readonly Pick<ReportQuestion, 'id' | 'ask'>[] = [],
): Report {
  const { tables, rest } = published;
  const sectionOf = (group: string, table: Table, peopleOf: (question: string) => number): Section => ({
    group,
    people: table.people,
    rows: questions.flatMap((question) => rowOf(question, table, peopleOf(question.id))),
  });
  const alone = (group: string, table: Table) => sectionOf(group, table, () => table.people);
  const groups = Object.keys(tables)
    .sort((one, other) => one.localeCompare(other, 'sv'))
    .map((group) => alone(group, tables[group]!));
  const shown = tablesOf(published);
  // People in the groups for which the question is shown.
  const askedOf = (question: string) =>
    shown.filter(({ counts }) => Object.hasOwn(counts, question)).reduce((sum, { people }) => sum + people, 0);
  const shared = texts.flatMap(({ id, ask }) => {
    const words = published.words && Object.hasOwn(published.words, id) ? published.words[id]! : [];
    return words.length ? [{ question: ask, words }] : [];
  });
  return {
    ...(shown.length > 0 && { together: sectionOf('', totalOf(published), askedOf) }),
    groups,
    ...(rest && { rest: alone('', rest) }),
    ...(shared.length && { shared }),
  };
}

/** Undefined where too few people have answered this question. */
function rowOf({ id, ask, options }: ReportQuestion, { counts }: Table, people: number): ReportRow[] {
  const chosen = Object.hasOwn(counts, id) ? counts[id]! : undefined;
  if (!chosen) return [];
  return [
    {
      question: ask,
      options: options.map((option) => {
        const count = chosen[option.id] ?? 0;
        return { label: option.label, count, percent: Math.round((100 * count) / people) };
      }),
    },
  ];
}
