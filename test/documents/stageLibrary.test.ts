import { existsSync, mkdirSync, readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { type SharedLibrary } from '../../src/documents/publishedDocument';
import { stageLibrary } from '../../src/documents/stageLibrary';
import { temporaryFolder } from '../store/temporary';

const hour = 60 * 60 * 1000;
const shared: SharedLibrary = {
  version: () => Promise.resolve(1),
  published: () => Promise.resolve([]),
  seed: () => Promise.resolve(),
};

/** An instance that shares the folder of libraries with others. */
const anInstance = (libraries: string) =>
  stageLibrary({ seed: temporaryFolder(), libraries }, shared, () => Promise.resolve(''));

afterEach(() => jest.restoreAllMocks());

it('leaves the files of another instance alone, also where the clock of the disk is days behind', async () => {
  const now = Date.now();
  jest.spyOn(Date, 'now').mockImplementation(() => now + 48 * hour);
  const libraries = temporaryFolder();
  const first = await anInstance(libraries).folder();
  const second = await anInstance(libraries).folder();
  expect([first, second].map((folder) => existsSync(folder))).toEqual([true, true]);
});

it('removes what an instance has left behind that died hours ago, and nothing younger', async () => {
  const libraries = temporaryFolder();
  for (const [name, age] of [
    ['dead', 7],
    ['silent', 5],
  ] as const) {
    const folder = path.join(libraries, name);
    mkdirSync(folder);
    const then = new Date(Date.now() - age * hour);
    utimesSync(folder, then, then);
  }
  const folder = await anInstance(libraries).folder();
  expect(readdirSync(libraries).sort()).toEqual([path.basename(path.dirname(folder)), 'silent'].sort());
});
