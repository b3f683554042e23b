import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { closeDatabase, type Database, openDatabase } from '../../src/store/database';

/** The store's tests run on SQLite, and with this set on PostgreSQL (jest/projects.js). */
export const onPostgres = (globalThis as { engine?: string }).engine === 'postgres';

const folders: string[] = [];
/**
 * The PostgreSQL database of this test file; its places are schemas there. One for all files would not do: a start looks at every
 * schema of its database, and fails where another file drops one at that moment.
 */
let ownDatabase: Promise<string> | undefined;
const databases = new Map<Database, string>();

afterAll(async () => {
  await Promise.all([...databases.keys()].map(closeDatabase));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  const made = ownDatabase ? [...copies, await ownDatabase] : copies;
  for (const name of made) await onServer(serverUrl(), `drop database ${name} with (force)`);
});

/** An empty folder that is gone after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  folders.push(folder);
  return folder;
}

/** The PostgreSQL of the tests: test/postgres/ starts one where none is named. */
function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is not set: test/postgres/start.ts sets it.');
  return url;
}

async function onServer(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const newName = () => `test_${randomUUID().replaceAll('-', '')}`;

async function newDatabase(): Promise<string> {
  const name = newName();
  await onServer(serverUrl(), `create database ${name}`);
  return name;
}

/** Where a new, empty database can be opened: a file in a folder of its own, or the URL of a schema of its own in PostgreSQL. */
export async function temporaryPlace(): Promise<string> {
  if (!onPostgres) return join(temporaryFolder(), 'store.db');
  const url = new URL(serverUrl());
  url.pathname = await (ownDatabase ??= newDatabase());
  const name = newName();
  await onServer(url.href, `create schema ${name}`);
  url.searchParams.set('options', `-c search_path=${name}`);
  url.searchParams.set('application_name', name);
  return url.href;
}

const copies: string[] = [];

/**
 * A place whose tables are made. PostgreSQL copies a database (test/postgres/start.ts makes it) in a fraction of the time that the
 * migrations take.
 */
async function migratedPlace(): Promise<string> {
  const template = process.env.TEST_TEMPLATE;
  if (!onPostgres || !template) return temporaryPlace();
  const name = newName();
  await onServer(serverUrl(), `create database ${name} template ${template}`);
  copies.push(name);
  const url = new URL(serverUrl());
  url.pathname = name;
  url.searchParams.set('application_name', name);
  return url.href;
}

/** A real database, by default a new one. It is closed after the test file. */
export async function temporaryDatabase(place?: string): Promise<Database> {
  const where = place ?? (await migratedPlace());
  const db = await openDatabase(where);
  databases.set(db, where);
  return db;
}

/** Two handles on one new database, as two instances hold it. */
export async function twoHandles(): Promise<[Database, Database]> {
  const place = await migratedPlace();
  return [await temporaryDatabase(place), await temporaryDatabase(place)];
}

/** All that is stored: of a file every byte on disk, journal included; of PostgreSQL every row. */
export async function allStored(db: Database): Promise<Buffer> {
  if (!onPostgres) {
    const folder = dirname(databases.get(db)!);
    return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  }
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = current_schema()`.execute(db);
  const rows = await Promise.all(
    tables.rows.map(({ name }) => sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)),
  );
  return Buffer.from(rows.flatMap((result) => result.rows.flatMap((row) => Object.values(row))).join('\n'));
}
