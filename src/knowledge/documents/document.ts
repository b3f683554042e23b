import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDocument as composeYaml } from 'yaml';
import { z } from 'zod';
import { isTooLarge, longestYaml, mostNested, unusableIn } from '../../shared/contentFile';
import { Explained } from '../../shared/errors';
import { editorTexts } from '../../shared/catalogues';
import { fill } from '../../shared/fill';

const { documents: words } = editorTexts;

/** The facts about a public document: the front matter of its Markdown file in knowledge/. */
export interface KnowledgeDocument {
  /** The file's name without `.md`; stable, used in passage ids. */
  readonly id: string;
  readonly title: string;
  /** Who stands behind the text, e.g. "Region Skåne". */
  readonly publisher: string;
  /** Names people use for the publisher or the document ("Skåne", "RJH", "motionen"); searched, never shown. */
  readonly aliases: readonly string[];
  /** ISO date, year and month or year, as precisely as the source says; undefined when the source is undated. */
  readonly date?: string;
  /** The kind of document, such as "Motionssvar". */
  readonly kind: string;
  /** How much the text weighs, in the reader's words, e.g. "Motion: förslag, inte beslut". */
  readonly weight: string;
  /** The weight of quoted speech inside the document when it differs, e.g. "Intervjuröst". */
  readonly quoteWeight?: string;
  /** The publisher's own https address of it; undefined where it is not known. Safe in Markdown and HTML. */
  readonly url?: string;
  /** The id of the group whose members may find, cite and open it; undefined where everyone may. */
  readonly group?: string;
  /** The source file that the text is compared with, in knowledge/sources/. */
  readonly source: string;
}

/** A document as we keep it. */
export interface WrittenDocument extends KnowledgeDocument {
  /** The Markdown after the front matter. */
  readonly body: string;
}

const oneLine = z
  .string()
  .trim()
  .regex(/^.{1,120}$/u);
const partOfDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/);

/** Characters such as `{` and `)` would end a link in Markdown, or look like a template on a card. */
const endsLink = /[\s()<>[\]{}"'\\^|`*~]/g;
const percentEncoded = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** An address that anybody may be sent to: no password in it, and nothing that can end a link. */
const webAddress = z
  .string()
  .trim()
  .max(500)
  .refine((address) => URL.canParse(address) && isPublic(new URL(address)))
  .transform((address) => new URL(address).href.replace(endsLink, percentEncoded));

const isPublic = ({ protocol, username, password, hostname }: URL): boolean =>
  protocol === 'https:' && !username && !password && hostname.includes('.');

/** A text as an https address that is safe in Markdown and HTML; undefined where nobody should be sent there. */
export const webAddressOf = (text: string): string | undefined => webAddress.safeParse(text).data;

const frontMatter = z.strictObject({
  title: oneLine,
  publisher: oneLine,
  aliases: z.array(oneLine).default([]),
  date: z.union([partOfDate, z.string().date()]).optional(),
  kind: oneLine,
  weight: oneLine,
  quoteWeight: oneLine.optional(),
  url: webAddress.optional(),
  group: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .optional(),
  source: z.string().regex(/^[^/\\]+\.txt$/),
});

type Field = keyof typeof frontMatter.shape;

/** What each field may hold, in words for a person who adds a document. */
const allowed: Record<Field, string> = words.fields;

/** Returns the given facts that a document may not have: for each such field what is allowed, as a Swedish sentence. */
export function refusedFacts(given: Partial<Record<Field, unknown>>): Readonly<Record<string, string>> {
  const { error } = frontMatter.partial().strip().safeParse(given);
  const fields = new Set(error?.issues.map(({ path }) => path[0] as Field));
  return Object.fromEntries([...fields].map((field) => [field, sentence(allowed[field])]));
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** The documents in a folder: every `.md` file but README.md, sorted by id. @throws at the first file that cannot be read */
export function readDocuments(folder: string): WrittenDocument[] {
  return documentFiles(folder)
    .map(readDocument)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The files of the documents in a folder, by name. */
export const documentFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => join(folder, name));

const readDocument = (file: string): WrittenDocument => parseDocument(file, readFileSync(file, 'utf8'));

/** The document with this id; undefined where the folder has none. @throws {Error} where the file cannot be read */
export function findDocument(folder: string, id: string): WrittenDocument | undefined {
  const file = join(folder, `${id}.md`);
  return existsSync(file) ? readDocument(file) : undefined;
}

/**
 * Reads a document from its file's name and text.
 * @throws {Error} in Swedish that names file and field, what is wrong and what is allowed, because HR adds documents
 */
export function parseDocument(file: string, text: string): WrittenDocument {
  const id = basename(file, '.md');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new Explained(fill(words.fileName, { file }));

  const [, yaml, body] = /^---\n(.*?\n|)---\n(.*)$/s.exec(plainLines(text)) ?? [];
  if (yaml === undefined || body === undefined) throw new Explained(fill(words.noFields, { file }));
  if (!body.trim()) throw new Explained(fill(words.noText, { file }));

  const given = parseYaml(file, yaml);
  const fields = frontMatter.safeParse(given);
  if (!fields.success)
    throw new Explained(fields.error.issues.flatMap((issue) => complaints(file, given, issue)).join('\n'));
  return { id, ...fields.data, body };
}

/** Files written on Windows say \r\n and may start with a byte order mark. */
const plainLines = (text: string) => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');

/** The failsafe schema keeps every value as it is written: 2023-08 must not become a number, nor 2022-06-02 a Date. */
function parseYaml(file: string, yaml: string): unknown {
  if (isTooLarge(yaml))
    throw new Explained(fill(words.fieldsTooLarge, { file, characters: longestYaml, nested: mostNested }));
  const composed = composeYaml(yaml, { schema: 'failsafe' });
  // A warning (an unknown !tag) also means that a value would not be read as it is written.
  const [at] = unusableIn(composed);
  if (at === undefined) return composed.toJS() ?? {};
  // The first line of the file is ---.
  const line = yaml.slice(0, at).split('\n').length + 1;
  throw new Explained(fill(words.fieldsUnreadable, { file, line }));
}

function complaints(file: string, given: unknown, issue: z.ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((field) =>
      fill(words.unknownField, { file, field, fields: Object.keys(allowed).join(', ') }),
    );
  const field = Object.keys(allowed).find((name): name is Field => name === issue.path[0]);
  if (!field) return [fill(words.asFields, { file })];
  const value = z.record(z.unknown()).parse(given)[field];
  if (value === undefined) return [fill(words.missing, { file, field, allowed: allowed[field] })];
  return [fill(words.wrong, { file, field, value: JSON.stringify(value), allowed: allowed[field] })];
}
