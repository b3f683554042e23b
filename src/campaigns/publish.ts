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
  /** How many people answered. Not each of them answered every step. */
  readonly people: number;
  readonly counts: Counts;
}

/** What HR sees of one run. It never changes. */
export interface PublishedResults {
  /** The groups in which enough people have answered: group -> figures. */
  readonly tables: Readonly<Record<string, Table>>;
  /** All smaller groups together, where they are enough. */
  readonly rest?: Table;
  /** Step id -> words in alphabetical order, because any other order would tell who answered first. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

/** The smallest number of people that may be shown as a group. */
const smallest = 2;
/** People who must have shared words on a step before any are shown. */
const minSharers = 10;

/** How many answers are counted, or words sorted, between two pauses. */
const slice = 250;

/**
 * Returns how many people must have shared words in a campaign before any words are shown. `least` is the smallest group that the
 * campaign shows.
 */
export const leastSharing = (least: number): number => Math.max(minSharers, least);

/**
 * Returns what is published of a run when its answering time is over, from all its answers. This happens once, and then the
 * answers are destroyed. A person who knows some of the answers learns only the sum of the others in the group. Groups in which
 * fewer than `least` people have answered are shown together, or not at all.
 * @throws {Error} where `least` is smaller than allowed
 */
export function publishResults(answers: readonly CountedAnswer[], least: number): PublishedResults {
  const slices = publishInSlices(answers, least);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

/**
 * As publishResults, but pauses every few milliseconds so that the process can do other work.
 * @throws {Error} where `least` is smaller than allowed
 */
export function* publishInSlices(answers: readonly CountedAnswer[], least: number): Generator<void, PublishedResults> {
  if (!Number.isInteger(least) || least < smallest) throw new Error(`a group has at least ${smallest}, not ${least}`);
  const byGroup = new Map<string, CountedAnswer[]>();
  for (const [at, answer] of answers.entries()) {
    const own = byGroup.get(answer.group);
    if (own) own.push(answer);
    else byGroup.set(answer.group, [answer]);
    if (at % slice === slice - 1) yield;
  }
  const groups = [...byGroup].sort(([one], [other]) => (one < other ? -1 : 1));
  const tables: Record<string, Table> = {};
  const left: CountedAnswer[] = [];
  let counted = 0;
  for (const [group, own] of groups) {
    if (own.length < least) left.push(...own);
    else tables[group] = yield* tableOf(own, least);
    counted += own.length;
    if (counted < slice) continue;
    counted = 0;
    yield;
  }
  const rest = left.length >= least ? yield* tableOf(left, least) : undefined;
  const words = yield* wordsOf(answers, leastSharing(least));
  return { tables, ...(rest && { rest }), ...(Object.keys(words).length > 0 && { words }) };
}

/**
 * The sum of all tables that are shown. It is not the sum of all answers, because that would reveal the answers that are not
 * shown.
 */
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

/** All tables that are shown: one for each group, and the one for the small groups together. */
export const tablesOf = ({ tables, rest }: PublishedResults): Table[] => [
  ...Object.values(tables),
  ...(rest ? [rest] : []),
];

/** Removes a step that too few people in a group have answered from the group, and so from every sum. */
function* tableOf(answers: readonly CountedAnswer[], least: number): Generator<void, Table> {
  const steps = new Map<string, { people: number; readonly sums: Map<string, number> }>();
  for (const [at, { values }] of answers.entries()) {
    for (const [step, options] of Object.entries(values)) {
      if (!options.length) continue;
      const own = steps.get(step) ?? { people: 0, sums: new Map<string, number>() };
      own.people++;
      for (const option of options) own.sums.set(option, (own.sums.get(option) ?? 0) + 1);
      steps.set(step, own);
    }
    if (at % slice === slice - 1) yield;
  }
  const shown = [...steps]
    .filter(([, { people }]) => people >= least)
    .map(([step, { sums }]) => [step, Object.fromEntries(inOrder(sums))] as const);
  return { people: answers.length, counts: Object.fromEntries(inOrder(shown)) };
}

const inOrder = <T>(entries: Iterable<readonly [string, T]>) =>
  [...entries].sort(([one], [other]) => (one < other ? -1 : 1));

/** The shared words of all groups together, by step, where enough people share. */
function* wordsOf(
  answers: readonly CountedAnswer[],
  enough: number,
): Generator<void, Record<string, readonly string[]>> {
  const steps = new Map<string, string[]>();
  for (const [at, { shared }] of answers.entries()) {
    for (const [step, words] of Object.entries(shared)) {
      const own = steps.get(step);
      if (own) own.push(words);
      else steps.set(step, [words]);
    }
    if (at % slice === slice - 1) yield;
  }
  const shown: Record<string, readonly string[]> = {};
  for (const [step, words] of inOrder(steps)) if (words.length >= enough) shown[step] = yield* sorted(words);
  return shown;
}

/** Sorts words by the alphabet, with pauses: short runs are sorted, and two runs at a time are merged. */
function* sorted(words: readonly string[]): Generator<void, readonly string[]> {
  let runs: string[][] = [];
  for (let from = 0; from < words.length; from += slice) {
    runs.push(words.slice(from, from + slice).sort(inAlphabet));
    yield;
  }
  while (runs.length > 1) {
    const longer: string[][] = [];
    for (let at = 0; at < runs.length; at += 2) longer.push(yield* merged(runs[at]!, runs[at + 1] ?? []));
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged(one: readonly string[], other: readonly string[]): Generator<void, string[]> {
  const both: string[] = [];
  for (let left = 0, right = 0; left < one.length || right < other.length;) {
    const isLeft = right >= other.length || (left < one.length && inAlphabet(one[left]!, other[right]!) <= 0);
    both.push(isLeft ? one[left++]! : other[right++]!);
    if (both.length % (slice * 4) === 0) yield;
  }
  return both;
}

const alphabet = new Intl.Collator('sv');
const inAlphabet = (one: string, other: string): number =>
  one === other ? 0 : alphabet.compare(one, other) || (one < other ? -1 : 1);
