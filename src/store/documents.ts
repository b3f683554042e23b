import { createHash } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import {
  type DocumentChange,
  type DocumentStand,
  type DocumentStore,
  type DocumentVersion,
  type ListedDocument,
  type StoredDocument,
  type VersionFacts,
} from '../hr/documentPorts';
import { dayOf } from '../shared/localTime';
import { recordAudit } from './auditLog';
import { type Database } from './database';
import { type DocumentsTable, type DocumentVersionsTable } from './documentTables';

/** Fits the store to HR's port for documents. */
export const documentStore = (db: Database, now: () => Date): DocumentStore => ({
  list: () => listDocuments(db),
  find: async (id) => {
    const row = await db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();
    return row && asDocument(row);
  },
  version: (id, version) => findDocumentVersion(db, id, version),
  add: (id, draft, by) =>
    db.transaction().execute(async (all) => {
      const { numInsertedOrUpdatedRows } = await all
        .insertInto('documents')
        .values({ ...newDocument(id, dayOf(now())), draft: 1, by_hr: 1 })
        .onConflict((row) => row.doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows !== 1n) return false;
      await putVersion(all, id, { ...draft, version: 1 }, dayOf(now()));
      await recordAudit(all, { by: by.id, name: by.name, act: 'addDocument', about: id }, now());
      return true;
    }),
  change: (seen, change) => changeDocument(db, seen, change, now()),
  remove: (seen, by) =>
    db.transaction().execute(async (all) => {
      const { numDeletedRows } = await all
        .deleteFrom('documents')
        .where('id', '=', seen.id)
        .where('revision', '=', seen.revision)
        .where('state', '=', 'none')
        .executeTakeFirstOrThrow();
      if (numDeletedRows !== 1n) return false;
      await all.deleteFrom('document_versions').where('document_id', '=', seen.id).execute();
      await recordAudit(all, { by: by.id, name: by.name, act: 'discardDocument', about: seen.id }, now());
      return true;
    }),
  history: async (id) =>
    db
      .selectFrom('audit')
      .select(['act', 'name', 'at'])
      .where('about', '=', id)
      .where('act', 'like', '%Document%')
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(longestHistory)
      .execute(),
});

const longestHistory = 200;

/** Returns the row of a document that has no version yet. `day` is the local day (YYYY-MM-DD). */
export const newDocument = (id: string, day: string): Selectable<DocumentsTable> => ({
  id,
  state: 'none',
  version: 0,
  draft: null,
  before: null,
  revision: 0,
  seed_hash: null,
  by_hr: 0,
  newer_seed: 0,
  changed_on: day,
});

async function changeDocument(db: Database, seen: StoredDocument, change: DocumentChange, now: Date): Promise<boolean> {
  return db
    .transaction()
    .execute(async (all) => {
      const { also } = change;
      if (!(await changeOne(all, seen, change, now))) return false;
      if (also && !(await changeOne(all, also.seen, { by: change.by, ...also }, now))) throw new OtherIsChanged();
      return true;
    })
    .catch((error) => {
      if (error instanceof OtherIsChanged) return false;
      throw error;
    });
}

/** Takes back what the transaction has done. */
class OtherIsChanged extends Error {}

async function changeOne(
  all: Database,
  seen: StoredDocument,
  { by, act, next, put, drop }: Omit<DocumentChange, 'also'>,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await all
    .updateTable('documents')
    .set({
      state: next.live,
      version: next.version,
      draft: next.draft ?? null,
      before: next.before ? JSON.stringify(next.before) : null,
      revision: seen.revision + 1,
      by_hr: 1,
      ...(act === 'publishDocument' && next.draft === undefined && { newer_seed: 0 }),
      changed_on: dayOf(now),
    })
    .where('id', '=', seen.id)
    .where('revision', '=', seen.revision)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) return false;
  if (drop !== undefined)
    await all.deleteFrom('document_versions').where('document_id', '=', seen.id).where('version', '=', drop).execute();
  for (const version of put ?? []) await putVersion(all, seen.id, version, dayOf(now));
  if (seen.live === 'published' || next.live === 'published') await raiseLibrary(all);
  await recordAudit(all, { by: by.id, name: by.name, act, about: seen.id }, now);
  return true;
}

/** Raises the library's version, by which every instance sees that the documents have changed. */
export const raiseLibrary = (all: Database): Promise<unknown> =>
  all
    .updateTable('library')
    .set((row) => ({ version: row('version', '+', 1) }))
    .execute();

/**
 * Stores a version of a document, or replaces the one with the same number. `day` is the local day on which a new one is made.
 */
export async function putVersion(
  all: Database,
  id: string,
  version: Omit<DocumentVersion, 'madeOn'>,
  day: string,
): Promise<void> {
  const { version: number, text, plain, passages } = version;
  const json = {
    facts: JSON.stringify(version.facts),
    warnings: JSON.stringify(version.warnings),
    asked: JSON.stringify(version.asked),
    dropped: JSON.stringify(version.dropped),
  };
  const row = { text, plain, passages, ...json, hash: hashOf(text, plain, json.asked) };
  await all
    .insertInto('document_versions')
    .values({ document_id: id, version: number, made_on: day, ...row })
    .onConflict((conflict) => conflict.columns(['document_id', 'version']).doUpdateSet(row))
    .execute();
}

const hashOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

async function listDocuments(db: Database): Promise<ListedDocument[]> {
  const rows = await db
    .selectFrom('documents')
    .innerJoin('document_versions', (join) =>
      join
        .onRef('document_id', '=', 'documents.id')
        .on(
          'document_versions.version',
          '=',
          sql<number>`case when state = 'none' then draft else documents.version end`,
        ),
    )
    .selectAll('documents')
    .select(['document_versions.version as shown', 'facts', 'passages', 'warnings', 'made_on'])
    .execute();
  return rows
    .map(({ shown, facts, passages, warnings, made_on, ...row }) => ({
      ...asDocument(row),
      shown: asFacts({ version: shown, facts, passages, warnings, made_on }),
    }))
    .sort((one, other) => one.shown.facts.title.localeCompare(other.shown.facts.title, 'sv'));
}

async function findDocumentVersion(db: Database, id: string, version: number): Promise<DocumentVersion | undefined> {
  const row = await db
    .selectFrom('document_versions')
    .selectAll()
    .where('document_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return (
    row && {
      ...asFacts(row),
      text: row.text,
      plain: row.plain,
      asked: JSON.parse(row.asked) as DocumentVersion['asked'],
      dropped: JSON.parse(row.dropped) as string[],
    }
  );
}

const asFacts = (
  row: Pick<DocumentVersionsTable, 'version' | 'facts' | 'passages' | 'warnings' | 'made_on'>,
): VersionFacts => ({
  version: row.version,
  facts: JSON.parse(row.facts) as VersionFacts['facts'],
  passages: row.passages,
  warnings: JSON.parse(row.warnings) as VersionFacts['warnings'],
  madeOn: row.made_on,
});

const asDocument = (row: Selectable<DocumentsTable>): StoredDocument => ({
  id: row.id,
  live: row.state,
  version: row.version,
  ...(row.draft !== null && { draft: row.draft }),
  ...(row.before !== null && { before: JSON.parse(row.before) as DocumentStand }),
  revision: row.revision,
  changedOn: row.changed_on,
  hasNewerSeed: row.newer_seed === 1,
});
