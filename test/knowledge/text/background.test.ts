import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rarity, readBackground } from '../../../src/knowledge/text/background';
import { knowledge } from '../library';

const folder = mkdtempSync(path.join(tmpdir(), 'background-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (text: string) => {
  const file = path.join(folder, 'ord.tsv');
  writeFileSync(file, text);
  return readBackground(file);
};

describe('readBackground', () => {
  it('counts the passages and those that hold a stem', () => {
    const { passages, counts } = read('# Om filen\n*\t10\nchef\t3\n');
    expect([passages, counts.get('chef'), counts.get('tillit')]).toEqual([10, 3, undefined]);
  });

  it('names file, line and remedy where a line is broken', () => {
    expect(() => read('*\t10\nchef 3\n')).toThrow(/ord\.tsv, rad 2: raden ska vara en ordstam, en tabb och ett antal/);
    expect(() => read('chef\t3\n')).toThrow(/ord\.tsv: raden med antalet stycken saknas/);
  });

  it('knows everyday words from rare ones, and says where it comes from', () => {
    const { counts } = readBackground(path.join(knowledge, 'background.tsv'));
    expect(counts.get('och')).toBeGreaterThan(counts.get('beslut') ?? 0);
    expect(counts.has('tillitsbaser')).toBe(false);
  });
});

describe('rarity', () => {
  it('falls from 1 for an unseen word towards 0 for one in every passage', () => {
    const [never, seldom, often, always] = [0, 2, 500, 1000].map((holding) => rarity(1000, holding));
    expect(never).toBe(1);
    expect(seldom).toBeLessThan(1);
    expect(often).toBeLessThan(seldom ?? 0);
    expect(always).toBeLessThan(0.01);
  });
});
