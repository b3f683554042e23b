import { asText, isJson, type Json } from '../localTeams/activity';
import { partsOf } from '../localTeams/inputs';
import { chanceOf, drawn } from './chance';
import { type Answers } from './readDemo';

/** Who answers, and for which time this question. */
export interface Answering {
  readonly name: string;
  readonly unit: string;
  /** The person's place among all managers, so that no two write the same. */
  readonly place: number;
  readonly nth: number;
  readonly today: string;
}

/** The share of people who let HR read what they have written. */
const sharing = 0.8;

/** Field -> what this person would enter, for every field of a card: always the same for the same person, field and time. */
export const fillCard = (card: Json, by: Answering, answers: Answers): Record<string, string> =>
  Object.fromEntries(partsOf(card, 'Input.').map((input) => [asText(input.id), fill(input, by, answers)]));

function fill(input: Json, { name, unit, place, nth, today }: Answering, { choices, leans, words }: Answers): string {
  const id = asText(input.id);
  const chance = chanceOf(name, id, nth);
  if (input.type === 'Input.Toggle') return chance < sharing ? asText(input.valueOn ?? 'true') : '';
  if (input.type === 'Input.Date') return today;
  if (input.type === 'Input.Number') return asText(input.min ?? 1);
  if (input.type !== 'Input.ChoiceSet') return words[(place + nth) % words.length]!.slice(0, lengthOf(input));
  const offered = (Array.isArray(input.choices) ? input.choices : []).filter(isJson).map(({ value }) => asText(value));
  const known = choices[id]?.[Math.min(nth, choices[id].length - 1)] ?? {};
  // A question that the file does not know gets any answer but the last, which is the one for people who do not want to
  // answer.
  const shares = Object.fromEntries(offered.map((one, at) => [one, known[one] ?? (at + 1 < offered.length ? 6 : 1)]));
  return drawn(shares, chance ** (1 - (leans[id]?.[unit] ?? 0)));
}

const lengthOf = ({ maxLength }: Json): number => (typeof maxLength === 'number' ? maxLength : Infinity);
