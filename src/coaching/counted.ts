import { places, type Flow, type Value } from './flow';

/** Step id -> the options chosen, of the steps that can be counted. Words are never among them. */
export type Counted = Readonly<Record<string, readonly string[]>>;

/**
 * What of a person's responses is counted: choices, scales and checklists, by the ids that the flow has. What she left empty,
 * and every text, stays with her.
 */
export function countable({ cards }: Flow, valueOf: (step: string) => Value): Counted {
  const counted = cards
    .flatMap(({ steps }) => steps)
    .flatMap((step): [string, readonly string[]][] => {
      const known =
        step.kind === 'scale'
          ? places
          : step.kind === 'checklist' || (step.kind === 'choice' && !step.each)
            ? Object.keys(step.options)
            : undefined;
      if (!known) return [];
      const chosen = [valueOf(step.id) ?? []].flat().filter((option) => (known as readonly unknown[]).includes(option));
      return [[step.id, chosen as readonly string[]]];
    });
  return Object.fromEntries(counted);
}
