import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../shared/contentFile';
import { Explained } from '../../shared/errors';
import { type Passage } from './passages';
import { bare } from './verbatim';
import { editorTexts } from '../../shared/catalogues';
import { fill } from '../../shared/fill';

/** Questions that one passage answers, in people's own words. The search finds the passage by them as by its own sentences. */
export interface AskedQuestions {
  /** Words of the passage, word for word. They name it, however the document is divided into passages. */
  readonly quote: string;
  readonly questions: readonly string[];
}

const shape = z.array(
  z.strictObject({ quote: z.string().min(1).max(200), questions: z.array(z.string().min(1).max(200)).min(1) }),
);

/** The file in a folder of documents that holds what people ask. */
export const askedFile = (folder: string): string => path.join(folder, 'asked.yaml');

/**
 * Reads asked.yaml; empty where there is no such file.
 * @throws {Error} in Swedish that names the file and what it may hold, because HR edits it
 */
export function readAsked(folder: string): AskedQuestions[] {
  const file = askedFile(folder);
  if (!existsSync(file)) return [];
  const parsed = shape.safeParse(readYaml(file));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') || editorTexts.files.whole;
  throw new Explained(fill(editorTexts.wordLists.asked, { file, where }));
}

/** The passages, each with the questions whose quote stands in it. */
export function withAsked(passages: readonly Passage[], asked: readonly AskedQuestions[]): Passage[] {
  const quotes = asked.map(({ quote, questions }) => ({ quote: bare(quote), questions }));
  return passages.map((passage) => {
    const text = bare(passage.text);
    const questions = quotes.flatMap((one) => (text.includes(one.quote) ? one.questions : []));
    return questions.length > 0 ? { ...passage, asked: questions } : passage;
  });
}

/** The quotes that do not name exactly one passage, and how many they name: 0 where the document has changed or been removed. */
export function misplacedAsked(
  passages: readonly Passage[],
  asked: readonly AskedQuestions[],
): { readonly quote: string; readonly passages: number }[] {
  const texts = new Set(passages.map(({ text }) => bare(text)));
  return asked
    .map(({ quote }) => ({ quote, passages: [...texts].filter((text) => text.includes(bare(quote))).length }))
    .filter((one) => one.passages !== 1);
}
