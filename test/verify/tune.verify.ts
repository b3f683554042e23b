import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tune } from '../../tools/tune/tune';

const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
const weights = path.resolve(__dirname, '../../knowledge/weights.json');
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, lines: readonly object[]): string => {
  const written = path.join(folder, name);
  writeFileSync(written, lines.map((line) => JSON.stringify(line)).join('\n'));
  return written;
};
const animals = ['Katten', 'Hunden', 'Igelkotten', 'Sillen', 'Lodjuret', 'Ekorren', 'Tranan', 'Grävlingen'];
const foods = ['ostbågar', 'köttben', 'daggmaskar', 'plankton', 'rådjur', 'kottar', 'grodor', 'rötter'];
const passages = file(
  'passages.jsonl',
  // Enough other documents that the smallest library does not hold them all.
  Array.from({ length: 120 }, (_, at) => ({
    id: `p${at}`,
    title: `Dokument ${at}`,
    text: `${animals[at % 8]} nummer ${at} äter helst ${foods[(at * 3) % 8]} och sover gott sedan.`,
  })),
);
const questions = file(
  'questions.jsonl',
  Array.from({ length: 120 }, (_, at) => ({
    id: `q${at}`,
    q: `Vad äter ${animals[at % 8]} nummer ${at}?`,
    gold: [`p${at}`],
  })),
);

describe('tune', () => {
  it('says what it has learned and, unless it is told to, writes nothing', () => {
    const before = readFileSync(weights, 'utf8');
    const said = tune(['--questions', questions, '--passages', passages]);
    expect(said).toMatch(/held out.*: \d/);
    const learned = JSON.parse(said.slice(said.indexOf('{'))) as { confidence: Record<string, number> };
    expect(Object.values(learned.confidence).every(Number.isFinite)).toBe(true);
    expect(readFileSync(weights, 'utf8')).toBe(before);
  });
});
