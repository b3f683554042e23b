import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readJsonFile, readYaml } from '../../src/shared/contentFile';
import { Explained, isExplained } from '../../src/shared/errors';

const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, text: string) => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe('a file that people keep', () => {
  it('gives its values', () => {
    expect(readYaml(written('x.yaml', 'dag: 2026-12-24'))).toEqual({ dag: '2026-12-24' });
    expect(readJsonFile(written('x.json', '{"a":1}'))).toEqual({ a: 1 });
  });

  it('is named, with the line, where it is no YAML', () => {
    const read = () => readYaml(written('y.yaml', 'ett: 1\ntvå: a: b\n'));
    expect(read).toThrow(Explained);
    expect(read).toThrow(/y\.yaml, rad 2: går inte att läsa som YAML\. /);
  });

  it('is named where it is no JSON', () => {
    const read = () => readJsonFile(written('y.json', '{"a":\n1,}'));
    expect(read).toThrow(Explained);
    expect(read).toThrow(/^\S+y\.json: går inte att läsa som JSON \(.*\)\. /);
  });

  it('is nothing that is explained where it cannot be read at all', () => {
    for (const read of [readYaml, readJsonFile]) {
      let thrown: unknown;
      try {
        read(path.join(folder, 'none'));
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toMatchObject({ code: 'ENOENT' });
      expect(isExplained(thrown)).toBe(false);
    }
  });
});
