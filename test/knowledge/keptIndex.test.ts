import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Explained } from '../../src/failure';
import { ask } from '../../src/knowledge/answer';
import { keptIndex } from '../../src/knowledge/keptIndex';
import { openLibrary } from '../../src/knowledge/library';
import { knowledge } from './library';

const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
afterAll(() => rmSync(folder, { recursive: true }));
const documents = path.join(folder, 'knowledge');
const indexes = path.join(folder, 'index');
beforeAll(() => cpSync(knowledge, documents, { recursive: true }));

const kept = () => keptIndex(documents, indexes);
const document = (body: string) =>
  `---\ntitle: Prov\npublisher: Region Prov\nkind: Prov\nweight: Prov\nsource: prov.txt\n---\n${body}\n`;

describe('the kept index', () => {
  it('is built once for the same documents, and for nobody else to read', () => {
    const first = kept();
    const { mtimeMs } = statSync(first);
    expect(kept()).toBe(first);
    expect(statSync(first).mtimeMs).toBe(mtimeMs);
    expect(statSync(indexes).mode & 0o077).toBe(0);
  });

  it('is another one for other documents, and the former goes', () => {
    const first = kept();
    writeFileSync(path.join(documents, 'prov.md'), document('Lasagne lagar vi med tålamod.'));
    const second = kept();
    expect(second).not.toBe(first);
    expect(readdirSync(indexes)).toEqual([path.basename(second)]);
    expect(ask(openLibrary(documents, indexes), 'Hur lagar vi lasagne?').outcome).toBe('found');
  });

  it('is another one where something else is asked of the documents', () => {
    writeFileSync(path.join(documents, 'prov.md'), document('Lasagne lagar vi med tålamod.'));
    const first = kept();
    appendFileSync(
      path.join(documents, 'asked.yaml'),
      '\n- quote: "Lasagne lagar vi"\n  questions:\n    - "Vem rör i grytan hos oss?"\n',
    );
    expect(kept()).not.toBe(first);
    const answer = ask(openLibrary(documents, indexes), 'vem rör i grytan?');
    expect(answer).toMatchObject({ outcome: 'found', quote: { excerpt: 'Lasagne lagar vi med tålamod.' } });
  });

  it('is made again where the file is broken', () => {
    truncateSync(kept(), 5000);
    expect(ask(openLibrary(documents, indexes), 'Vad är tillit?').outcome).toBe('found');
  });

  it('says which document cannot be read, and leaves nothing behind', () => {
    const before = readdirSync(indexes);
    writeFileSync(path.join(documents, 'prov.md'), 'utan fält');
    expect(kept).toThrow(/prov\.md: filen ska börja med fälten/);
    expect(kept).toThrow(Explained);
    expect(readdirSync(indexes)).toEqual(before);
  });
});
