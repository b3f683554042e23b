import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config';
import { readDocuments, type WrittenDocument } from '../knowledge/document';
import { differences, type Difference, type Explanation, parseExplanations, judge, words } from '../knowledge/fidelity';
import { readArguments } from './arguments';

/** A verb of `npm run knowledge -- VERB`: prints to a person in HR, gives the exit code. */
type Verb = (folder: string, print: (line: string) => void) => number;

const verbs: Record<string, { does: string; run: Verb }> = {
  check: { does: 'jämför varje dokument med sin källa, ord för ord', run: check },
  list: { does: 'visar dokumenten', run: list },
};

const usage = [
  'Så här: npm run knowledge --',
  ...Object.entries(verbs).map(([name, { does }]) => `  ${name.padEnd(6)} ${does}`),
].join('\n');

/** Runs `[VERB, --folder FOLDER]` and gives the exit code: 0 when all is well, 1 when something must be put right. */
export function run(args: string[], print: (line: string) => void): number {
  try {
    const options = { folder: { type: 'string', default: join(projectRoot, 'knowledge') } } as const;
    const { values, positionals } = readArguments({ args, allowPositionals: true, options }, usage);
    const verb = Object.entries(verbs).find(([name]) => name === positionals[0])?.[1];
    if (verb && positionals.length === 1) return verb.run(values.folder, print);
    print(usage);
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
  }
  return 1;
}

function list(folder: string, print: (line: string) => void): number {
  for (const { id, title, publisher, date, weight, body } of readDocuments(folder))
    print(`${id}\n  ${title} · ${publisher} · ${date ?? 'odaterad'} · ${weight} · ${words(body).length} ord`);
  return 0;
}

function check(folder: string, print: (line: string) => void): number {
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
  return count === 0 ? 0 : 1;
}

/** Prints a document's differences and gives the number of them that are wrong. */
function checkOne(
  folder: string,
  document: WrittenDocument,
  explained: Explanation[],
  print: (line: string) => void,
): number {
  const source = join(folder, 'sources', document.source);
  if (!existsSync(source)) {
    print(`${document.id}: källan ${source} saknas. Lägg textfilen där.`);
    return 1;
  }
  const found = differences(readFileSync(source, 'utf8'), document.body);
  const { differences: judged, obsolete } = judge(found, explained);
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

if (require.main === module) process.exitCode = run(process.argv.slice(2), console.log);
