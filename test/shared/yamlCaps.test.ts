import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readAsked } from '../../src/knowledge/documents/asked';
import { readConcerns } from '../../src/knowledge/readConcerns';
import { readFollowUps } from '../../src/knowledge/followUps';
import { readSynonyms } from '../../src/knowledge/text/synonyms';
import { expectAtOnce } from '../atOnce';

const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
afterAll(() => rmSync(folder, { recursive: true }));

const readers: [name: string, read: () => unknown][] = [
  ['concerns.yaml', () => readConcerns(folder)],
  ['asked.yaml', () => readAsked(folder)],
  ['synonyms.yaml', () => readSynonyms(path.join(folder, 'synonyms.yaml'))],
  ['questions.yaml', () => readFollowUps(path.join(folder, 'questions.yaml'))],
];

describe.each(readers)('%s that cannot be read', (name, read) => {
  it.each([
    ['a bracket that is not closed', 'ett: [två\ntre: fyra\n'],
    ['a field written twice', 'ett: [två]\nett: [tre]\n'],
    ['brackets thousands deep', '['.repeat(5_000)],
    ['questions hundreds deep', `${'? '.repeat(390)}a`],
    ['an alias to itself', 'a: &a [*a]\n'],
  ])('names the file and the line: %s', (_what, text) => {
    writeFileSync(path.join(folder, name), text);
    expectAtOnce(() => {
      expect(read).toThrow(new RegExp(`${name}, rad \\d+: går inte att läsa som YAML`));
    });
  });
});
