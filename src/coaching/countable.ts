import { type Flow, type Options, type Step, type Value } from './flow';
import { titlesOf } from './stepText';
import { type Scale } from './ports';

/** Step id -> the chosen options, for the steps that can be counted. It never holds words. */
export type CountedValues = Readonly<Record<string, readonly string[]>>;

/** A step whose answers can be counted, and what its options are called, in their order. */
export interface CountableQuestion {
  readonly id: string;
  readonly ask: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** The steps of a flow that can be counted: choices, scales and checklists. */
export const countableQuestions = ({ cards }: Flow, scale: Scale): CountableQuestion[] =>
  cards
    .flatMap(({ steps }) => steps)
    .flatMap((step) => {
      const options = optionsOf(step, scale);
      return options
        ? [{ id: step.id, ask: step.ask, options: Object.entries(options).map(([id, label]) => ({ id, label })) }]
        : [];
    });

function optionsOf(step: Step, scale: Scale): Options | undefined {
  if (step.kind === 'scale') return titlesOf(step, scale);
  return step.kind === 'checklist' || (step.kind === 'choice' && !step.each) ? step.options : undefined;
}

/** The values of a person's responses that are counted, by the ids of the flow. Empty responses and all texts are left out. */
export function countedValues(flow: Flow, scale: Scale, valueOf: (step: string) => Value): CountedValues {
  const counted = countableQuestions(flow, scale).map(({ id, options }) => {
    const chosen = [valueOf(id) ?? []].flat();
    return [id, options.map((option) => option.id).filter((option) => chosen.includes(option))] as const;
  });
  return Object.fromEntries(counted);
}
