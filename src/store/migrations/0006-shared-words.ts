import { type Kysely } from 'kysely';

/** What HR may read of an occurrence: words that people share without their names, sealed. */
export const up = (db: Kysely<unknown>): Promise<void> =>
  db.schema.alterTable('releases').addColumn('words', 'text').execute();
