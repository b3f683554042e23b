import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../shared/config';
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

type Print = (line: string) => void;

/** A verb of `npm run knowledge -- VERB NAME…`: prints to a person in HR, gives the exit code. */
interface Verb {
  readonly does: string;
  /** What the names are that follow the verb; undefined where none do. */
  readonly names?: string;
  run(folder: string, names: readonly string[], facts: Facts, print: Print): number | Promise<number>;
}

const verbs: Record<string, Verb> = {
  check: {
    does: 'jämför varje dokument med sin källa, ord för ord',
    run: (folder, _, __, print) => check(folder, print),
  },
  list: { does: 'visar dokumenten', run: (folder, _, __, print) => list(folder, print) },
  add: { does: 'lägger in filer (.md, .txt, .pdf, .docx, .pptx, .html, .mht) som dokument', names: 'FIL…', run: add },
  replace: { does: 'byter ut dokument mot nya filer med samma namn', names: 'FIL…', run: replace },
  suggest: {
    does: 'föreslår vad folk frågar om varje stycke',
    names: 'ID…',
    run: (folder, names, _, print) => suggest(folder, names, print),
  },
  findability: {
    does: 'visar hur varje stycke hittas, och vilka ord som leder fel',
    names: 'ID…',
    run: (folder, names, _, print) => findable(folder, names, print),
  },
  remove: { does: 'tar bort dokument', names: 'ID…', run: remove },
  export: {
    does: 'skriver databasens publicerade dokument som filer i en mapp',
    names: 'MAPP',
    run: (_, [folder = ''], __, print) => exportDocuments(folder, print),
  },
};

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
  'Så här: npm run knowledge --',
  ...Object.entries(verbs).map(([name, { does, names = '' }]) => `  ${`${name} ${names}`.padEnd(15)} ${does}`),
  '  Till add och replace: --title --publisher --date --kind --weight --url --aliases "Ett,Två"',
].join('\n');

/** Runs `[VERB, NAME…, --folder FOLDER, --title …]` and gives the exit code: 0 when all is well, 1 when something must be put right. */
export async function run(args: string[], print: Print): Promise<number> {
  try {
    const { values, positionals } = readArguments({ args, allowPositionals: true, options }, usage);
    const { folder, aliases, ...given } = values;
    const [name, ...names] = positionals;
    const verb = Object.entries(verbs).find(([own]) => own === name)?.[1];
    const facts = {
      ...given,
      ...(aliases !== undefined && { aliases: aliases.split(',').map((each) => each.trim()) }),
    };
    if (facts.title !== undefined && names.length > 1) throw new Error('--title går bara att ange för en fil i taget.');
    if (verb && names.length > 0 === Boolean(verb.names)) return await verb.run(folder, names, facts, print);
    print(usage);
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
  }
  return 1;
}

function list(folder: string, print: Print): number {
  for (const { id, title, publisher, date, weight, body } of readDocuments(folder))
    print(`${id}\n  ${title} · ${publisher} · ${date ?? 'odaterad'} · ${weight} · ${words(body).length} ord`);
  return 0;
}

function check(folder: string, print: Print): number {
  const file = join(folder, 'sources', 'differences.yaml');
  const explained = existsSync(file)
    ? parseExplanations(file, readFileSync(file, 'utf8'))
    : new Map<string, Explanation[]>();
  const documents = readDocuments(folder);
  const strays = [...explained.keys()].filter((id) => !documents.some((document) => document.id === id));
  for (const id of strays) print(`${file}: dokumentet "${id}" finns inte. Ta bort förklaringarna.`);
  const wrong = documents.map((document) => checkOne(folder, document, explained.get(document.id) ?? [], print));
  const count = wrong.reduce((sum, each) => sum + each, strays.length);
  print(count === 0 ? 'Alla skillnader är förklarade.' : `${count} att rätta i dokumentet eller förklara i ${file}.`);
  return count + checkAsked(folder, documents, print) + checkTopics(folder, print) === 0 ? 0 : 1;
}

/** The number of faults: a topic's first one hides those after it. */
function checkTopics(folder: string, print: Print): number {
  try {
    const { length } = readTopics(folder);
    if (length > 0) print(`${length} ämnen: alla citat står ordagrant.`);
    return 0;
  } catch (error) {
    print((error as Error).message);
    return 1;
  }
}

/** Prints the questions that are not asked of one passage, and gives the number of them. */
function checkAsked(folder: string, documents: readonly WrittenDocument[], print: Print): number {
  const misplaced = misplacedAsked(documents.flatMap(passagesOf), readAsked(folder));
  for (const { quote, passages } of misplaced)
    print(
      passages === 0
        ? `${askedFile(folder)}: ”${quote}” står inte i något stycke. Rätta orden, eller ta bort frågorna.`
        : `${askedFile(folder)}: ”${quote}” står i ${passages} stycken. Välj ord som bara står i det som frågorna gäller.`,
    );
  return misplaced.length;
}

/** Prints a document's differences and gives the number of them that are wrong. */
function checkOne(folder: string, document: WrittenDocument, explained: Explanation[], print: Print): number {
  const source = join(folder, 'sources', document.source);
  if (!existsSync(source)) {
    print(`${document.id}: källan ${source} saknas. Lägg textfilen där.`);
    return 1;
  }
  const found = differences(readFileSync(source, 'utf8'), document.body);
  const { differences: judged, obsolete } = judgeDifferences(found, explained);
  const unexplained = judged.filter(({ why }) => why === undefined).length;
  const above = linesAbove(join(folder, `${document.id}.md`), document.body);
  print(`${document.id}: ${words(document.body).length} ord, ${found.length} skillnader, ${unexplained} oförklarade`);
  for (const { why, line, ...difference } of judged)
    print(`  rad ${above + line}: ${told(difference)} · ${why ?? 'OFÖRKLARAD'}`);
  for (const each of obsolete) print(`  förklaringen stämmer inte längre, ta bort den: ${told(each)}`);
  return unexplained + obsolete.length;
}

/** A difference's line counts from the body; a person looks for it in the file, below the front matter. */
const linesAbove = (file: string, body: string) =>
  readFileSync(file, 'utf8').split('\n').length - body.split('\n').length;

const told = ({ source, document }: Omit<Difference, 'line'>) =>
  `källan ${quoted(source)}, dokumentet ${quoted(document)}`;

const quoted = (text: string) => (text ? `”${text}”` : 'har inget');

if (require.main === module) void run(process.argv.slice(2), console.log).then((code) => (process.exitCode = code));
