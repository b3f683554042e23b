import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { Explained } from '../../src/shared/errors';
import { ask } from '../../src/knowledge/answer';
import { cachedIndex } from '../../src/knowledge/indexCache';
import { openLibrary } from '../../src/knowledge/library';
import { copySmallLibrary } from './library';

const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
afterAll(() => rmSync(folder, { recursive: true }));
const documents = path.join(folder, 'knowledge');
const indexes = path.join(folder, 'index');
/** Of one document: here an index is built again and again. */
beforeAll(() => {
  copySmallLibrary(documents);
  const others = readdirSync(documents).filter((name) => name.endsWith('.md') && name !== 'skane-motionssvar.md');
  for (const name of others) rmSync(path.join(documents, name));
});

const kept = () => cachedIndex(documents, indexes);
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

  it('is another one where a topic is asked for in other words, and is learned anew', () => {
    const folderOfTopics = path.join(documents, 'topics');
    const file = path.join(folderOfTopics, 'gryta.yaml');
    const story =
      'I förrgår stod tre kollegor kring spisen och ingen av dem ville röra, så jag gick hem igen till slut';
    const topic = (asked: string) =>
      `title: Gryta\nquestion: Hur lagar vi gryta?\nasked: [${asked}]\nparts:\n  - heading: I korthet\n    own: Rör sakta.\n`;
    mkdirSync(folderOfTopics, { recursive: true });
    writeFileSync(file, topic('gryta'));
    const first = kept();
    writeFileSync(file, topic(`gryta, "${story}"`));
    expect(kept()).not.toBe(first);
    expect(ask(openLibrary(documents, indexes), story)).toMatchObject({ outcome: 'topic', topic: { id: 'gryta' } });
    rmSync(folderOfTopics, { recursive: true });
  });

  it('is made again where the file is broken', () => {
    truncateSync(kept(), 5000);
    expect(ask(openLibrary(documents, indexes), 'Vad är tillitsbaserad styrning?').outcome).toBe('found');
  });

  it('leaves no draft of a builder that was killed, and the draft of one that works', async () => {
    mkdirSync(indexes, { recursive: true });
    const leftovers = ['', 'SQLite format 3\0 och sedan inget', randomBytes(9000).toString('latin1')];
    leftovers.forEach((text, at) => writeFileSync(path.join(indexes, `dod-${at}.draft`), text));
    // It holds its draft as a builder in the middle of its work does, until it is killed.
    const held = path.join(indexes, 'levande.draft');
    const hold = `const db = new (require('libsql'))(process.argv[1]);
      db.exec('pragma locking_mode = exclusive; pragma journal_mode = off; begin exclusive; create table t(x)');
      process.stdout.write('held');
      setInterval(() => {}, 1000);`;
    const builder = spawn(process.execPath, ['-e', hold, held], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(builder.stdout, 'data');
      const drafts = () => readdirSync(indexes).filter((name) => name.endsWith('.draft'));
      kept();
      expect(drafts()).toEqual(['levande.draft']);
      writeFileSync(path.join(documents, 'prov.md'), document('Nytt.'));
      kept();
      expect(drafts()).toEqual(['levande.draft']);
      builder.kill('SIGKILL');
      await once(builder, 'exit');
      kept();
      expect(drafts()).toEqual([]);
    } finally {
      builder.kill('SIGKILL');
    }
  });

  it('is whole, and stands alone, where several processes build it at the same time', async () => {
    writeFileSync(path.join(documents, 'prov.md'), document('Lasagne lagar vi tillsammans.'));
    const opener = `require(${JSON.stringify(path.join(projectRoot, 'dist/src/knowledge/library.js'))}).openLibrary(...process.argv.slice(1))`;
    const ended = await Promise.all(
      [1, 2, 3].map(async () => {
        const builder = spawn(process.execPath, ['-e', opener, documents, indexes], { stdio: 'inherit' });
        return (await once(builder, 'exit'))[0] as number;
      }),
    );
    expect(ended).toEqual([0, 0, 0]);
    expect(readdirSync(indexes)).toEqual([expect.stringMatching(/^\w+\.index$/)]);
    expect(ask(openLibrary(documents, indexes), 'Hur lagar vi lasagne?').outcome).toBe('found');
  });

  it('says which document cannot be read, and leaves nothing behind', () => {
    const before = readdirSync(indexes);
    writeFileSync(path.join(documents, 'prov.md'), 'utan fält');
    expect(kept).toThrow(/prov\.md: filen ska börja med fälten/);
    expect(kept).toThrow(Explained);
    expect(readdirSync(indexes)).toEqual(before);
  });
});
