import { type FiledDocument, type SeedDocument, type SharedLibrary } from '../documents/publishedDocument';
import { dayOf } from '../shared/localTime';
import { type Database } from './database';
import { newDocument, putVersion, raiseLibrary } from './documents';

/**
 * Returns the library in the database, from which all instances answer: its version, the published documents, and how those of a
 * release are added.
 * `version` grows with each change. @throws where the database cannot be read
 */
export const sharedLibrary = (db: Database, now: () => Date): SharedLibrary => ({
  version: async () => {
    const { version } = await db.selectFrom('library').select('version').executeTakeFirstOrThrow();
    return version;
  },
  published: async () => {
    const rows = await publishedVersions(db)
      .select(['document_id as id', 'text', 'plain', 'asked', 'facts', 'hash'])
      .execute();
    return rows.map(({ asked, facts, ...row }) => ({
      ...row,
      asked: JSON.parse(asked) as FiledDocument['asked'],
      facts: JSON.parse(facts) as FiledDocument['facts'],
    }));
  },
  seed: (documents) => seedDocuments(db, documents, dayOf(now())),
});

const publishedVersions = (db: Database) =>
  db
    .selectFrom('documents')
    .innerJoin('document_versions', (join) =>
      join.onRef('document_id', '=', 'documents.id').onRef('document_versions.version', '=', 'documents.version'),
    )
    .where('state', '=', 'published')
    .orderBy('documents.id');

/** Reads before it writes, because most starts find everything there and write nothing. */
async function seedDocuments(db: Database, seeds: readonly SeedDocument[], day: string): Promise<void> {
  if (isKnown(await seeded(db), seeds)) return;
  await db.transaction().execute(async (all) => {
    // Of two instances that start at once, one writes after the other.
    await raiseLibrary(all);
    const known = new Map((await seeded(all)).map((row) => [row.id, row]));
    for (const seed of seeds) {
      const row = known.get(seed.id);
      if (!row) {
        await all
          .insertInto('documents')
          .values({ ...newDocument(seed.id, day), state: 'published', version: 1, seed_hash: seed.hash })
          .execute();
        await putVersion(all, seed.id, versionOf(seed, 1), day);
      } else if (row.seed_hash !== seed.hash) {
        const isTaken = row.by_hr === 0;
        const version = row.version + 1;
        await all
          .updateTable('documents')
          .set({
            seed_hash: seed.hash,
            revision: row.revision + 1,
            ...(isTaken ? { state: 'published', version, changed_on: day } : { newer_seed: 1 }),
          })
          .where('id', '=', seed.id)
          .execute();
        if (isTaken) await putVersion(all, seed.id, versionOf(seed, version), day);
      }
    }
    const ids = new Set(seeds.map(({ id }) => id));
    for (const row of known.values())
      if (isGone(row, ids))
        await all
          .updateTable('documents')
          .set({ state: 'withdrawn', seed_hash: null, revision: row.revision + 1, changed_on: day })
          .where('id', '=', row.id)
          .execute();
  });
}

type SeededRow = Awaited<ReturnType<typeof seeded>>[number];

const seeded = (db: Database) =>
  db.selectFrom('documents').select(['id', 'seed_hash', 'by_hr', 'version', 'revision', 'state']).execute();

/** A release that lacks a document withdraws it, unless HR has changed the document. */
const isGone = ({ id, seed_hash, by_hr, state }: SeededRow, ids: ReadonlySet<string>): boolean =>
  seed_hash !== null && by_hr === 0 && state === 'published' && !ids.has(id);

function isKnown(rows: readonly SeededRow[], seeds: readonly SeedDocument[]): boolean {
  const hashes = new Map(rows.map(({ id, seed_hash }) => [id, seed_hash]));
  const ids = new Set(seeds.map(({ id }) => id));
  return seeds.every(({ id, hash }) => hashes.get(id) === hash) && !rows.some((row) => isGone(row, ids));
}

const versionOf = ({ text, plain, asked, facts, passages }: SeedDocument, version: number) => ({
  version,
  text,
  plain,
  asked,
  facts,
  passages,
  warnings: [],
  dropped: [],
});
