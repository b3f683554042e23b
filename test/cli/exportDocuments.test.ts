import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportDocuments } from '../../src/cli/exportDocuments';
import { readSeed } from '../../src/documents/readSeed';
import { openDatabase, closeDatabase, databaseOf } from '../../src/store/database';
import { sharedLibrary } from '../../src/store/library';
import { knowledge } from '../knowledge/library';
import { temporaryFolder } from '../store/temporary';

describe('npm run knowledge -- export', () => {
  it('writes the documents back as the very files that they came from', async () => {
    const [dataDir, folder] = [temporaryFolder(), path.join(temporaryFolder(), 'ut')];
    const db = await openDatabase(databaseOf({ dataDir }));
    await sharedLibrary(db, () => new Date()).seed(readSeed(knowledge));
    await closeDatabase(db);
    const lines: string[] = [];
    expect(await exportDocuments(folder, (line) => lines.push(line), { DATA_DIR: dataDir })).toBe(0);
    expect(lines.at(-1)).toContain(`5 publicerade dokument ligger i ${folder}`);
    const written = readdirSync(folder).filter((name) => name.endsWith('.md'));
    expect(written).toHaveLength(5);
    for (const name of written)
      expect(readFileSync(path.join(folder, name), 'utf8')).toBe(readFileSync(path.join(knowledge, name), 'utf8'));
    // The same documents come of them.
    const hashes = (of: string) => readSeed(of).map(({ id, hash }) => [id, hash]);
    expect(hashes(folder)).toEqual(hashes(knowledge));
  });

  it('leaves a file of questions that says the same as it is, with its comments', async () => {
    const [dataDir, folder] = [temporaryFolder(), temporaryFolder()];
    const db = await openDatabase(databaseOf({ dataDir }));
    await sharedLibrary(db, () => new Date()).seed(readSeed(knowledge));
    await closeDatabase(db);
    mkdirSync(folder, { recursive: true });
    cpSync(path.join(knowledge, 'asked.yaml'), path.join(folder, 'asked.yaml'));
    await exportDocuments(folder, () => {}, { DATA_DIR: dataDir });
    const asked = (of: string) => readFileSync(path.join(of, 'asked.yaml'), 'utf8');
    expect(asked(folder)).toBe(asked(knowledge));
  });

  it('says in Swedish that it cannot write there', async () => {
    const [dataDir, folder] = [temporaryFolder(), path.join(temporaryFolder(), 'fil')];
    await closeDatabase(await openDatabase(databaseOf({ dataDir })));
    writeFileSync(folder, '');
    const exporting = exportDocuments(folder, () => {}, { DATA_DIR: dataDir });
    await expect(exporting).rejects.toThrow(/^Det går inte att skriva i mappen .*fil \(E\w+\)\./);
  });

  it('says what is wrong where there is no database', async () => {
    await expect(exportDocuments('ut', () => {}, { DATA_DIR: temporaryFolder() })).rejects.toThrow('finns inte');
  });
});
