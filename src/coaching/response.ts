import { entriesOf, optionsOf, type Given } from './session';
import { type Card, places, type Step, type Value } from './flow';

/** Input id -> what the card sent: strings, empty ones left out. Of a list, and with `each`, the id is `step_slot`. */
export type Inputs = Readonly<Record<string, string>>;

/** Why a response is not taken. */
export type Problem = 'missing' | 'tooFew' | 'tooLong' | 'notAnOption' | 'notADate' | 'past';

type Read = { readonly value: Value } | { readonly problem: Problem };

export const inputId = (step: string, slot: string): string => `${step}_${slot}`;

/** What the inputs say to one step. `today` is an ISO date; dates lie ahead. */
export function readStep(step: Step, inputs: Inputs, answered: ReadonlyMap<string, Value>, today: string): Read {
  const one = cleaned(inputs[step.id]);
  const empty: Read = step.optional || step.kind === 'message' ? { value: null } : { problem: 'missing' };
  switch (step.kind) {
    case 'message':
      return empty;
    case 'text':
      if (step.each) return readSlots(step, Object.keys(entriesOf(step.each, answered)), inputs);
      return !one ? empty : one.length > step.max ? { problem: 'tooLong' } : { value: one };
    case 'choice':
      return !one ? empty : Object.hasOwn(optionsOf(step, answered), one) ? { value: one } : { problem: 'notAnOption' };
    case 'scale':
      return !one ? empty : places.some((place) => place === one) ? { value: one } : { problem: 'notAnOption' };
    case 'list':
      return readSlots(step, slotsOf(step), inputs);
    case 'date':
      if (!one) return empty;
      return !isDate(one) ? { problem: 'notADate' } : one < today ? { problem: 'past' } : { value: one };
    case 'checklist': {
      const ticked = one.split(',').filter(Boolean);
      if (!ticked.length) return empty;
      return ticked.every((option) => Object.hasOwn(step.options, option))
        ? { value: ticked }
        : { problem: 'notAnOption' };
    }
  }
}

function readSlots(step: Extract<Step, { kind: 'text' | 'list' }>, slots: readonly string[], inputs: Inputs): Read {
  const texts = slots
    .map((slot) => [slot, cleaned(inputs[inputId(step.id, slot)])] as const)
    .filter(([, text]) => text);
  if (texts.some(([, text]) => text.length > step.max)) return { problem: 'tooLong' };
  const needed = step.kind === 'list' ? step.least : slots.length;
  if (!texts.length && step.optional) return { value: null };
  return texts.length < needed && !step.optional ? { problem: 'tooFew' } : { value: Object.fromEntries(texts) };
}

/** What was typed, also where it is not a response yet: kept as a draft. */
export function draftOf(step: Step, inputs: Inputs): Value {
  const slots = Object.entries(inputs).filter(([id]) => id.startsWith(inputId(step.id, '')));
  if (slots.length) return Object.fromEntries(slots.map(([id, text]) => [id.slice(step.id.length + 1), cleaned(text)]));
  const one = cleaned(inputs[step.id]);
  return step.kind === 'checklist' ? one.split(',').filter(Boolean) : one || null;
}

export const slotsOf = (list: { readonly most: number }): string[] =>
  Array.from({ length: list.most }, (_, at) => String(at + 1));

/** Line breaks stay; what no keyboard writes, and a store may refuse, goes. U+2060 is what keeps "${" inert on a card. */
function cleaned(text = ''): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|\u2060/gu, '')
    .trim();
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
