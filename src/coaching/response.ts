import { entriesOf, hasSlots, isPlace, optionsOf } from './session';
import { type Step, type Value } from './flow';

/**
 * Input id -> what the card sent. Values are strings, and empty ones are left out. For a list, and with `each`, the id is
 * `step_slot`.
 */
export type Inputs = Readonly<Record<string, string>>;

/** Why a response cannot be taken. */
export type Problem = 'missing' | 'tooFew' | 'tooLong' | 'notAnOption' | 'notADate' | 'past';

type Read = { readonly value: Value } | { readonly problem: Problem };

/** Returns the id of one field of a step that has several. @example inputId('alternativ', 'b') // 'alternativ_b' */
export const inputId = (step: string, slot: string): string => `${step}_${slot}`;

/**
 * Reads what the inputs say about one step. Returns the value (null for a step that may be left empty), or the problem. `answered`
 * holds the values of the steps before it, by step id. `today` is a local ISO date; dates must not be in the past. `before` is the
 * step's value until now.
 * @example readStep(choice, { vem: 'chef' }, new Map(), '2026-12-01') // { value: 'chef' }, or { problem: 'notAnOption' }
 */
export function readStep(
  step: Step,
  inputs: Inputs,
  answered: ReadonlyMap<string, Value>,
  today: string,
  before: Value = null,
): Read {
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
    case 'scene':
      return readScene(step, inputs, before);
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

/** The id of the field for the manager's own line in a scene. The lines themselves have the step's id. */
export const ownInput = (scene: string): string => inputId(scene, 'egen');
/** Returns the id of the field in which a person says which line of a scene is nearest to their own. */
export const nearestInput = (scene: string): string => inputId(scene, 'narmast');

/**
 * The manager compares an own line with the others before the rehearsal goes on. A line that has only been written is no answer
 * yet.
 */
function readScene(scene: Extract<Step, { kind: 'scene' }>, inputs: Inputs, before: Value): Read {
  const own = cleaned(inputs[ownInput(scene.id)]);
  const compared = hasSlots(before) ? before.own : undefined;
  const nearest = cleaned(inputs[nearestInput(scene.id)]);
  const line = own ? nearest : cleaned(inputs[scene.id]) || nearest;
  if (own.length > scene.max) return { problem: 'tooLong' };
  if (!line) return own && own !== compared ? { value: { own } } : { problem: 'missing' };
  if (!Object.hasOwn(scene.lines, line)) return { problem: 'notAnOption' };
  return { value: own ? { own, line } : { line } };
}

/** Every filled slot is kept, also that of an entry that has been removed, because an old card may hold more of them. */
function readSlots(step: Extract<Step, { kind: 'text' | 'list' }>, asked: readonly string[], inputs: Inputs): Read {
  const texts = filledSlots(step, inputs);
  const value = Object.fromEntries(texts);
  if (texts.some(([, text]) => text.length > step.max)) return { problem: 'tooLong' };
  if (step.optional && !texts.length) return { value: null };
  const enough =
    step.kind === 'list' ? texts.length >= step.least : step.optional || asked.every((slot) => slot in value);
  return enough ? { value } : { problem: 'tooFew' };
}

/** What a person has typed in a step, also where it is no valid response yet; null where nothing was typed. */
export function typedValue(step: Step, inputs: Inputs): Value {
  if (step.kind === 'list' || (step.kind === 'text' && step.each)) {
    const texts = filledSlots(step, inputs);
    return texts.length ? Object.fromEntries(texts) : null;
  }
  const one = cleaned(inputs[step.id]);
  if (step.kind === 'scene') {
    const [own, line] = [cleaned(inputs[ownInput(step.id)]), cleaned(inputs[nearestInput(step.id)]) || one];
    return own || line ? { ...(own && { own }), ...(line && { line }) } : null;
  }
  return step.kind === 'checklist' && one ? tickedIn(one) : one || null;
}

/** The inputs of a card that shows a value of a step: what `typedValue` reads as that value. */
export function inputsFor(step: Step, value: Value): Inputs {
  if (value === null) return {};
  if (typeof value === 'string') return { [step.id]: value };
  if (!hasSlots(value)) return { [step.id]: value.join(',') };
  const idOf = (slot: string) =>
    step.kind !== 'scene' ? inputId(step.id, slot) : slot === 'own' ? ownInput(step.id) : nearestInput(step.id);
  return Object.fromEntries(Object.entries(value).map(([slot, text]) => [idOf(slot), text]));
}

const tickedIn = (text: string): string[] => [...new Set(text.split(',').filter(Boolean))];

const filledSlots = ({ id }: Step, inputs: Inputs): (readonly [slot: string, text: string])[] =>
  slots.map((slot) => [slot, cleaned(inputs[inputId(id, slot)])] as const).filter(([, text]) => text);

/** The slots that a list can have, by name. */
const slots = ['1', '2', '3', '4', '5', '6'] as const;

/** Returns the names of the entries of a list, as many as the list may have. */
export const slotsOf = (list: { readonly most: number }): readonly string[] => slots.slice(0, list.most);

/**
 * A typed text as it is stored. Line breaks stay. Characters that no keyboard writes, and that a store may refuse, are removed.
 * U+2060 keeps "${" on a card from being a template.
 */
function cleaned(text = ''): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|\u2060/gu, '')
    .trim();
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
