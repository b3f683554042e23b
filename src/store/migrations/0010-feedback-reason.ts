import { type Kysely } from 'kysely';

/** Why an answer did not help, chosen on the feedback form. */
export const up = (db: Kysely<unknown>): Promise<void> =>
  db.schema.alterTable('feedback').addColumn('reason', 'text').execute();
