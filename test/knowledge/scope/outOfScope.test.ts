import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readAsked } from '../../../src/knowledge/documents/asked';
import { outOfScopeFile, readOutOfScope } from '../../../src/knowledge/scope/outOfScope';
import { wordsOf } from '../../../src/knowledge/text/swedish';
import { readTopics } from '../../../src/knowledge/topics/readTopics';
import { knowledge } from '../library';

const folder = mkdtempSync(path.join(tmpdir(), 'outOfScope-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('readOutOfScope', () => {
  it('has none where there is no file', () => expect(readOutOfScope(folder)).toEqual([]));

  it('reads the questions of all groups', () => {
    writeFileSync(outOfScopeFile(folder), 'mat:\n  - Vad blir det för lunch?\nbil:\n  - parkering\n  - "1177"\n');
    expect(readOutOfScope(folder)).toEqual(['Vad blir det för lunch?', 'parkering', '1177']);
  });

  it.each([
    ['- Vad blir det för lunch?', 'filen'],
    ['mat: lunch', 'mat'],
    ['mat:\n  - 1177', 'mat.0'],
    ['mat:\n  - lunch\n  - ""', 'mat.1'],
  ])('says where %j is wrong, and what it may hold', (yaml, where) => {
    writeFileSync(outOfScopeFile(folder), yaml);
    expect(() => readOutOfScope(folder)).toThrow(`fel i ${where}. Filen ska ha grupper`);
  });
});

describe('our own out-of-scope questions', () => {
  const inWords = (text: string) => [...new Set(wordsOf(text).map(({ stem }) => stem))].sort().join(' ');
  const outOfScope = readOutOfScope(knowledge);

  it('are none that a passage or a topic is known to answer', () => {
    const answered = [
      ...readAsked(knowledge).flatMap(({ questions }) => questions),
      ...readTopics(knowledge).flatMap(({ question, asked }) => [question, ...asked]),
    ];
    const known = new Set(answered.map(inWords));
    expect(outOfScope.filter((question) => known.has(inWords(question)))).toEqual([]);
  });

  it('stand once each', () => expect(new Set(outOfScope).size).toBe(outOfScope.length));
});
