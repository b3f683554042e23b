import path from 'node:path';
import { z } from 'zod';
import { readYaml } from '../yaml';
import { wordsOf, type Word } from './swedish';

/** One word of an entry. */
interface Sign {
  readonly stem: string;
  /** Set where the entry says "starts so". */
  readonly prefix?: string;
  readonly dotted: boolean;
}
/** A sign in a text that people are needed, not documents: the words of one entry, in order. */
type Concern = readonly Sign[];

/** All concerns: those that begin with a certain stem by that stem, and those that begin with the beginning of a word. */
export interface Concerns {
  readonly byStem: ReadonlyMap<string, readonly Concern[]>;
  readonly byPrefix: readonly Concern[];
}

/** A word of the text; `dotted` is undefined where the whole text is typed without å, ä and ö, so that nothing can be told. */
type Heard = Word & { readonly dotted?: boolean };

/** Words that may stand between those of a phrase ("patienten kom till skada"). */
const widestGap = 2;

const File = z.record(z.array(z.string().min(2)));

/** Reads concerns.yaml: threat, harassment, illness and patient safety, each a list of words and phrases. */
export function readConcerns(folder: string): Concerns {
  const file = path.join(folder, 'concerns.yaml');
  const read = File.safeParse(readYaml(file));
  if (!read.success) {
    const where = read.error.issues.map((issue) => issue.path.join(' → ')).join(', ');
    throw new Error(`${file}: ${where} ska vara en lista med ord. Till exempel "- hot".`);
  }
  const byStem = new Map<string, Concern[]>();
  const byPrefix: Concern[] = [];
  for (const concern of Object.values(read.data).flat().map(concernOf)) {
    const [first] = concern;
    if (!first) continue;
    if (first.prefix !== undefined) byPrefix.push(concern);
    else byStem.set(first.stem, [...(byStem.get(first.stem) ?? []), concern]);
  }
  return { byStem, byPrefix };
}

function concernOf(entry: string): Concern {
  return entry.split(' ').flatMap((written) =>
    wordsOf(written).map(({ stem, folded }) => ({
      stem,
      ...(written.endsWith('*') && { prefix: folded }),
      dotted: dots.test(written),
    })),
  );
}

const dots = /[åäö]/i;

/** Whether a text, a question or an answer to a prompt, is a case for people. */
export function isConcern({ byStem, byPrefix }: Concerns, text: string): boolean {
  const composed = text.normalize('NFC');
  const typesDots = dots.test(composed);
  const words = wordsOf(composed).map((word) => ({
    ...word,
    dotted: typesDots ? dots.test(composed.slice(word.start, word.end)) : undefined,
  }));
  return words.some(({ stem }, at) =>
    [...(byStem.get(stem) ?? []), ...byPrefix].some((concern) => standsAt(words, at, concern)),
  );
}

function standsAt(words: readonly Heard[], at: number, [first, ...rest]: Concern): boolean {
  if (!first) return true;
  const word = words[at];
  if (!word || !means(word, first)) return false;
  if (!rest.length) return true;
  return Array.from({ length: widestGap + 1 }, (_, gap) => at + 1 + gap).some((next) => standsAt(words, next, rest));
}

/** "Vald" is no "våld" to somebody who types å. */
function means({ folded, stem, dotted }: Heard, sign: Sign): boolean {
  if (sign.dotted && dotted === false) return false;
  return sign.prefix === undefined ? stem === sign.stem : folded.startsWith(sign.prefix);
}
