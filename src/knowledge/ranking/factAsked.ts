import { type FactType } from './factType';
import { type Grounds } from './grounds';
import { type Question } from './question';

/** The kinds of fact, by the word that asks for each, and the question what a term means. */
export type FactAsked = 'definition' | 'who' | 'when' | 'where' | 'howMany' | 'howMuch' | 'howLong' | 'howOften';

const asking: readonly (readonly [FactAsked, FactType, RegExp])[] = [
  ['who', 'person', /\bvem\b/],
  ['who', 'name', /\bvem\b/],
  ['when', 'date', /\bnar\b/],
  ['where', 'place', /\b(var|vart)\b/],
  ['howMany', 'number', /\bhur manga\b/],
  ['howMuch', 'money', /\bhur (mycket|mkt)\b/],
  ['howMuch', 'number', /\bhur (mycket|mkt)\b/],
  ['howLong', 'duration', /\bhur lange\b/],
  ['howOften', 'frequency', /\bhur ofta\b/],
];

/** From this distance on, the passage does not hold the fact. */
const lacking = 0.5;

/**
 * The fact that a question asks for and that a passage lacks; undefined where there is none. Only facts with a question word that
 * the reply can repeat ("hur många") count, and the question what a term means.
 */
export function factAsked(
  { fact, definitionOf, wantsWay, words }: Question,
  { lacksFact, lacksDefinition }: Pick<Grounds, 'lacksFact' | 'lacksDefinition'>,
): FactAsked | undefined {
  if (!fact && definitionOf && !wantsWay && lacksDefinition >= lacking) return 'definition';
  if (!fact || lacksFact < lacking) return undefined;
  const said = words.map(({ folded }) => folded).join(' ');
  return asking.find(([, type, word]) => type === fact && word.test(said))?.[0];
}

/** Whether a question asks for a single fact. "Vilka" and "varför" do not: many things answer them. */
export const asksForOneFact = ({ fact }: Question): boolean =>
  fact !== undefined && fact !== 'which' && fact !== 'reason';
