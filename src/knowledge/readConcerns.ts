import path from 'node:path';
import { z } from 'zod';
import { Explained } from '../shared/errors';
import { readYaml } from '../shared/contentFile';
import { phraseReader, phrasesOf, type Phrase, type Phrases } from './concernPhrase';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** What concerns.yaml says. */
export interface Concerns {
  /** Signs that people are needed, not documents. */
  readonly signs: Phrases;
  /** The same words in a sense that is no concern. */
  readonly otherSense: Phrases;
  /** Words that ask for a policy, a law or a meaning, and what they may ask about. */
  readonly facts: Phrases;
  readonly topics: Phrase;
  readonly weighings: readonly Weighing[];
  /** Words that say that something is serious. */
  readonly grave: Phrase;
  /** Words that name a person, and words that tell what happens. */
  readonly people: Phrase;
  readonly telling: Phrase;
}

/** Words that are no signs beside others, unless a grave word says that something has gone wrong. */
export interface Weighing {
  readonly weighed: Phrase;
  readonly against: Phrase;
  readonly grave: Phrase;
}

/** The lists of each weighing. */
const weighings = [
  { weighed: 'avvägning', against: 'ledning', grave: 'allvar' },
  { weighed: 'misstag', against: 'lärande', grave: 'skett' },
  { weighed: 'utskällning', against: 'stödfunktioner', grave: 'skett' },
] as const;

/** Lists that hold a card back. All other lists are signs of a concern. */
const lists = [
  'annan mening',
  'frågar efter fakta',
  ...weighings.flatMap(({ weighed, against, grave }) => [weighed, against, grave] as const),
  'ämnen',
  'saker',
  'människor',
  'berättar',
] as const;

/** A star comes after three letters at least, because words are found by their first three. */
const entry = z
  .string()
  .min(2)
  .refine((words) => !/(?<![\p{L}\p{N}])[\p{L}\p{N}]{0,2}\*/u.test(words));
const File = z.record(z.array(entry));

/**
 * Reads concerns.yaml: threat, harassment, illness and patient safety, each a list of words and phrases.
 * @throws {Explained} that names the file and the place
 */
export function readConcerns(folder: string): Concerns {
  const file = path.join(folder, 'concerns.yaml');
  const read = File.safeParse(readYaml(file));
  if (!read.success) {
    const where = read.error.issues.map((issue) => issue.path.join(' → ')).join(', ');
    throw new Explained(fill(editorTexts.wordLists.concerns, { file, where }));
  }
  const given = read.data;
  const phrase = phraseReader(given);
  const phrases = (entries: readonly string[] = [], loose = true) =>
    phrasesOf(entries.map((entry) => phrase(entry, loose)));
  const words = (list: (typeof lists)[number], loose = true) => phrase(`(${list})`, loose);
  const signs = Object.keys(given).filter((name) => !lists.some((list) => list === name));
  return {
    signs: phrases(signs.flatMap((name) => given[name] ?? [])),
    otherSense: phrases(given['annan mening'], false),
    facts: phrases(given['frågar efter fakta']),
    topics: words('ämnen', false),
    weighings: weighings.map(({ weighed, against, grave }) => ({
      weighed: words(weighed, false),
      against: words(against),
      grave: words(grave),
    })),
    grave: words('allvar'),
    people: words('människor'),
    telling: words('berättar'),
  };
}
