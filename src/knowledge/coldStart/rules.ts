import path from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../shared/contentFile';
import { Explained } from '../../shared/errors';
import { editorTexts } from '../../shared/catalogues';
import { fill } from '../../shared/fill';
import { readEverydayWords, type EverydayWord } from '../text/synonyms';

/** Where a suggestion comes from. */
export type SuggestedBy = 'heading' | 'sentence' | 'list' | 'everyday' | 'unanswered' | 'answered';

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
      in: z.enum(['heading', 'sentence', 'list', 'everyday', 'unanswered']),
      when: pattern,
      ask: z.string().min(3).max(100),
    }),
  )
  .min(1);

/**
 * Reads suggestions.yaml. A rule for everyday words becomes one for each word of synonyms.yaml beside it, which applies where
 * a passage's last heading has what the word means.
 * @throws {Error} in Swedish that names the file, the rule and the remedy
 */
export function readSuggestionRules(file: string): SuggestionRule[] {
  const read = shape.safeParse(readYaml(file));
  if (read.success) {
    const words = readEverydayWords(path.join(path.dirname(file), 'synonyms.yaml'));
    return read.data.flatMap((rule) => (rule.in === 'everyday' ? words.flatMap(ofWord(rule)) : [rule]));
  }
  const [at, field] = read.error.issues[0]?.path ?? [];
  const { suggestion, suggestions } = editorTexts.wordLists;
  const rule = typeof at === 'number' ? fill(suggestion, { number: at + 1 }) : editorTexts.files.whole;
  throw new Explained(fill(suggestions, { file, where: field ? `${rule}, ${field}` : rule }));
}

/** "Uppsägningen" is a form of "uppsägning". */
const longestEnding = 3;

/** `when` says which words of documents tell enough. */
const ofWord =
  ({ ask, when: tells }: SuggestionRule) =>
  ({ word, meant }: EverydayWord): SuggestionRule[] => {
    const said = meant.filter((one) => tells.test(one)).join('|');
    const when = new RegExp(`(?<!\\p{L})(?:${said})\\p{L}{0,${longestEnding}}(?!\\p{L})`, 'iu');
    return said ? [{ in: 'everyday', when, ask: ask.replaceAll('{1}', word) }] : [];
  };
