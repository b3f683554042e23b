import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { editorTexts } from '../../shared/catalogues';
import { readYaml } from '../../shared/contentFile';
import { Explained } from '../../shared/errors';
import { fill } from '../../shared/fill';

/** Groups are for the editor only. More questions than this would make the index slow to build. */
const mostQuestions = 5_000;
const shape = z
  .record(z.string(), z.array(z.string().trim().min(1).max(300)))
  .transform((groups) => Object.values(groups).flat())
  .refine((questions) => questions.length <= mostQuestions);

/** Where a folder of documents keeps the questions that documents like these do not answer. */
export const outOfScopeFile = (folder: string): string => path.join(folder, 'outOfScope.yaml');

/**
 * Reads the questions that documents like these do not answer; empty where there is no file.
 * @throws {Error} in Swedish that names the file and what it may hold
 */
export function readOutOfScope(folder: string): readonly string[] {
  const file = outOfScopeFile(folder);
  if (!existsSync(file)) return [];
  const parsed = shape.safeParse(readYaml(file));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') || editorTexts.files.whole;
  throw new Explained(fill(editorTexts.wordLists.outOfScope, { file, where, most: mostQuestions }));
}
