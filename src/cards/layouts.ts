import path from 'node:path';
import { Template } from 'adaptivecards-templating';
import { readJsonFile } from '../shared/contentFile';

/** Fills a layout of cards/layouts/ with its data. */
export type Layout = (data: object) => Record<string, unknown>;

/**
 * Reads one layout by its name, and returns a function that fills it as often as needed.
 * @throws {Explained} where the file cannot be read
 */
export function readLayout(cardsFolder: string, name: string): Layout {
  const template = new Template(readJsonFile(path.join(cardsFolder, 'layouts', `${name}.json`)));
  return (data) => template.expand({ $root: data }) as Record<string, unknown>;
}

/** Layouts of whole cards, one for each kind of reply that looks different. */
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
] as const;

/** Reads the layouts of whole cards. */
export const readLayouts = (cardsFolder: string) =>
  Object.fromEntries(layoutNames.map((name) => [name, readLayout(cardsFolder, name)])) as Record<
    (typeof layoutNames)[number],
    Layout
  >;
