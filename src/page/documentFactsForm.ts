import { type DocumentFacts } from '../hr/documentViews';
import { type Group } from '../hr/ports';
import { audienceWords } from './documentWords';

/** The facts, in the order of the form, and what each is called. */
export const factWords = {
  title: 'Titel',
  publisher: 'Utgivare',
  date: 'Datum (får vara tomt)',
  kind: 'Slag',
  weight: 'Tyngd',
  url: 'Länk till originalet (får vara tom)',
} as const;

export type WrittenFact = keyof typeof factWords;
export const writtenFacts = Object.keys(factWords) as readonly WrittenFact[];

/** The facts alone, of whatever holds them. */
export const factsIn = ({ title, publisher, date, kind, weight, url, audience }: DocumentFacts): DocumentFacts => ({
  title,
  publisher,
  date,
  kind,
  weight,
  url,
  audience,
});

const chosen = ({ audience }: DocumentFacts): string => (audience.kind === 'group' ? audience.group : '');

/** Whether both say the same. */
export const isSame = (one: DocumentFacts, other: DocumentFacts): boolean =>
  writtenFacts.every((fact) => one[fact] === other[fact]) &&
  one.audience.kind === other.audience.kind &&
  chosen(one) === chosen(other);

/** What differs between what is kept and what is written, one line each. */
export function differencesIn(kept: DocumentFacts, written: DocumentFacts, groups: readonly Group[]): string[] {
  const lines = writtenFacts
    .filter((fact) => kept[fact] !== written[fact])
    .map((fact) => difference(factWords[fact].replace(/ \(.*/, ''), kept[fact], written[fact]));
  const [before, after] = [audienceWords(kept.audience, groups), audienceWords(written.audience, groups)];
  return before === after ? lines : [...lines, difference('Får se det', before, after)];
}

const difference = (name: string, kept: string, written: string): string =>
  `${name}: ${said(kept)} är sparat, du har skrivit ${said(written)}.`;

const said = (value: string): string => (value ? `”${value}”` : 'inget');
