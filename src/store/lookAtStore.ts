import { existsSync } from 'node:fs';
import { Kysely, PostgresDialect, sql } from 'kysely';
import Libsql from 'libsql';
import { connectingError } from './connectingError';
import { connectionsTo } from './connections';
import { isNew, migrationsDone, refuseNewer } from './migrate';
import { migrations } from './migrations';
import { openingError } from './openingError';
import { refuseUnfit } from './sqlite';

/** Milliseconds that a statement may take. */
const PATIENCE = 4_000;

/**
 * Looks at a database without changing it. Returns `none` where there is no database yet, else how many migrations the next start
 * will run.
 * @throws {Explained} one Swedish line for the operator where it cannot be used
 */
export const lookAtStore = (where: string): Promise<'none' | number> =>
  /^postgres(ql)?:/.test(where) ? lookAtPostgres(where) : Promise.resolve().then(() => lookAtSqlite(where));

function lookAtSqlite(file: string): 'none' | number {
  if (!existsSync(file)) return 'none';
  let sqlite: Libsql.Database | undefined;
  try {
    sqlite = new Libsql(file, { readonly: true, fileMustExist: true });
    refuseUnfit(sqlite);
    const tables = sqlite.prepare(`select name from sqlite_master where type = 'table'`).raw().all() as [string][];
    if (!tables.length) return 'none';
    return missing((sqlite.prepare(migrationsDone).raw().all() as [string][]).map(([name]) => name));
  } catch (error) {
    throw openingError(file, error);
  } finally {
    sqlite?.close();
  }
}

async function lookAtPostgres(url: string): Promise<'none' | number> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: connectionsTo(url, PATIENCE) }) });
  const names = async (query: string) =>
    (await sql.raw<{ name: string }>(query).execute(db)).rows.map(({ name }) => name);
  try {
    if (isNew(await names('select tablename as name from pg_tables where schemaname = current_schema()')))
      return 'none';
    const done = await names(migrationsDone);
    refuseNewer(done);
    return missing(done);
  } catch (error) {
    throw connectingError(url, error);
  } finally {
    await db.destroy();
  }
}

const missing = (done: readonly string[]): number =>
  Object.keys(migrations).filter((name) => !done.includes(name)).length;
