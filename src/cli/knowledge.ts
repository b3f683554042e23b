import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectRoot } from '../shared/config';
import { isFolder } from '../shared/folder';
import { type Facts } from '../documents/composeMarkdown';
import { askedFile, misplacedAsked, readAsked } from '../knowledge/documents/asked';
import { readTopics } from '../knowledge/topics/readTopics';
import { readDocuments, type WrittenDocument } from '../knowledge/documents/document';
import {
  differences,
  type Difference,
  type Explanation,
  parseExplanations,
  judgeDifferences,
  words,
} from '../knowledge/documents/fidelity';
import { passagesOf } from '../knowledge/documents/passages';
import { readArguments } from '../shared/arguments';
import { add, remove, replace } from './documentFiles';
import { findable, suggest } from './newDocument';
import { exportDocuments } from './exportDocuments';
import { cliTexts } from './cliTexts';
import { fill } from '../shared/fill';

const { knowledge: texts } = cliTexts;

type Print = (line: string) => void;

/** A verb of `npm run knowledge -- VERB NAME…`. It prints, and returns the exit code. */
interface Verb {
  /** What the names after the verb are; undefined for a verb without names. */
  readonly names?: string;
  /** How many names it takes; undefined for any number. */
  readonly most?: number;
  run(folder: string, names: readonly string[], facts: Facts, print: Print): number | Promise<number>;
}

const verbs: Record<keyof typeof texts.does, Verb> = {
  check: { run: (folder, _, __, print) => check(folder, print) },
  list: { run: (folder, _, __, print) => list(folder, print) },
  add: { names: texts.files, run: add },
  replace: { names: texts.files, run: replace },
  suggest: { names: texts.ids, run: (folder, names, _, print) => suggest(folder, names, print) },
  findability: { names: texts.ids, run: (folder, names, _, print) => findable(folder, names, print) },
  remove: { names: texts.ids, run: remove },
  export: { names: texts.folder, most: 1, run: (_, [folder = ''], __, print) => exportDocuments(folder, print) },
};
const verbNames = Object.keys(verbs) as (keyof typeof verbs)[];

const options = {
  folder: { type: 'string', default: join(projectRoot, 'knowledge') },
  title: { type: 'string' },
  publisher: { type: 'string' },
  date: { type: 'string' },
  kind: { type: 'string' },
  weight: { type: 'string' },
  url: { type: 'string' },
  aliases: { type: 'string' },
} as const;

const usage = [
  texts.usage,
  ...verbNames.map((name) => `  ${`${name} ${verbs[name].names ?? ''}`.padEnd(15)} ${texts.does[name]}`),
  texts.facts,
].join('\n');

/**
 * Runs `[VERB, NAME…, --folder FOLDER, --title …]`. Returns the exit code: 0 when all is well, 1 when something must be mended. A
 * fault is printed, never thrown.
 */
export async function run(args: readonly string[], print: Print): Promise<number> {
  try {
    const { values, positionals } = readArguments({ args: [...args], allowPositionals: true, options }, usage);
    const { folder, aliases, ...given } = values;
    const [name, ...names] = positionals;
    const verb = verbNames.flatMap((own) => (own === name ? [verbs[own]] : []))[0];
    const facts = {
      ...given,
      ...(aliases !== undefined && { aliases: aliases.split(',').map((each) => each.trim()) }),
    };
    if (facts.title !== undefined && names.length > 1) throw new Error(texts.titleOfOne);
    const isCalled = verb && names.length > 0 === Boolean(verb.names) && names.every(Boolean);
    // Only `add` makes the folder.
    if (isCalled && verb !== verbs.add && !isFolder(folder))
      throw new Error(fill(texts.noFolder, { folder: resolve(folder) }));
    if (isCalled && names.length <= (verb.most ?? Infinity)) return await verb.run(folder, names, facts, print);
    print(usage);
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
  }
  return 1;
}

function list(folder: string, print: Print): number {
  for (const { id, title, publisher, date, weight, body } of readDocuments(folder))
    print(
      `${id}\n  ${fill(texts.document, { title, publisher, date: date ?? cliTexts.undated, weight, words: words(body).length })}`,
    );
  return 0;
}

function check(folder: string, print: Print): number {
  const file = join(folder, 'sources', 'differences.yaml');
  const explained = existsSync(file)
    ? parseExplanations(file, readFileSync(file, 'utf8'))
    : new Map<string, Explanation[]>();
  const documents = readDocuments(folder);
  const strays = [...explained.keys()].filter((id) => !documents.some((document) => document.id === id));
  for (const id of strays) print(fill(texts.strayExplanations, { file, document: id }));
  const wrong = documents.map((document) => checkOne(folder, document, explained.get(document.id) ?? [], print));
  const count = wrong.reduce((sum, each) => sum + each, strays.length);
  print(count === 0 ? texts.allExplained : fill(texts.toMend, { count, file }));
  return count + checkAsked(folder, documents, print) + checkTopics(folder, print) === 0 ? 0 : 1;
}

/** Prints the faults of topics and returns their number. A topic's first fault hides the ones after it. */
function checkTopics(folder: string, print: Print): number {
  try {
    const { length } = readTopics(folder);
    if (length > 0) print(fill(texts.topics, { count: length }));
    return 0;
  } catch (error) {
    print((error as Error).message);
    return 1;
  }
}

/** Prints the questions that do not belong to exactly one passage, and returns their number. */
function checkAsked(folder: string, documents: readonly WrittenDocument[], print: Print): number {
  const misplaced = misplacedAsked(documents.flatMap(passagesOf), readAsked(folder));
  for (const { quote, passages } of misplaced)
    print(fill(passages === 0 ? texts.askedOfNone : texts.askedOfMany, { file: askedFile(folder), quote, passages }));
  return misplaced.length;
}

/** Prints a document's differences, and returns the number of those that are wrong. */
function checkOne(folder: string, document: WrittenDocument, explained: Explanation[], print: Print): number {
  const source = join(folder, 'sources', document.source);
  if (!existsSync(source)) {
    print(fill(texts.noSource, { document: document.id, source }));
    return 1;
  }
  const found = differences(readFileSync(source, 'utf8'), document.body);
  const { differences: judged, obsolete } = judgeDifferences(found, explained);
  const unexplained = judged.filter(({ why }) => why === undefined).length;
  const above = linesAbove(join(folder, `${document.id}.md`), document.body);
  print(
    fill(texts.compared, {
      document: document.id,
      words: words(document.body).length,
      differences: found.length,
      unexplained,
    }),
  );
  for (const { why, line, ...difference } of judged)
    print(fill(texts.difference, { line: above + line, difference: told(difference), why: why ?? texts.unexplained }));
  for (const each of obsolete) print(fill(texts.obsolete, { difference: told(each) }));
  return unexplained + obsolete.length;
}

/** A difference's line is counted from the body; an editor looks for it in the file, below the front matter. */
const linesAbove = (file: string, body: string) =>
  readFileSync(file, 'utf8').split('\n').length - body.split('\n').length;

const told = ({ source, document }: Omit<Difference, 'line'>) =>
  fill(texts.words, { source: quoted(source), document: quoted(document) });

const quoted = (text: string) => (text ? fill(texts.quoted, { text }) : texts.nothing);

if (require.main === module) void run(process.argv.slice(2), console.log).then((code) => (process.exitCode = code));
