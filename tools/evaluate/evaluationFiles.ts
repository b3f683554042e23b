import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type KnowledgeDocument } from '../../src/knowledge/documents/document';
import { type Passage } from '../../src/knowledge/documents/passages';

export interface EvaluationQuestion {
  readonly id: string;
  readonly q: string;
  readonly kind: string;
  readonly answerable: boolean;
  /** Quotes or passage ids, any one of which makes a passage right. */
  readonly gold: readonly string[];
}

const text = z.string();
const questionLine = z.object({
  id: text.min(1),
  q: text,
  gold: z.array(text.min(1)),
  kind: text.optional(),
  answerable: z.boolean().optional(),
});
const passageLine = z.object({ id: text.min(1), title: text.optional(), heading: text.optional(), text });

/** The questions of a file. @throws {Error} of one line that names file, line and remedy, for the person who runs the evaluation */
export function readQuestions(file: string): EvaluationQuestion[] {
  return readLines(file, questionLine, 'id och q (text) och gold (lista med text)').map(
    ({ kind, answerable, ...line }) => ({
      ...line,
      kind: kind ?? 'övriga',
      answerable: answerable ?? line.gold.length > 0,
    }),
  );
}

/** Passages from a file instead of knowledge/: one document for each title. Throws as readQuestions does. */
export function readPassages(file: string): Passage[] {
  const documents = new Map<string, KnowledgeDocument>();
  return readLines(file, passageLine, 'id och text, gärna title och heading (text)').map((line) => {
    const title = line.title ?? '';
    const document = documents.get(title) ?? documentOf(title);
    documents.set(title, document);
    return {
      id: line.id,
      document,
      heading: headingPath(line.heading ?? '', title),
      text: line.text,
      weight: document.weight,
    };
  });
}

const headingPath = (heading: string, title: string) =>
  heading.split(' > ').filter((part) => part.trim() !== '' && part !== title);

const documentOf = (title: string): KnowledgeDocument => ({
  id: title,
  title,
  publisher: '',
  aliases: [],
  kind: '',
  weight: '',
  source: '',
});

function readLines<Line>(file: string, shape: z.ZodType<Line>, allowed: string): Line[] {
  const rows = contentsOf(file).split('\n');
  return rows.flatMap((row, at) => {
    if (row.trim() === '') return [];
    const parsed = shape.safeParse(json(row));
    if (parsed.success) return [parsed.data];
    throw new Error(`${file}, rad ${at + 1}: raden går inte att läsa. Skriv ett JSON-objekt på en rad med ${allowed}.`);
  });
}

function contentsOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`${file}: filen går inte att öppna (${code}). Kontrollera namnet och att du får läsa den.`);
  }
}

function json(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}

/** Whether a passage is one that the question's file calls right. */
export function isRightPassage({ gold: right }: Pick<EvaluationQuestion, 'gold'>): (passage: Passage) => boolean {
  const gold = right.map(comparable);
  return ({ id, text }) => right.includes(id) || gold.some((quote) => comparable(text).includes(quote));
}

/** White space, asterisks and kinds of quotation marks aside. */
export const comparable = (text: string) =>
  text
    .replace(/\*/g, '')
    .replace(/["“”„«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
