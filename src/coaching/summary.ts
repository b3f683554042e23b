import { type Session, type Standing } from './coach';
import { type Step, type Value } from './flow';
import { entriesOf, type Given } from './session';

/** One response in a summary. */
export interface Block {
  readonly label: string;
  readonly private: boolean;
  readonly words: readonly string[];
  /** Of a list: each entry with what was said of it, and the label of the choice that fell on it. */
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly words: string;
  readonly notes: readonly { readonly label: string; readonly words: string }[];
  readonly chosen?: string;
}

/** What the person has given on her way, in the order of the cards; what she left empty is left out. */
export function summaryOf({ state }: Standing): Block[] {
  const steps = state.path.flatMap((card) => card.steps);
  const given = (step: Step): Value => state.responses.get(step.id)?.value ?? null;
  /** What falls on a list's entries stands beside them. */
  const beside = (list: Step) => steps.filter((step) => 'each' in step && step.each === list.id);
  const values = new Map(steps.map((step) => [step.id, given(step)]));

  return steps.flatMap((step): Block[] => {
    const response = state.responses.get(step.id);
    if (step.kind === 'message' || !response || response.words.length === 0) return [];
    const block = { label: step.label, private: step.private, words: response.words, entries: [] };
    if ('each' in step && step.each) {
      const onEntry =
        step.kind === 'text' || Object.keys(entriesOf(step.each, values)).some((slot) => slot === given(step));
      return onEntry ? [] : [block];
    }
    if (step.kind !== 'list') return [block];
    const entries = Object.entries(entriesOf(step.id, values)).map(([slot, words]) => ({
      words,
      notes: beside(step).flatMap((other) => {
        const note = other.kind === 'text' ? entriesOf(other.id, values)[slot] : undefined;
        return note ? [{ label: other.label, words: note }] : [];
      }),
      chosen: beside(step).find((other) => other.kind === 'choice' && given(other) === slot)?.label,
    }));
    return [{ ...block, words: [], entries }];
  });
}

/** Something given that no longer counts. */
export interface Earlier {
  readonly asked: string;
  readonly words: readonly string[];
  /** ISO time in UTC. */
  readonly givenAt: string;
}

/**
 * All that was given and that the summary does not show, newest first: earlier wordings, another way taken, steps that the
 * flow has lost. Nothing that a person has given is out of her reach.
 */
export function earlierOf(session: Session, standing?: Standing): Earlier[] {
  const onPath = new Set(standing?.state.path.flatMap(({ steps }) => steps.map(({ id }) => id)));
  const isShown = (step: string, { words }: Given) =>
    onPath.has(step) && same(standing?.state.responses.get(step)?.words, words);
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
