import path from 'node:path';
import { Template } from 'adaptivecards-templating';
import { readJsonFile } from '../shared/contentFile';

/** Fills a layout of cards/layouts/ with its data. */
export type Layout = (data: object) => Record<string, unknown>;

/** Reads one layout by its name, and returns a function that fills it as often as needed. @throws {Explained} where it cannot be read */
function readLayout(cardsFolder: string, name: string): Layout {
  const content = readJsonFile(path.join(cardsFolder, 'layouts', `${name}.json`));
  // To parse the expressions of all layouts is a tenth of the time that a start takes.
  let template: Template | undefined;
  return (data) => (template ??= new Template(content)).expand({ $root: data }) as Record<string, unknown>;
}

/** Layouts: whole cards, one for each kind of reply that looks different; parts of a summary; what a person inserts into a message. */
const layoutNames = [
  'found',
  'topic',
  'topics',
  'unsure',
  'page',
  'step',
  'summary',
  'programme',
  'menu',
  'question',
  'dialogue',
  'feedback',
  'thanks',
  'files',
  'commitment',
  'summaryBlocks',
  'summaryTable',
  'summaryProfile',
  'summaryOthers',
  'inserted',
] as const;

/** All layouts by name. */
export type Layouts = Readonly<Record<(typeof layoutNames)[number], Layout>>;

/** Reads `layouts/` in a folder like cards/. @throws {Explained} that names the file which cannot be read */
export const readLayouts = (cardsFolder: string): Layouts =>
  Object.fromEntries(layoutNames.map((name) => [name, readLayout(cardsFolder, name)])) as unknown as Layouts;
