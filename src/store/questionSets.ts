import { type Selectable } from 'kysely';
import { flowIdOf, type QuestionSetVersion } from '../coaching/questionSet';
import { type QuestionSet, type QuestionSetStore } from '../hr/ports';
import { dayOf } from '../shared/localTime';
import { type Database } from './database';
import { type QuestionSetsTable, type QuestionSetVersionsTable } from './questionSetTables';

/** Fits the store to HR's port for question sets. */
export const questionSetStore = (db: Database, now: () => Date): QuestionSetStore => ({
  list: () => readSets(db),
  find: async (id) => (await readSets(db, id))[0],
  add: (set) => addSet(db, set, dayOf(now())),
  change: (set) => changeSet(db, set, dayOf(now())),
  retire: (id, revision) => retireSet(db, id, revision, dayOf(now())),
});

/** A version of a question set, also of one that is retired; undefined where it does not exist. */
export async function findVersion(
  db: Database,
  { set, version }: Pick<QuestionSetVersion, 'set' | 'version'>,
): Promise<QuestionSetVersion | undefined> {
  const row = await db
    .selectFrom('question_set_versions')
    .selectAll()
    .where('set_id', '=', set)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && asVersion(row);
}

/** Latest first. */
async function readSets(db: Database, id?: string): Promise<QuestionSet[]> {
  const rows = await db
    .selectFrom('question_sets')
    .innerJoin('question_set_versions', (join) =>
      join
        .onRef('set_id', '=', 'question_sets.id')
        .onRef('question_set_versions.version', '=', 'question_sets.version'),
    )
    .selectAll('question_sets')
    .select(['set_id', 'title', 'principle', 'steps'])
    .$if(id !== undefined, (query) => query.where('question_sets.id', '=', id!))
    .orderBy('changed_on', 'desc')
    .orderBy('question_sets.id')
    .execute();
  return rows.map(asSet);
}

async function addSet(db: Database, set: QuestionSet, day: string): Promise<void> {
  const { version, state } = set;
  await db.transaction().execute(async (all) => {
    await all
      .insertInto('question_sets')
      .values({ id: set.set, state, version, revision: 0, created_on: day, changed_on: day, retired_on: null })
      .execute();
    await all.insertInto('question_set_versions').values(rowOf(set)).execute();
  });
}

/**
 * Stores the next version of a set. Drafts and templates of campaigns get it, and their revision is raised, so that a person who
 * has seen the former version cannot launch it. Launched campaigns keep their version. False where somebody else has changed the
 * set.
 */
async function changeSet(db: Database, set: QuestionSet, day: string): Promise<boolean> {
  const next = { ...set, version: set.version + 1 };
  return db.transaction().execute(async (all) => {
    const { numUpdatedRows } = await all
      .updateTable('question_sets')
      .set({ state: set.state, version: next.version, revision: set.revision + 1, changed_on: day })
      .where('id', '=', set.set)
      .where('revision', '=', set.revision)
      .where('state', '!=', 'retired')
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) return false;
    await all.insertInto('question_set_versions').values(rowOf(next)).execute();
    await all
      .updateTable('campaigns')
      .set((row) => ({ flow: flowIdOf(next), revision: row('revision', '+', 1) }))
      .where('flow', '=', flowIdOf(set))
      .where('state', 'in', ['draft', 'template'])
      .execute();
    return true;
  });
}

async function retireSet(db: Database, id: string, revision: number, day: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('question_sets')
    .set({ state: 'retired', revision: revision + 1, changed_on: day, retired_on: day })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '!=', 'retired')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

const rowOf = ({ set, version, title, principle, steps }: QuestionSetVersion): QuestionSetVersionsTable => ({
  set_id: set,
  version,
  title,
  principle: principle ?? null,
  steps: JSON.stringify(steps),
});

const asVersion = (row: Selectable<QuestionSetVersionsTable>): QuestionSetVersion => ({
  set: row.set_id,
  version: row.version,
  title: row.title,
  ...(row.principle !== null && { principle: row.principle }),
  steps: JSON.parse(row.steps) as object[],
});

const asSet = (row: Selectable<QuestionSetsTable & QuestionSetVersionsTable>): QuestionSet => ({
  ...asVersion(row),
  state: row.state,
  revision: row.revision,
  changedOn: row.changed_on,
});
