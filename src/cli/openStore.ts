import { existsSync } from 'node:fs';
import { type Config } from '../shared/config';
import { databaseOf, openDatabase, type Database } from '../store/database';
import { cliTexts } from './cliTexts';
import { fill } from '../shared/fill';

/** Opens the service's database. It never makes a new one. @throws one Swedish line for the operator */
export async function openStore(config: Config): Promise<Database> {
  const where = databaseOf(config);
  if (!config.databaseUrl && !existsSync(where)) throw new Error(fill(cliTexts.noDatabase, { file: where }));
  return openDatabase(where);
}
