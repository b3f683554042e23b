import { Kysely, PostgresDialect, sql } from 'kysely';
import { connectingError } from './connectingError';
import { connectionsTo } from './connections';
import { isNew, migrateToLatest, migrationsDone, refuseNewer } from './migrate';
import { type Schema } from './schema';

/** Milliseconds that a statement may take: Teams waits ten seconds for an answer, and a failure has to be told within them. */
const STATEMENT_TIMEOUT = 4_000;
/** Milliseconds in which a start may update the tables, or wait for another instance that does. */
const START_TIMEOUT = 60_000;

/**
 * Connects to the PostgreSQL database that the URL names, and updates its tables. Of instances that start together, one updates
 * them.
 * @throws {Explained} one Swedish line for the operator, without user and password
 */
export async function openPostgres(url: string): Promise<Kysely<Schema>> {
  const opening = connect(url, START_TIMEOUT);
  try {
    if (!isNew(await names(opening, 'select tablename as name from pg_tables where schemaname = current_schema()')))
      refuseNewer(await names(opening, migrationsDone));
    // The schema is named, because Kysely would take another program's list of migrations in another schema for ours.
    const [schema] = await names(opening, 'select current_schema() as name');
    await migrateToLatest(opening, schema);
  } catch (error) {
    throw connectingError(url, error);
  } finally {
    await opening.destroy();
  }
  return connect(url, STATEMENT_TIMEOUT);
}

const connect = (url: string, patience: number): Kysely<Schema> =>
  new Kysely({ dialect: new PostgresDialect({ pool: connectionsTo(url, patience) }) });

const names = async (db: Kysely<Schema>, query: string): Promise<string[]> =>
  (await sql.raw<{ name: string }>(query).execute(db)).rows.map(({ name }) => name);
