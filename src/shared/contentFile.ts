import { readFileSync } from 'node:fs';
import { isCollection, parseDocument, visit, type Document } from 'yaml';
import { Explained } from './errors';
import { editorTexts } from './catalogues';
import { fill } from './fill';

/** The most characters of a YAML text, and the most brackets and bullets in it. Nobody nests deeper by hand. */
export const [longestYaml, mostNested] = [40_000, 400];

/**
 * Whether a YAML text is too long or too deeply nested. Some thousand levels would end the process, so this is tested before
 * parsing.
 */
export const isTooLarge = (text: string): boolean =>
  text.length > longestYaml || (text.match(/[[{]|[-?]\s/g) ?? []).length > mostNested;

/**
 * The positions (in characters) in a YAML text that cannot be used: errors, warnings, aliases, and lists or objects as names of
 * fields, which take minutes to read when they are nested.
 */
export function unusableIn(document: Document.Parsed): number[] {
  const places = [...document.errors, ...document.warnings].map(({ pos }) => pos[0]);
  visit(document, {
    Alias: (_key, { range }) => void places.push(range?.[0] ?? 0),
    Pair: (_key, { key }) => {
      if (isCollection(key)) places.push(key.range?.[0] ?? 0);
    },
  });
  return places;
}

/** The values of a YAML file. @throws {Error} in Swedish that names the file and the line, because HR edits it */
export function readYaml(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  const document = parseDocument(text);
  const [at] = unusableIn(document);
  if (at === undefined) return document.toJS();
  const line = text.slice(0, at).split('\n').length;
  throw new Explained(fill(editorTexts.files.yaml, { file, line }));
}

/** The values of a JSON file that people edit. @throws {Explained} that names the file and why it cannot be read */
export function readJsonFile(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = (error as Error).message.replace(/\s+/g, ' ');
    throw new Explained(fill(editorTexts.files.json, { file, why }), { cause: error });
  }
}
