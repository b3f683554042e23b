import { readCatalogue } from '../shared/catalogues';

/** What a person at the command line reads: cards/cli.sv.json. A sentence that code names but the file lacks is a type error. */
export const cliTexts = readCatalogue('cli.sv.json') as typeof import('../../cards/cli.sv.json');

/** Joins the lines of a text that the catalogue holds as a list. */
export const linesOf = (lines: readonly string[]): string => lines.join('\n');
