import { type FactType } from './factType';
import { type Grounds } from './grounds';
import { type Question } from './question';

/** A fact by the word that asks for it, or what a term means. */
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

/** So far from holding the fact that it is not there. */
const lacking = 0.5;

/** The fact that a question asks for and that a passage lacks, where it has a word that one would repeat ("hur många"), or asks what a term means. */
export function factAsked(
  { fact, definitionOf, wantsWay, words }: Question,
  { lacksFact, lacksDefinition }: Pick<Grounds, 'lacksFact' | 'lacksDefinition'>,
): FactAsked | undefined {
  if (!fact && definitionOf && !wantsWay && lacksDefinition >= lacking) return 'definition';
  if (!fact || lacksFact < lacking) return undefined;
  const said = words.map(({ folded }) => folded).join(' ');
  return asking.find(([, type, word]) => type === fact && word.test(said))?.[0];
}

/** "Vilka", "varför": many things answer those. */
export const asksForOneFact = ({ fact }: Question): boolean =>
  fact !== undefined && fact !== 'which' && fact !== 'reason';
