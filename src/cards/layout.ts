import path from 'node:path';
import { Template } from 'adaptivecards-templating';
import { readJsonFile } from '../shared/contentFile';

/** Reads a layout of cards/layouts/ once; the function that comes back fills it in. */
export function readLayout(cardsFolder: string, name: string): (data: object) => Record<string, unknown> {
  const template = new Template(readJsonFile(path.join(cardsFolder, 'layouts', `${name}.json`)));
  return (data) => template.expand({ $root: data }) as Record<string, unknown>;
}
