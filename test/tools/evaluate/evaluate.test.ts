import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evaluate } from '../../../tools/evaluate/evaluate';
import { theLibrary } from '../../knowledge/library';

const folder = mkdtempSync(path.join(tmpdir(), 'evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, lines: readonly unknown[]) => {
  const file = path.join(folder, name);
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return file;
};
/** The table as one record per row. */
const rowsOf = (table: string): Record<string, string>[] => {
  const [head = [], ...rows] = table.split('\n').map((row) => row.trim().split(/\s{2,}/));
  return rows.map((row) => Object.fromEntries(row.map((cell, at): [string, string] => [head[at] ?? '', cell])));
};

const evaluated = (args: string[]) => evaluate(args, theLibrary);

const passages = fileOf('passages.jsonl', [
  { id: 'katt', title: 'Djur', heading: '', text: 'Katten sover hela dagen på soffan.' },
  { id: 'hund', title: 'Djur', heading: 'Djur', text: 'Hunden skäller på brevbäraren.' },
]);

describe('evaluate', () => {
  it('counts a passage as right by a verbatim quote, asterisks, white space and kinds of quotation marks aside', () => {
    const gold = ['**Ingen  detaljstyrning** – investera i handlingsutrymme', '"chefens meny" infördes'];
    const questions = fileOf('quotes.jsonl', [
      { id: '1', q: 'Hur gör chefer för att undvika detaljstyrning?', gold: [gold[0]] },
      { id: '2', q: 'Hur hanterades löneöversynen 2023?', gold: [gold[1]] },
    ]);
    expect(rowsOf(evaluated(['--questions', questions]))).toMatchObject([{ n: '2', 'R@1': '100.0', MRR: '1.000' }]);
  });

  it('searches the passages of a file, and counts them by id', () => {
    const questions = fileOf('ids.jsonl', [
      { id: '1', q: 'Var sover katten?', gold: ['katt'] },
      { id: '2', q: 'Vem skäller hunden på?', gold: ['katt'] },
    ]);
    const [all] = rowsOf(evaluated(['--questions', questions, '--passages', passages]));
    expect(all).toMatchObject({ kind: 'all', n: '2', 'R@1': '50.0' });
  });

  it('has a row for each kind, and measures what has no answer apart', () => {
    const questions = fileOf('kinds.jsonl', [
      {
        id: '1',
        q: 'Vad är tillitsbaserad styrning?',
        gold: ['styrning, kultur och arbetssätt'],
        kind: 'definition',
        answerable: true,
      },
      { id: '2', q: 'Recept på kanelbullar', gold: [], kind: 'oos', answerable: false },
    ]);
    const [all, definition, oos] = rowsOf(evaluated(['--questions', questions]));
    expect(all).toMatchObject({ n: '2', found: '100.0', 'oos none': '100.0' });
    expect(definition).toMatchObject({ kind: 'definition', n: '1', 'oos none': '–' });
    expect(oos).toMatchObject({ kind: 'oos', 'R@1': '–', 'oos not found': '100.0' });
  });

  it('writes the outcome and the best passages of each question, also where there is no answer', () => {
    const questions = fileOf('out.jsonl', [{ id: 'x', q: 'Var sover katten?', gold: ['katt'] }]);
    const out = path.join(folder, 'written.jsonl');
    evaluated(['--questions', questions, '--passages', passages, '--out', out]);
    const written = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(written).toMatchObject([
      {
        id: 'x',
        outcome: 'found',
        passages: [{ id: 'katt', document: 'Djur', heading: '', text: 'Katten sover hela dagen på soffan.' }],
      },
    ]);
    const refused = fileOf('refused.jsonl', [{ id: 'y', q: 'Hur säger jag upp någon som inte presterar?', gold: [] }]);
    evaluated(['--questions', refused, '--out', out]);
    const [line] = readFileSync(out, 'utf8').split('\n');
    expect((JSON.parse(line ?? '') as { passages: unknown[] }).passages).toHaveLength(10);
  });

  it.each([
    ['{"id": "1", "q": "Hej?"}', /broken\.jsonl, rad 2: .*gold/],
    ['not json', /broken\.jsonl, rad 2: /],
  ])('names file, line and remedy for the line %s', (line, message) => {
    const questions = fileOf('broken.jsonl', [{ id: '0', q: 'Hej?', gold: [] }, line]);
    expect(() => evaluated(['--questions', questions])).toThrow(message);
  });

  it.each([
    [[], /--questions saknas\. Så här: npm run/],
    [['--question', 'x'], /Så här: npm run/],
    [['--questions', 'finns-inte.jsonl'], /finns-inte\.jsonl: filen går inte att öppna/],
  ])('refuses the arguments %j in one line', (args, message) => {
    expect(() => evaluate(args)).toThrow(message);
    expect(() => evaluate(args)).not.toThrow(/\n/);
  });
});
