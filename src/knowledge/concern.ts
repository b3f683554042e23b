import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { wordsOf, type Word } from './swedish';

/** A sign in a text that people are needed, not documents: the words of one entry, in order. */
export type Concern = readonly {
  readonly stem: string;
  /** Set where the entry says "starts so". */ readonly prefix?: string;
}[];

/** Words that may stand between those of a phrase ("patienten kom till skada"). */
const widestGap = 2;

const File = z.record(z.array(z.string().min(2)));

/** Reads concerns.yaml: threat, harassment, illness and patient safety, each a list of words and phrases. */
export function readConcerns(folder: string): Concern[] {
  const file = path.join(folder, 'concerns.yaml');
  const read = File.safeParse(parse(readFileSync(file, 'utf8')));
  if (!read.success) {
    const where = read.error.issues.map((issue) => issue.path.join(' → ')).join(', ');
    throw new Error(`${file}: ${where} ska vara en lista med ord. Till exempel "- hot".`);
  }
  return Object.values(read.data).flat().map(concernOf);
}

function concernOf(entry: string): Concern {
  return entry
    .split(' ')
    .flatMap((written) =>
      wordsOf(written).map(({ stem, folded }) => (written.endsWith('*') ? { stem, prefix: folded } : { stem })),
    );
}

/** Whether a text, a question or an answer to a prompt, is a case for people. */
export function isConcern(concerns: readonly Concern[], text: string): boolean {
  const words = wordsOf(text);
  return concerns.some((concern) => words.some((_, at) => standsAt(words, at, concern)));
}

function standsAt(words: readonly Word[], at: number, [first, ...rest]: Concern): boolean {
  if (!first) return true;
  const word = words[at];
  if (!word || !(first.prefix ? word.folded.startsWith(first.prefix) : word.stem === first.stem)) return false;
  if (!rest.length) return true;
  return Array.from({ length: widestGap + 1 }, (_, gap) => at + 1 + gap).some((next) => standsAt(words, next, rest));
}
