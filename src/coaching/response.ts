import { entriesOf, isPlace, optionsOf } from './session';
import { type Step, type Value } from './flow';

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
      return !one ? empty : isPlace(step, one) ? { value: one } : { problem: 'notAnOption' };
    case 'list':
      return readSlots(step, [], inputs);
    case 'date':
      if (!one) return empty;
      return !isDate(one) ? { problem: 'notADate' } : one < today ? { problem: 'past' } : { value: one };
    case 'checklist': {
      const ticked = tickedIn(one);
      if (!ticked.length) return empty;
      return ticked.every((option) => Object.hasOwn(step.options, option))
        ? { value: ticked }
        : { problem: 'notAnOption' };
    }
  }
}

/** Every slot that something stands in is kept, also of an entry that is gone: an old card may know more of them. */
function readSlots(step: Extract<Step, { kind: 'text' | 'list' }>, asked: readonly string[], inputs: Inputs): Read {
  const texts = filledSlots(step, inputs);
  const value = Object.fromEntries(texts);
  if (texts.some(([, text]) => text.length > step.max)) return { problem: 'tooLong' };
  if (step.optional && !texts.length) return { value: null };
  const enough =
    step.kind === 'list' ? texts.length >= step.least : step.optional || asked.every((slot) => slot in value);
  return enough ? { value } : { problem: 'tooFew' };
}

/** What was typed, also where it is not a response yet; null where nothing was. */
export function draftOf(step: Step, inputs: Inputs): Value {
  if (step.kind === 'list' || (step.kind === 'text' && step.each)) {
    const texts = filledSlots(step, inputs);
    return texts.length ? Object.fromEntries(texts) : null;
  }
  const one = cleaned(inputs[step.id]);
  return step.kind === 'checklist' && one ? tickedIn(one) : one || null;
}

const tickedIn = (text: string): string[] => [...new Set(text.split(',').filter(Boolean))];

const filledSlots = ({ id }: Step, inputs: Inputs): (readonly [slot: string, text: string])[] =>
  slots.map((slot) => [slot, cleaned(inputs[inputId(id, slot)])] as const).filter(([, text]) => text);

/** The entries that a list can have, by name. */
const slots = ['1', '2', '3', '4', '5', '6'] as const;

export const slotsOf = (list: { readonly most: number }): readonly string[] => slots.slice(0, list.most);

/** Line breaks stay; what no keyboard writes, and a store may refuse, goes. U+2060 is what keeps "${" inert on a card. */
function cleaned(text = ''): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|\u2060/gu, '')
    .trim();
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
