import { join } from 'node:path';
import { type Kysely, sql, SqliteAdapter } from 'kysely';
import { openPostgres } from './postgres';
import { type Schema } from './schema';
import { emptySqliteJournal, openSqlite } from './sqlite';

/** SQLite or PostgreSQL. The store uses what both can do; what only one needs is in sqlite.ts and postgres.ts. */
export type Database = Kysely<Schema>;

/** The database's name in the data folder, where there is no PostgreSQL. */
export const databaseFile = 'tillitscoachen.db';

/** Where the database is: a PostgreSQL URL, else a file in the data folder. */
export const databaseOf = ({ databaseUrl, dataDir }: { databaseUrl?: string; dataDir: string }): string =>
  databaseUrl ?? join(dataDir, databaseFile);

/**
 * Opens the database (a file, or PostgreSQL by its URL) and updates its tables. Acknowledged writes survive a crash.
 * @throws {Explained} one Swedish line for the operator: which database, what is wrong, what to do
 */
export const openDatabase = (where: string): Promise<Database> =>
  /^postgres(ql)?:/.test(where) ? openPostgres(where) : openSqlite(where);

/** Whether the database answers. */
export const isHealthy = (db: Database): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );

/** Closes the database. A file then holds everything, so a copy of it is a whole backup. */
export async function closeDatabase(db: Database): Promise<void> {
  await emptyJournal(db);
  await db.destroy();
}

/** Removes deleted content from the journal of a database file too. PostgreSQL does this itself. */
export async function emptyJournal(db: Database): Promise<void> {
  if (isSqlite(db)) await emptySqliteJournal(db);
}

/** Whether the database is a file, where one write runs at a time. */
export const isSqlite = (db: Database): boolean => db.getExecutor().adapter instanceof SqliteAdapter;
