import { DEFAULT_MIGRATION_TABLE, Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { migrations } from './migrations';
import { type Schema } from './schema';

/** Connections of one instance; a turn needs one for some milliseconds. */
const MOST_CONNECTIONS = 10;
/** Milliseconds that a connection, and then a statement, may take: Teams waits ten seconds for an answer. */
const CONNECTION_TIMEOUT = 4_000;
const STATEMENT_TIMEOUT = 5_000;

/**
 * Connects to the PostgreSQL that the URL names and brings its tables up to date; of instances that start at once one does.
 * Rejects with one Swedish line for the operator, without user and password.
 */
export async function openPostgres(url: string): Promise<Kysely<Schema>> {
  const pool = new Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
    query_timeout: STATEMENT_TIMEOUT + 1_000,
    keepAlive: true,
  });
  // A resting connection that is lost would end the process; the pool makes a new one when it is needed.
  pool.on('error', () => undefined);
  // Whatever the server's default is: what has been acknowledged is on disk.
  pool.on('connect', (client) => void client.query('set synchronous_commit = on').catch(() => undefined));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await refuseNewer(db);
    const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error instanceof Error ? error : new Error('migration failed', { cause: error });
    return db;
  } catch (error) {
    await db.destroy();
    throw new Error(`Databasen ${nameOf(url)} ${explain(error)}`, { cause: error });
  }
}

class NewerDatabase extends Error {}

async function refuseNewer(db: Kysely<Schema>): Promise<void> {
  const tables = await sql<{ found: string | null }>`select to_regclass(${DEFAULT_MIGRATION_TABLE}) as found`.execute(
    db,
  );
  if (!tables.rows[0]?.found) return;
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  if (rows.some(({ name }) => !(name in migrations))) throw new NewerDatabase();
}

/** "host:port/database", which may be shown. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** PostgreSQL's and Node's codes (postgresql.org/docs/current/errcodes-appendix.html) in the operator's words. */
function explain(error: unknown): string {
  if (error instanceof NewerDatabase)
    return 'är skapad av en nyare version av Tillitscoachen. Starta den versionen, eller lägg tillbaka en säkerhetskopia från före uppgraderingen.';
  const { code } = error as { code?: string };
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case undefined:
      return 'svarar inte. Kontrollera att PostgreSQL är igång och att adressen i DATABASE_URL stämmer.';
    case '28P01':
    case '28000':
      return 'godtar inte användaren eller lösenordet. Rätta dem i DATABASE_URL.';
    case '3D000':
      return 'finns inte. Skapa den med createdb, eller rätta namnet i DATABASE_URL.';
    case '42501':
      return 'ger inte användaren rätt att skapa tabeller. Ge den rätten: grant create on schema public to ….';
    case '53300':
      return `har inga lediga anslutningar. Tjänsten behöver ${MOST_CONNECTIONS} per instans: höj max_connections.`;
    default:
      return `går inte att öppna (${code}). Se PostgreSQL:s logg.`;
  }
}
