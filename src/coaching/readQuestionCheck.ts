import { z } from 'zod';
import { Explained } from '../shared/errors';
import { readYaml } from '../shared/contentFile';
import { type CheckLists } from './questionCheck';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

const word = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} /-]*\*?$/u);
const words = z.array(word);
const remedy = z.string().min(1);
const Lists = z.strictObject({
  stops: z.strictObject({
    health: z.strictObject({ words, remedy }),
    grade: z.strictObject({
      words,
      anywhere: words,
      grading: words,
      people: words,
      judged: words,
      between: words,
      remedy,
    }),
    person: z.strictObject({ known: words, ordinary: words, remedy }),
  }),
  advice: z.strictObject({
    long: z.strictObject({ words: z.number().int().min(5).max(60), remedy }),
    several: z.strictObject({ words, remedy }),
    negation: z.strictObject({ words, remedy }),
    heavy: z.strictObject({ instead: z.record(word, z.string().min(1)), remedy }),
  }),
});

/** Reads cards/question-check.yaml. @throws {Explained} that names the file and the place */
export function readQuestionCheck(file: string): CheckLists {
  const read = Lists.safeParse(readYaml(file));
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw new Explained(fill(editorTexts.ownQuestions.checkFile, { file, where: path.join('.'), why: message }));
}
