import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, type SqliteDatabase, sql, type SqliteStatement } from 'kysely';
import Libsql from 'libsql';
import { makePrivateFolder } from '../shared/folder';
import { groupCommitDialect } from './groupCommit';
import { isNew, migrateToLatest, migrationsDone, refuseNewer } from './migrate';
import { causeOf, openingError, UnfitDatabase } from './openingError';
import { type Schema } from './schema';

/** Milliseconds that a statement waits for another process's write. The event loop stands still meanwhile. */
const BUSY_TIMEOUT = 5_000;
/** The most prepared statements that are cached. The service has some dozens. */
const MAX_STATEMENTS = 500;
/** Milliseconds that a start waits for another process that is migrating. The event loop runs meanwhile. */
const START_TIMEOUT = 30_000;

/**
 * Opens the database in `file`, makes the folder and the file where needed (readable by this user only), and updates the tables.
 * Acknowledged writes survive a crash of the process and of the machine (WAL, synchronous=full).
 * @throws {Explained} one Swedish line for the operator: file, fault, remedy
 */
export async function openSqlite(file: string): Promise<Kysely<Schema>> {
  let sqlite: Libsql.Database | undefined;
  try {
    makePrivateFolder(dirname(file));
    closeSync(openSync(file, 'a', 0o600));
    const opened = (sqlite = new Libsql(file));
    await onceFree(() => prepare(opened));
    const db = new Kysely<Schema>({
      dialect: groupCommitDialect(preparingOnce(opened), () => opened.inTransaction),
    });
    await migrate(opened, db);
    opened.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
    return db;
  } catch (error) {
    sqlite?.close();
    throw openingError(file, error);
  }
}

/**
 * Moves the write-ahead journal into the file and empties it, so that neither holds deleted content. Where another process is
 * reading at that moment, its next checkpoint does it.
 */
export async function emptySqliteJournal(db: Kysely<Schema>): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

/**
 * Each SQL text is prepared once. Kysely would prepare it at every call, and libsql frees a statement's memory only when the
 * event loop turns: 200,000 statements in one batch took 1 GB. Statements run to their end at once, so sharing is safe.
 */
function preparingOnce(sqlite: Libsql.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  const prepareNew = (text: string) => {
    // Lists of many lengths (`in (?, ?, …)`) must not fill the memory.
    if (statements.size >= MAX_STATEMENTS) statements.clear();
    const statement = sqlite.prepare(text);
    statements.set(text, statement);
    return statement;
  };
  return {
    close: () => void sqlite.close(),
    prepare: (text) => statements.get(text) ?? prepareNew(text),
  };
}

/** The settings of every connection, after the checks that change nothing. */
function prepare(sqlite: Libsql.Database): void {
  refuseUnfit(sqlite);
  sqlite.pragma('journal_mode = wal');
  sqlite.pragma('synchronous = full');
  sqlite.pragma('foreign_keys = on');
  // Deleted content is overwritten with zeros, so that what a person has erased does not stay in free pages.
  sqlite.pragma('secure_delete = on');
}

/**
 * Checks, before anything is written, that the file is whole, is ours and has only migrations that we know.
 * @throws {UnfitDatabase}
 */
export function refuseUnfit(sqlite: Libsql.Database): void {
  const names = (query: string) => (sqlite.prepare(query).raw().all() as [string][]).map(([name]) => name);
  if (names('pragma quick_check(1)')[0] !== 'ok') throw new UnfitDatabase('damaged');
  const tables = names(`select name from sqlite_master where type = 'table'`);
  if (!isNew(tables)) refuseNewer(names(migrationsDone));
}

/** Kysely takes no migration lock on SQLite. One write transaction around it all keeps other processes out. */
async function migrate(sqlite: Libsql.Database, db: Kysely<Schema>): Promise<void> {
  await onceFree(() => sqlite.exec('begin immediate'));
  try {
    await migrateToLatest(db);
    sqlite.exec('commit');
  } finally {
    if (sqlite.inTransaction) sqlite.exec('rollback');
  }
}

/** Tries again while another process has the file, so that two may start at once. */
async function onceFree(attempt: () => void): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      // Also SQLITE_BUSY_SNAPSHOT: another process has written between our read and our write.
      if (!String(causeOf(error)).startsWith('SQLITE_BUSY') || Date.now() > deadline) throw error;
      await pause(20);
    }
  }
}
