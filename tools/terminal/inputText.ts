import { asText, isJson, type Json } from '../localTeams/activity';
import { inputObjection } from '../localTeams/inputs';
import { indented, type Lines, plain, wrap } from './layout';

export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** What one may choose between; empty where one writes freely. */
export function choicesOf(input: Json): readonly Choice[] {
  if (input.type === 'Input.Toggle')
    return [
      { title: input.label ? `Ja: ${plain(asText(input.title))}` : 'Ja', value: asText(input.valueOn ?? 'true') },
      { title: 'Nej', value: asText(input.valueOff ?? 'false') },
    ];
  if (input.type !== 'Input.ChoiceSet' || !Array.isArray(input.choices)) return [];
  return input.choices
    .filter(isJson)
    .map((choice) => ({ title: plain(asText(choice.title)), value: asText(choice.value) }));
}

/** What a field is called: its label, else its title, placeholder or id. */
export const labelOf = (input: Json): string =>
  asText(input.label) || asText(input.title) || asText(input.placeholder) || asText(input.id);

/** A field on the screen: its number, label, choices and what stands in it. */
export function inputText(input: Json, number: number, width: number): Lines {
  const needed = input.isRequired === true ? ' (måste fyllas i)' : '';
  const head = wrap(`Fält ${number}: ${plain(labelOf(input))}${needed}`, width);
  const value = asText(input.value);
  const choices = choicesOf(input);
  const chosen = value.split(',');
  const below = choices.length
    ? choices.flatMap(({ title, value: each }, at) =>
        wrap(`${at + 1}) ${title}${chosen.includes(each) ? ' (valt)' : ''}`, width - 3),
      )
    : wrap(value || '________', width - 3);
  return [...head, ...indented(below, '   ')];
}

/** How a field is asked for, in one line. */
export function promptOf(input: Json): string {
  const many = input.type === 'Input.ChoiceSet' && input.isMultiSelect === true;
  const how = choicesOf(input).length
    ? many
      ? 'siffror med komma emellan'
      : 'en siffra'
    : ((
        { 'Input.Date': 'datum: åååå-mm-dd', 'Input.Time': 'tid: tt:mm', 'Input.Number': 'ett tal' } as Record<
          string,
          string
        >
      )[asText(input.type)] ?? 'text');
  return `${plain(labelOf(input))} (${how}; Enter lämnar som det är)`;
}

/** What a person wrote -> the value that the client sends, or in Swedish why it cannot be used. */
export function enteredValue(input: Json, line: string): { readonly value: string } | { readonly problem: string } {
  const choices = choicesOf(input);
  const many = input.type === 'Input.ChoiceSet' && input.isMultiSelect === true;
  const words = choices.length ? (many ? line.split(/[,\s]+/).filter(Boolean) : [line.trim()]) : [];
  const chosen = words.map(
    (word) => choices[Number(word) - 1] ?? choices.find((c) => c.title.toLowerCase() === word.toLowerCase()),
  );
  if (chosen.includes(undefined)) return { problem: `Välj med en siffra från 1 till ${choices.length}.` };
  const value = choices.length ? chosen.map((choice) => choice?.value).join(',') : line.trim();
  if (typeof input.maxLength === 'number' && value.length > input.maxLength)
    return { problem: `Högst ${input.maxLength} tecken får plats.` };
  return inputObjection(input, value) ? { problem: 'Det går inte att tolka. Försök igen.' } : { value };
}
