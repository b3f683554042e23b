import { existsSync } from 'node:fs';
import { type Config } from '../shared/config';
import { databaseOf, openDatabase, type Database } from '../store/database';

/** The service's database; never a new one. Rejects with one Swedish line for the operator. */
export async function openStore(config: Config): Promise<Database> {
  const where = databaseOf(config);
  if (!config.databaseUrl && !existsSync(where))
    throw new Error(`Databasen ${where} finns inte. Ange rätt mapp med DATA_DIR.`);
  return openDatabase(where);
}
