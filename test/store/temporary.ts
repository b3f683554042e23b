import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase, type Database, openDatabase } from '../../src/store/database';

const folders: string[] = [];
const databases: Database[] = [];

afterAll(async () => {
  await Promise.all(databases.map(closeDatabase));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  folders.push(folder);
  return folder;
}

/** A real database in `file`, by default in a folder of its own; closed after the test file. */
export async function temporaryDatabase(file = join(temporaryFolder(), 'store.db')): Promise<Database> {
  const db = await openDatabase(file);
  databases.push(db);
  return db;
}

/** Two handles on one new file, as two instances hold it. */
export async function twoHandles(): Promise<[Database, Database]> {
  const file = join(temporaryFolder(), 'store.db');
  return [await temporaryDatabase(file), await temporaryDatabase(file)];
}

/** Every byte that lies on disk in a folder, journal included. */
export function bytesOnDisk(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}
