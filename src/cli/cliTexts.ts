import { readCatalogue } from '../shared/catalogues';

/** What a person at the command line reads: cards/cli.sv.json. A sentence that code names but the file lacks is a type error. */
export const cliTexts = readCatalogue('cli.sv.json') as typeof import('../../cards/cli.sv.json');

/** Joins the lines of a text that the catalogue holds as a list. */
export const linesOf = (lines: readonly string[]): string => lines.join('\n');

/** A table of words that begin with a capital letter, as they are written within a line: { sent: 'Framme' } -> { sent: 'framme' }. */
export const withinALine = <K extends string>(words: Readonly<Record<K, string>>): Readonly<Record<K, string>> =>
  Object.fromEntries(
    Object.entries<string>(words).map(([key, word]) => [key, word.charAt(0).toLowerCase() + word.slice(1)]),
  ) as Record<K, string>;
