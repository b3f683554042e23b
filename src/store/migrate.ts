import { DEFAULT_MIGRATION_TABLE, type Kysely, Migrator } from 'kysely';
import { migrations } from './migrations';
import { UnfitDatabase } from './openingError';
import { type Schema } from './schema';

/** Reads the names of the migrations that our database has had. */
export const migrationsDone = `select name from ${DEFAULT_MIGRATION_TABLE}`;

/**
 * Whether a database with these tables is empty.
 * @throws {UnfitDatabase} where it is another program's, before anything is written
 */
export function isNew(tables: readonly string[]): boolean {
  if (tables.length > 0 && !tables.includes(DEFAULT_MIGRATION_TABLE)) throw new UnfitDatabase('foreign');
  return tables.length === 0;
}

/** Checks that we know all migrations that the database has had. @throws {UnfitDatabase} `newer` */
export function refuseNewer(done: readonly string[]): void {
  if (done.some((name) => !(name in migrations))) throw new UnfitDatabase('newer');
}

/** Runs the migrations that are missing, in this schema where the engine has schemas. @throws {Error} where one fails */
export async function migrateToLatest(db: Kysely<Schema>, migrationTableSchema?: string): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const { error } = await new Migrator({ db, provider, migrationTableSchema }).migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('migration failed', { cause: error });
}
