import path from 'node:path';
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { z } from 'zod';
import { Explained } from '../shared/errors';
import { readYaml } from '../shared/contentFile';
import { eachWord, wordsOf, type Word } from './text/swedish';

/** One word of an entry. */
interface Sign {
  readonly stem: string;
  /** Set where the entry says "starts so". */
  readonly prefix?: string;
  readonly dotted: boolean;
}
/** A sign in a text that people are needed, not documents: the words of one entry, in order. */
type Concern = readonly Sign[];

/** All concerns: those that begin with a certain stem by that stem, those that begin with the beginning of a word by its first letter. */
export interface Concerns {
  readonly byStem: ReadonlyMap<string, readonly Concern[]>;
  readonly byLetter: ReadonlyMap<string, readonly Concern[]>;
  /** Words after the first that the longest concern may reach. */
  readonly reach: number;
}

/** A word of the text; `dotted` is undefined where the whole text is typed without å, ä and ö, so that nothing can be told. */
type Heard = Word & { readonly dotted?: boolean };

/** Words that may stand between those of a phrase ("patienten kom till skada"). */
const widestGap = 2;
/** Words that are looked at before whatever else waits gets its turn: a few milliseconds on a slow machine. */
const wordsPerTurn = 200;

const File = z.record(z.array(z.string().min(2)));

/** Reads concerns.yaml: threat, harassment, illness and patient safety, each a list of words and phrases. */
export function readConcerns(folder: string): Concerns {
  const file = path.join(folder, 'concerns.yaml');
  const read = File.safeParse(readYaml(file));
  if (!read.success) {
    const where = read.error.issues.map((issue) => issue.path.join(' → ')).join(', ');
    throw new Explained(`${file}: ${where} ska vara en lista med ord. Till exempel "- hot".`);
  }
  const byStem = new Map<string, Concern[]>();
  const byLetter = new Map<string, Concern[]>();
  const concerns = Object.values(read.data).flat().map(concernOf);
  for (const concern of concerns) {
    const [first] = concern;
    if (!first) continue;
    const [group, key] = first.prefix === undefined ? [byStem, first.stem] : [byLetter, letterOf(first.prefix)];
    group.set(key, [...(group.get(key) ?? []), concern]);
  }
  const longest = Math.max(0, ...concerns.map((concern) => concern.length));
  return { byStem, byLetter, reach: Math.max(0, longest - 1) * (widestGap + 1) };
}

const letterOf = (folded: string): string => folded.charAt(0);

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

/**
 * Whether a text, a question or an answer to a prompt, is a case for people. A long text is looked at a part at a time, so
 * that others need not wait for it; a phrase that a part breaks off is looked at with the next part.
 */
export async function isConcern(concerns: Concerns, text: string, perTurn = wordsPerTurn): Promise<boolean> {
  const composed = text.normalize('NFC');
  const typesDots = dots.test(composed);
  const words: Heard[] = [];
  let decided = 0;
  const stands = (until: number): boolean => {
    for (; decided < until; decided++) if (beginsAt(concerns, words, decided)) return true;
    return false;
  };
  for (const word of eachWord(composed)) {
    words.push({ ...word, dotted: typesDots ? dots.test(composed.slice(word.start, word.end)) : undefined });
    if (words.length % perTurn) continue;
    if (stands(words.length - concerns.reach)) return true;
    await turnOfLoop();
  }
  return stands(words.length);
}

function beginsAt({ byStem, byLetter }: Concerns, words: readonly Heard[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  const holds = (concern: Concern) => standsAt(words, at, concern);
  return !!byStem.get(word.stem)?.some(holds) || !!byLetter.get(letterOf(word.folded))?.some(holds);
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
