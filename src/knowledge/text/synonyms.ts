import { z } from 'zod';
import { readYaml } from '../../shared/contentFile';
import { Explained } from '../../shared/errors';
import { wordsOf } from './swedish';
import { editorTexts } from '../../shared/catalogues';
import { fill } from '../../shared/fill';

/** What people write -> what the documents call it, in stems. What people write may be a phrase: stems with spaces between. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

const shape = z.record(z.array(z.string().min(1)).min(1));

/** A word or a phrase that people write, and the words of documents that it may stand for, as an editor wrote them. */
export interface EverydayWord {
  readonly word: string;
  readonly meant: readonly string[];
}

/** Reads the words that HR keeps. @throws {Error} in Swedish that names the file and what it may hold */
export function readEverydayWords(file: string): EverydayWord[] {
  const parsed = shape.safeParse(readYaml(file));
  if (!parsed.success) throw new Explained(fill(editorTexts.wordLists.synonyms, { file }));
  return Object.entries(parsed.data).map(([word, meant]) => ({ word, meant }));
}

/** Reads the words that HR keeps, as the search compares them. @throws {Error} as readEverydayWords does */
export const readSynonyms = (file: string): Synonyms =>
  new Map(
    readEverydayWords(file).map(({ word, meant }) => [stemsOf(word).join(' '), meant.flatMap((one) => stemsOf(one))]),
  );

const stemsOf = (text: string) => wordsOf(text).map((word) => word.stem);
