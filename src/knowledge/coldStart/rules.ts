import { z } from 'zod';
import { readYaml } from '../../shared/contentFile';
import { Explained } from '../../shared/errors';
import { editorTexts } from '../../shared/catalogues';
import { fill } from '../../shared/fill';

/** Where a suggestion comes from. */
export type SuggestedBy = 'heading' | 'sentence' | 'list' | 'unanswered' | 'answered';

/** How a passage's words become a question that people ask about it. */
export interface SuggestionRule {
  readonly in: Exclude<SuggestedBy, 'answered'>;
  readonly when: RegExp;
  /** {1}, {2}: a group of `when`; {subject}: what the passage is about, its last heading. */
  readonly ask: string;
}

const pattern = z
  .string()
  .max(300)
  .transform((source, context) => {
    try {
      return new RegExp(source, 'iu');
    } catch {
      context.addIssue({ code: 'custom', message: 'when' });
      return z.NEVER;
    }
  });
const shape = z
  .array(
    z.strictObject({
      in: z.enum(['heading', 'sentence', 'list', 'unanswered']),
      when: pattern,
      ask: z.string().min(3).max(100),
    }),
  )
  .min(1);

/** Reads suggestions.yaml. @throws {Error} in Swedish that names the file, the rule and the remedy */
export function readSuggestionRules(file: string): SuggestionRule[] {
  const read = shape.safeParse(readYaml(file));
  if (read.success) return read.data;
  const [at, field] = read.error.issues[0]?.path ?? [];
  const { suggestion, suggestions } = editorTexts.wordLists;
  const rule = typeof at === 'number' ? fill(suggestion, { number: at + 1 }) : editorTexts.files.whole;
  throw new Explained(fill(suggestions, { file, where: field ? `${rule}, ${field}` : rule }));
}
