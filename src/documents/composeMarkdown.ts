import { basename, extname } from 'node:path';
import { parseDocument as composeYaml, stringify } from 'yaml';
import { type KnowledgeDocument, parseDocument, type WrittenDocument } from '../knowledge/documents/document';
import { differences, words } from '../knowledge/documents/fidelity';
import { passagesOf } from '../knowledge/documents/passages';
import { isTooLarge, unusableIn } from '../shared/contentFile';
import { documentRefusal } from './documentFault';
import { type ReadResult } from './content';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** Front matter that a person has given. For what is left out, the file's own value or a default is used. */
export type Facts = Partial<
  Pick<KnowledgeDocument, 'title' | 'publisher' | 'aliases' | 'date' | 'kind' | 'weight' | 'quoteWeight' | 'url'>
>;

/** A document before it is written: its whole file, and the document that it describes. */
export interface ComposedDocument {
  readonly text: string;
  readonly document: WrittenDocument;
}

export const noPublisher = editorTexts.documents.noPublisher;

/**
 * A document id from a file name: "Årsrapport 2023 (slutlig).pdf" becomes arsrapport-2023-slutlig. '' where the name holds
 * nothing that an id may have.
 */
export const idOf = (name: string): string =>
  stem(name)
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'a')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');

const stem = (name: string): string => basename(name, extname(name));

/**
 * The text of knowledge/<id>.md and the document that it describes. `earlier` is the document that it replaces, whose facts it
 * keeps.
 * @throws {Unreadable} where the file's own facts cannot be read, a fact is not allowed or a word would be lost
 */
export function composeMarkdown(
  name: string,
  read: ReadResult,
  given: Facts,
  earlier?: KnowledgeDocument,
): ComposedDocument {
  const facts = {
    ...defaultsFor(name, read),
    ...pageFacts(read),
    ...(earlier && factsOf(earlier)),
    ...ownFacts(read.frontMatter),
    ...given,
    source: earlier?.source ?? `${idOf(name)}.txt`,
  };
  const text = `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${read.markdown.trim()}\n`;
  const document = parsed(idOf(name), text);
  const passages = passagesOf(document);
  if (passages.length === 0) throw documentRefusal('unfit', editorTexts.refusedFiles.onlyHeadings);
  const headings = document.body.match(/^#.*$/gm) ?? [];
  const lost = lostWords(
    read.plain,
    headings,
    passages.map((passage) => passage.text),
  );
  const changed = differences(read.plain, document.body).map(({ source, document }) => source || document);
  const [wrong] = extname(name).toLowerCase() === '.md' ? changed : [...changed, ...lost];
  if (wrong) throw documentRefusal('unfit', fill(editorTexts.refusedFiles.changedWords, { words: wrong.slice(0, 80) }));
  return { text, document };
}

function defaultsFor(name: string, { title }: ReadResult) {
  const readable = stem(name).normalize('NFC').replace(/[_\s-]+/g, ' ').trim(); // oxfmt-ignore
  return {
    title: title && title.length <= 120 ? title : readable.charAt(0).toUpperCase() + readable.slice(1, 120),
    publisher: noPublisher,
    kind: editorTexts.documents.usualKind,
    weight: editorTexts.documents.usualWeight,
  };
}

/** The first heading is a better title than the window's, which often ends with the name of the site. */
const pageFacts = ({ title: heading, facts: { title, ...said } = {} }: ReadResult): Facts => ({
  ...said,
  ...(!heading && title && { title }),
});

function factsOf({ title, publisher, aliases, date, kind, weight, quoteWeight, url }: KnowledgeDocument): Facts {
  return {
    title,
    publisher,
    ...(aliases.length > 0 && { aliases }),
    ...(date && { date }),
    kind,
    weight,
    ...(quoteWeight && { quoteWeight }),
    ...(url && { url }),
  };
}

function ownFacts(frontMatter = ''): object {
  const composed = isTooLarge(frontMatter) ? undefined : composeYaml(frontMatter, { schema: 'failsafe' });
  if (composed && !unusableIn(composed).length) {
    const facts: unknown = composed.toJS();
    if (facts === null || (typeof facts === 'object' && !Array.isArray(facts))) return facts ?? {};
  }
  throw documentRefusal('unfit', editorTexts.refusedFiles.ownFields);
}

function parsed(id: string, text: string): WrittenDocument {
  const file = `${id}.md`;
  try {
    return parseDocument(file, text);
  } catch (error) {
    const [line = ''] = (error as Error).message.split('\n');
    throw documentRefusal('unfit', line.replace(`${file}: `, ''));
  }
}

/** Words of the source that are in no passage and no heading. The headings are Markdown, the passages are not. */
function lostWords(plain: string, headings: readonly string[], passages: readonly string[]): string[] {
  const said = new Set(passages.join('\n').normalize('NFC').replaceAll('•', ' ').replaceAll('*', '').split(/\s+/));
  for (const { text } of words(headings.join('\n'))) said.add(text);
  return words(plain)
    .map(({ text }) => text)
    .filter((word) => !said.has(word));
}
