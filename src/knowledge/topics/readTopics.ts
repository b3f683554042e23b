import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../shared/contentFile';
import { Explained } from '../../shared/errors';
import { readDocuments, type WrittenDocument } from '../documents/document';
import { passagesOf, type Passage } from '../documents/passages';
import { findQuote, withoutPipes } from '../documents/verbatim';
import { type Topic, type TopicQuote } from './topic';
import { editorTexts } from '../../shared/catalogues';
import { fill } from '../../shared/fill';

const { topics: words } = editorTexts;

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const line = (longest: number) => z.string().trim().min(1).max(longest).regex(/^.*$/);

const quote = z.strictObject({ document: id, lead: line(160).optional(), quote: z.string().trim().min(1).max(500) });
const part = z
  .strictObject({
    heading: line(60),
    own: z.string().trim().min(1).max(400).optional(),
    quotes: z.array(quote).default([]),
  })
  .refine(({ own, quotes }) => own !== undefined || quotes.length > 0);

const shape = z.strictObject({
  title: line(40),
  question: line(120),
  asked: z.array(line(200)).min(1).max(80),
  parts: z.array(part).min(1).max(5),
  guide: id.optional(),
  reflection: id.optional(),
  rehearsal: id.optional(),
  next: z.array(id).max(3).default([]),
});

/** The folder of topics in a folder of documents. */
export const topicsFolder = (folder: string): string => path.join(folder, 'topics');

/** The topic files in a folder of documents, by name; empty where there is no folder of topics. */
export function topicFiles(folder: string): string[] {
  const topics = topicsFolder(folder);
  if (!existsSync(topics)) return [];
  return readdirSync(topics)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => path.join(topics, name));
}

/**
 * The topics in a folder of documents, with each quotation found in its document.
 * @throws {Error} in Swedish that names the file, what is wrong and the remedy, because HR edits the topics
 */
export function readTopics(folder: string): Topic[] {
  const files = topicFiles(folder);
  if (files.length === 0) return [];
  const documents = new Map(readDocuments(folder).map((document) => [document.id, quotable(document)]));
  const topics = files.map((file) => readTopic(file, documents));
  const ids = new Set(topics.map((topic) => topic.id));
  topics.forEach(({ next }, at) => {
    const missing = next.find((other) => !ids.has(other));
    if (missing) throw new Explained(fill(words.notTopic, { file: files[at]!, name: missing }));
  });
  return topics;
}

/**
 * What the topics in a folder of documents quote, whether or not the document holds it. A file that is no topic is left out.
 * @throws {Explained} where a file is no YAML
 */
export const quotedInTopics = (folder: string): { topic: string; document: string; quote: string }[] =>
  topicFiles(folder).flatMap((file) => {
    const read = shape.safeParse(readYaml(file));
    if (!read.success) return [];
    const { title, parts } = read.data;
    return parts.flatMap(({ quotes }) =>
      quotes.map(({ document, quote: text }) => ({ topic: title, document, quote: text })),
    );
  });

interface Quotable {
  readonly document: WrittenDocument;
  readonly passages: readonly Passage[];
}

const quotable = (document: WrittenDocument): Quotable => ({ document, passages: passagesOf(document) });

function readTopic(file: string, documents: ReadonlyMap<string, Quotable>): Topic {
  const name = path.basename(file, '.yaml');
  if (!id.safeParse(name).success) throw new Explained(fill(words.fileName, { file }));
  const read = shape.safeParse(readYaml(file));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Explained(fill(words.wrong, { file, where: issue?.path.join('.') || editorTexts.files.whole }));
  }
  const parts = read.data.parts.map(({ quotes, ...rest }) => ({
    ...rest,
    quotes: quotes.map(({ document, lead, quote: text }): TopicQuote => {
      const found = documents.get(document);
      if (!found) throw new Explained(fill(words.noDocument, { file, document }));
      const passage = findQuote(found.document, found.passages, text);
      if (passage) return { lead, text: withoutPipes(text), passage };
      throw new Explained(fill(words.noQuote, { file, quote: text.slice(0, 60), document }));
    }),
  }));
  return { id: name, ...read.data, parts };
}
