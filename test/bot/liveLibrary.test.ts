import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { projectRoot } from '../../src/shared/config';
import { foldersIn, readGuides } from '../../src/bot/guides';
import { isConcern } from '../../src/knowledge/concern';
import { wordsToKeep } from '../../src/knowledge/unanswered';
import { openLiveLibrary, type LiveLibrary } from '../../src/bot/liveLibrary';
import { copySmallLibrary, knowledge } from '../knowledge/library';

const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
const documents = path.join(folder, 'knowledge');
const logged: string[] = [];
let library: LiveLibrary;
beforeAll(async () => {
  copySmallLibrary(documents);
  const guides = readGuides(foldersIn(path.join(projectRoot, 'cards')));
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  library = await openLiveLibrary(guides, { documents, indexes: path.join(folder, 'index') }, log);
});
afterAll(async () => {
  await library.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => void (logged.length = 0));

const inFolder = (name: string) => path.join(documents, name);
/** Looks until the log tells the result of the change. The library also looks by itself. */
const lookUntilTold = async () => {
  for (const before = logged.length; logged.length === before; await new Promise(setImmediate)) await library.look();
};
const points = () => isConcern(library.concerns(), 'Det är krabbstim i gruppen');

describe('what is read in the folder of the documents is exchanged as one', () => {
  it('with the words that point to people, and those that may be kept of a question', async () => {
    expect([
      await points(),
      wordsToKeep(library.ordinary(), 'krabbstim'),
      wordsToKeep(library.ordinary(), 'lön'),
    ]).toEqual([false, [], ['lön']]);
    appendFileSync(inFolder('concerns.yaml'), '\nprov:\n  - krabbstim\n');
    appendFileSync(inFolder('background.tsv'), 'krabbstim\t1\n');
    appendFileSync(inFolder('names.txt'), '\nlön\n');
    await lookUntilTold();
    expect(logged.join()).toContain('the documents have changed');
    expect([
      await points(),
      wordsToKeep(library.ordinary(), 'krabbstim'),
      wordsToKeep(library.ordinary(), 'lön'),
    ]).toEqual([true, ['krabbstim'], []]);
  });

  it.each([
    ['concerns.yaml', 'hot: [hot\n'],
    ['concerns.yaml', 'hot: ett ord\n'],
    ['concerns.yaml', ''],
    ['concerns.yaml', `a: ${'['.repeat(20_000)}`],
    ['background.tsv', 'ingen tabb'],
  ])('and not at all where %s cannot be read (%#): the log says why', async (name, text) => {
    const before = [library.concerns(), library.ordinary(), library.documents()];
    const title = `Kaffehandboken ${logged.length}`;
    writeFileSync(inFolder(name), text);
    writeFileSync(
      inFolder('kaffe.md'),
      `---\ntitle: ${title}\npublisher: Region Prov\nkind: Prov\nweight: Prov\nsource: kaffe.txt\n---\nKaffe.\n`,
    );
    await lookUntilTold();
    expect([library.concerns(), library.ordinary(), library.documents()]).toEqual(before);
    cpSync(path.join(knowledge, name), inFolder(name));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatch(new RegExp(`${name}.*the documents have changed and cannot be read`));
  });

  it('and not at all where a file is missing; as soon as it is back, everything is', async () => {
    rmSync(inFolder('concerns.yaml'));
    await lookUntilTold();
    expect(await points()).toBe(true);
    expect(logged.join()).toMatch(/concerns\.yaml.*cannot be read/);
    cpSync(path.join(knowledge, 'concerns.yaml'), inFolder('concerns.yaml'));
    await lookUntilTold();
    expect(await points()).toBe(false);
    expect(library.documents().map(({ id }) => id)).toContain('kaffe');
  });
});
