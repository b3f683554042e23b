import { type DocumentFacts } from '../hr/documentViews';
import { type Group } from '../hr/ports';
import { audienceWords } from './documentWords';
import { fill, texts } from './texts';

/** The facts, in the order of the form, and what each is called. */
export const factWords = texts.documentFacts.fields;

export type WrittenFact = keyof typeof factWords;
export const writtenFacts = Object.keys(factWords) as readonly WrittenFact[];

/** The facts out of an object that holds more. */
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

/** Whether two documents have the same facts. */
export const isSame = (one: DocumentFacts, other: DocumentFacts): boolean =>
  writtenFacts.every((fact) => one[fact] === other[fact]) &&
  one.audience.kind === other.audience.kind &&
  chosen(one) === chosen(other);

/** What differs between the stored facts and the form, one line each. */
export function differencesIn(kept: DocumentFacts, written: DocumentFacts, groups: readonly Group[]): string[] {
  const lines = writtenFacts
    .filter((fact) => kept[fact] !== written[fact])
    .map((fact) => difference(factWords[fact].replace(/ \(.*/, ''), kept[fact], written[fact]));
  const [before, after] = [audienceWords(kept.audience, groups), audienceWords(written.audience, groups)];
  return before === after ? lines : [...lines, difference(texts.documentFacts.audienceName, before, after)];
}

const difference = (name: string, kept: string, written: string): string =>
  fill(texts.documentFacts.difference, { name, kept: said(kept), written: said(written) });

const said = (value: string): string => (value ? `”${value}”` : texts.documentFacts.nothing);
