import { asText, isJson, type Json } from './activity';

/** A button's title, else its verb or id, in quotation marks. */
export const nameOf = (action: Json): string => `"${asText(action.title ?? action.verb ?? action.id)}"`;

/** Input id -> what a person entered. */
export type Entered = Readonly<Record<string, string>>;

/** Everything in a card of a type that begins so ('Action.', 'Input.'); what a button carries is not part of the card. */
export function partsOf(node: unknown, prefix: string): readonly Json[] {
  if (Array.isArray(node)) return node.flatMap((child) => partsOf(child, prefix));
  if (!isJson(node)) return [];
  const own = asText(node.type).startsWith(prefix) ? [node] : [];
  return Object.entries(node).reduce<readonly Json[]>(
    (found, [key, child]) => (key === 'data' || key === 'fallback' ? found : [...found, ...partsOf(child, prefix)]),
    own,
  );
}

/**
 * Input id -> what a card sends with this button: strings, empty ones left out, as the client does.
 * @throws {Error} where the button does not send an input that was entered, or the client would refuse a value
 */
export function submission(
  card: Json,
  action: Json,
  entered: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const inputs = action.associatedInputs === 'none' ? [] : partsOf(card, 'Input.');
  const unknown = Object.keys(entered).find((id) => !inputs.some((input) => input.id === id));
  if (unknown) throw new Error(`The card sends no input "${unknown}" with ${nameOf(action)}.`);
  const pairs = inputs.map((input): [string, string] => {
    const id = asText(input.id);
    const preset = input.value ?? (input.type === 'Input.Toggle' ? (input.valueOff ?? 'false') : '');
    const value = entered[id] ?? asText(preset);
    const wrong = inputObjection(input, value);
    if (wrong) throw new Error(`The client would not send "${id}": ${wrong}.`);
    return [id, value];
  });
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

/** Why a client would stop this value before sending it; undefined when it is fine. */
export function inputObjection(input: Json, value: string): string | undefined {
  if (value === '') return input.isRequired === true ? 'a value is required' : undefined;
  if (typeof input.maxLength === 'number' && value.length > input.maxLength)
    return `longer than ${input.maxLength} characters`;
  if (input.type === 'Input.ChoiceSet' && Array.isArray(input.choices)) {
    const allowed = input.choices.filter(isJson).map((choice) => asText(choice.value));
    const chosen = input.isMultiSelect === true ? value.split(',') : [value];
    const stranger = chosen.find((one) => !allowed.includes(one));
    if (stranger !== undefined) return `"${stranger}" is not among its choices`;
  }
  if (input.type === 'Input.Number' && Number.isNaN(Number(value))) return 'not a number';
  if (input.type === 'Input.Date' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'not a date (yyyy-mm-dd)';
  return undefined;
}
