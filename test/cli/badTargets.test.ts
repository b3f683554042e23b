import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run as backup } from '../../src/cli/backup';
import { run as knowledge } from '../../src/cli/knowledge';
import { run as pack } from '../../src/cli/package';
import { run as person } from '../../src/cli/person';
import { run as restore } from '../../src/cli/restore';
import { projectRoot } from '../../src/shared/config';
import { newKey } from '../../src/store/encryption';
import { openDatabase, closeDatabase, databaseOf } from '../../src/store/database';
import { remember } from '../../src/store/people';
import { temporaryFolder } from '../store/temporary';

const SERVICE_KEY = newKey().toString('base64');
const DATA_DIR = temporaryFolder();
/** A place where no folder can be made: a file stands in the way, or the system has no folders of ours. */
const file = path.join(temporaryFolder(), 'fil');
const places = [path.join(file, 'x'), '/proc/x/y', '/sys/x'];
const copy = path.join(temporaryFolder(), 'kopia.db');
const app = { MICROSOFT_APP_ID: '11111111-1111-4111-8111-111111111111' };
const document = path.join(projectRoot, 'README.md');

const commands = {
  'npm run knowledge -- export': (place: string) => said(knowledge, ['export', place]),
  'npm run knowledge -- add': (place: string) => said(knowledge, ['add', document, '--folder', place]),
  'npm run backup': (place: string) => said(backup, [path.join(place, 'kopia.db')]),
  'npm run restore': (place: string) => said(restore, [copy], { DATA_DIR: place }),
  'npm run package': (place: string) => said(pack, ['--out', path.join(place, 'app.zip')], app),
  'npm run person -- erase': (place: string) =>
    said(person, ['erase', 'anna'], { ERASURES_FILE: path.join(place, 'raderingar') }),
};

async function said(command: typeof backup, words: string[], more: object = {}): Promise<string> {
  const lines: string[] = [];
  const environment = { DATA_DIR, SERVICE_KEY, ...more };
  const before = process.env.DATA_DIR;
  process.env.DATA_DIR = DATA_DIR;
  try {
    expect(await command(words, (line) => lines.push(line), environment)).toBe(1);
  } catch (error) {
    lines.push((error as Error).message);
  } finally {
    process.env.DATA_DIR = before;
  }
  return lines.join('\n');
}

beforeAll(async () => {
  writeFileSync(file, '');
  const db = await openDatabase(databaseOf({ dataDir: DATA_DIR }));
  await remember(db, { id: 'anna' }, new Date());
  await closeDatabase(db);
  expect(await backup([copy], () => {}, { DATA_DIR, SERVICE_KEY })).toBe(0);
});

describe.each(Object.entries(commands))('%s', (_name, command) => {
  it.each(places)('says in one Swedish line that it cannot write in %s, and what helps', async (place) => {
    const line = await command(place);
    expect(line).toMatch(/Det går inte att skriva i mappen \/\S+ \(E\w+\)\. Kontrollera att den går att skriva i/);
    expect(line).toContain(place);
    expect(line).not.toContain('\n');
    expect([path.dirname(file), path.dirname(copy)].map((folder) => readdirSync(folder))).toEqual([
      ['fil'],
      ['kopia.db'],
    ]);
  });
});

describe('a target that is no place for a file', () => {
  it('is refused where it is a folder', async () => {
    expect(await said(pack, ['--out', temporaryFolder()])).toContain('är en mapp. Ange också vad filen ska heta');
  });

  it('is named where documents are looked for in what is no folder', async () => {
    expect(await said(knowledge, ['list', '--folder', file])).toBe(
      `Mappen ${file} finns inte. Ange rätt mapp med --folder.`,
    );
  });

  it('is not the folder in which one happens to stand', async () => {
    for (const names of [[''], ['a', 'b']]) expect(await said(knowledge, ['export', ...names])).toContain('Så här:');
  });
});
