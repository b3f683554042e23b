import { type Step, type Value } from './flow';
import { entriesOf, type StepInput, type FlowProgress } from './session';
import { type Session } from './ports';
import { type SessionState } from './guidance';

/** One response in a summary. */
export interface SummaryBlock {
  /** The step's id. */
  readonly step: string;
  readonly label: string;
  readonly private: boolean;
  /** HR may read it, without the person's name. */
  readonly shared: boolean;
  readonly words: readonly string[];
  /** For a list: each entry with what was said about it, and the labels of the choices that picked it. */
  readonly entries: readonly SummaryEntry[];
}

export interface SummaryEntry {
  readonly words: string;
  readonly notes: readonly { readonly label: string; readonly words: string; readonly private: boolean }[];
  readonly chosen: readonly string[];
}

/** What the person has written, in the order of the cards. Empty responses are left out. */
export function summaryOf({ state }: SessionState): SummaryBlock[] {
  const { steps, values, entries, places } = layOut(state);
  return steps.flatMap((step): SummaryBlock[] => {
    const response = state.responses.get(step.id);
    if (places.get(step.id) !== 'alone' || !response?.words.length) return [];
    const shared = !!response.shared && !response.draft;
    const block = {
      step: step.id,
      label: step.label,
      private: step.private,
      shared,
      words: response.words,
      entries: [],
    };
    const listed = Object.entries(entries(step.id));
    if (!listed.length) return [block];
    const others = steps.filter((other) => 'each' in other && other.each === step.id);
    const beside = listed.map(([slot, words]) => ({
      words,
      notes: others.flatMap((other) => {
        const note = other.kind === 'text' ? entriesOf(other.id, values)[slot] : undefined;
        return note ? [{ label: other.label, words: note, private: other.private }] : [];
      }),
      chosen: others.filter(({ kind, id }) => kind === 'choice' && values.get(id) === slot).map(({ label }) => label),
    }));
    return [{ ...block, words: [], entries: beside }];
  });
}

/** Where the summary shows a step's response: by itself, beside the entries that it is about, or not (or not all of it). */
type Place = 'alone' | 'beside' | 'nowhere';

function layOut({ path, responses }: FlowProgress) {
  const steps = path.flatMap((card) => card.steps);
  const values = new Map<string, Value>(steps.map(({ id }) => [id, responses.get(id)?.value ?? null]));
  const lists = new Set(steps.flatMap(({ kind, id }) => (kind === 'list' ? [id] : [])));
  const entries = (list: string) => (lists.has(list) ? entriesOf(list, values) : {});
  const placeOf = (step: Step): Place => {
    if (step.kind === 'message') return 'nowhere';
    if (!('each' in step && step.each)) return 'alone';
    const about = step.kind === 'text' ? Object.keys(entriesOf(step.id, values)) : [values.get(step.id)];
    const there = about.filter((slot) => Object.keys(entries(step.each!)).some((entry) => entry === slot)).length;
    // Where an entry was removed, what was said about it has no place either.
    return there === 0 ? 'alone' : there === about.length ? 'beside' : 'nowhere';
  };
  return { steps, values, entries, places: new Map(steps.map((step) => [step.id, placeOf(step)])) };
}

/** Something that the person wrote and that no longer counts. */
export interface Earlier {
  readonly asked: string;
  readonly words: readonly string[];
  /** ISO time in UTC. */
  readonly givenAt: string;
}

/**
 * Returns everything that a person gave in a session and that the summary does not show, newest first: earlier wordings, steps on
 * another path, steps that the flow no longer has. So the person can reach all that is stored.
 * `current` is the state after all moves; without it the whole session is returned.
 */
export function earlierOf(session: Session, current?: SessionState): Earlier[] {
  const places = current && layOut(current.state).places;
  const isShown = (step: string, { words }: StepInput) =>
    (places?.get(step) ?? 'nowhere') !== 'nowhere' && same(current?.state.responses.get(step)?.words, words);
  const all = [...session.moves].reverse().flatMap(({ given, madeAt }) =>
    Object.entries(given)
      .filter(([step, each]) => each.words.some(Boolean) && !isShown(step, each))
      .map(([, { asked, words }]) => ({ asked, words, givenAt: madeAt })),
  );
  return all.filter(
    (one, at) => all.findIndex((other) => other.asked === one.asked && same(other.words, one.words)) === at,
  );
}

const same = (one: readonly string[] | undefined, other: readonly string[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
