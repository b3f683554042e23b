import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './projectRoot';

/**
 * Reads a file of sentences in cards/. Each kind of reader has its own file. A file is read once, when the program is loaded,
 * because the checks of settings and content take their sentences at that time.
 * @throws {Error} that names the file where it cannot be read
 */
export function readCatalogue(name: string): unknown {
  const file = path.join(projectRoot, 'cards', name);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    // This sentence stands here because no catalogue can be read.
    throw new Error(`${file} går inte att läsa. Hämta tillbaka filen som den var.`, { cause });
  }
}

/** What editors of guides, topics, questions and documents read. A sentence that the file lacks is a type error. */
export const editorTexts = readCatalogue('editor.sv.json') as typeof import('../../cards/editor.sv.json');

/** What the operator of the service reads: settings, database, keys, start. */
export const operatorTexts = readCatalogue('operator.sv.json') as typeof import('../../cards/operator.sv.json');

/**
 * What HR reads from the service: answers of the API, sheets, the page of results. HR's page has hr-page.sv.json. The part `shared`
 * holds the words that HR's page, the API and the command line have in common.
 */
export const hrTexts = readCatalogue('hr.sv.json') as typeof import('../../cards/hr.sv.json');
