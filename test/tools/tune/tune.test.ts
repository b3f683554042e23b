import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tune } from '../../../tools/tune/tune';

const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, lines: readonly object[]): string => {
  const written = path.join(folder, name);
  writeFileSync(written, lines.map((line) => JSON.stringify(line)).join('\n'));
  return written;
};
const passages = file('passages.jsonl', [{ id: 'p', title: 'Djur', text: 'Katten äter helst ostbågar.' }]);

describe('tune', () => {
  it('says in a line what is wrong with questions that nothing can be learned from', () => {
    const strange = file('strange.jsonl', [{ id: 'q', q: 'Vad äter katten?', gold: ['finns inte'] }]);
    expect(() => tune(['--questions', strange, '--passages', passages, '--write'])).toThrow(
      /^.*strange.*går inte att lära/,
    );
  });

  it('asks for the files that it learns from', () => {
    expect(() => tune([])).toThrow(/--questions och --passages behövs/);
  });
});
