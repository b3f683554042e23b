import { z } from 'zod';
import { readJsonFile } from '../../shared/contentFile';
import { Explained } from '../../shared/errors';
import { editorTexts } from '../../shared/catalogues';
import { fill } from '../../shared/fill';

const number = z.number().finite();

const shape = z.strictObject({
  /** What each kind of lexical evidence is worth beside the index's own match (its share of the best match). Learned. */
  ranking: z.strictObject({
    match: number,
    cover: number,
    sentence: number,
    order: number,
    alike: number,
    subject: number,
  }),
  /** What a cue in the question is worth. The training questions have none of these, so the values are judged and not learned. */
  cues: z.strictObject({ definition: number, way: number, yesOrNo: number, substance: number, named: number }),
  /** How sure the grounds for and against a passage make us: a logistic regression. Learned. */
  confidence: z.strictObject({
    missing: number,
    unknown: number,
    own: number,
    alike: number,
    opening: number,
    terms: number,
    lacksName: number,
    lacksNumber: number,
    lacksFact: number,
    lacksReason: number,
    lacksDefinition: number,
    outside: number,
    likeOutside: number,
    /** Judged by documents whose known questions were left out. */
    unasked: number,
    size: number,
    constant: number,
  }),
  /** From `found` on an answer is given, below `unsure` nothing is shown, and between them the person chooses. Learned. */
  thresholds: z.strictObject({ found: number.min(0).max(1), unsure: number.min(0).max(1) }),
});

/** How the search weighs evidence: weights.json, which `npm run tune` writes. */
export type Weights = z.infer<typeof shape>;

/** Reads the weights of the search. @throws {Error} in Swedish that names the file, the field and the remedy */
export function readWeights(file: string): Weights {
  const read = shape.safeParse(readJsonFile(file));
  if (read.success) return read.data;
  const where = read.error.issues.map((issue) => issue.path.join('.') || editorTexts.files.whole).join(', ');
  throw new Explained(fill(editorTexts.wordLists.weights, { file, where }));
}
