import { z } from 'zod';
import { readYaml } from '../../shared/contentFile';
import { Explained } from '../../shared/errors';
import { wordsOf } from './swedish';
import { editorTexts } from '../../shared/catalogues';
import { fill } from '../../shared/fill';

/** What people write -> what the documents call it, in stems. What people write may be a phrase: stems with spaces between. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

const shape = z.record(z.array(z.string().min(1)).min(1));

/** Reads the synonyms that HR keeps. @throws {Error} in Swedish that names the file and what it may hold */
export function readSynonyms(file: string): Synonyms {
  const parsed = shape.safeParse(readYaml(file));
  if (!parsed.success) throw new Explained(fill(editorTexts.wordLists.synonyms, { file }));
  return new Map(
    Object.entries(parsed.data).map(([asked, meant]) => [
      stemsOf(asked).join(' '),
      meant.flatMap((word) => stemsOf(word)),
    ]),
  );
}

const stemsOf = (text: string) => wordsOf(text).map((word) => word.stem);
