import { compiledOnce } from '../../src/store/compiledOnce';
import { type Database } from '../../src/store/database';
import { temporaryDatabase, twoHandles } from './temporary';

const at = '2024-05-06T12:00:00.000Z';
let built = 0;
const add = compiledOnce((db, { id, name }: { id: string; name: string | null }) => {
  built += 1;
  return db
    .insertInto('people')
    .values({ id, name, first_seen_at: at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }));
});
const named = compiledOnce((db, { id }: { id: string }) => db.selectFrom('people').select('name').where('id', '=', id));

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
  built = 0;
});

describe('compiledOnce', () => {
  it('builds a query once, and gives each call its own values', async () => {
    await Promise.all([add(db, { id: 'a', name: 'Anna' }), add(db, { id: 'b', name: 'Bo' })]);
    expect(built).toBe(1);
    expect((await named(db, { id: 'a' })).rows).toEqual([{ name: 'Anna' }]);
    expect((await named(db, { id: 'b' })).rows).toEqual([{ name: 'Bo' }]);
    expect((await named(db, { id: 'c' })).rows).toEqual([]);
  });

  it('puts a value in every place where the query has it, also nothing', async () => {
    await add(db, { id: 'a', name: 'Anna' });
    const { numAffectedRows } = await add(db, { id: 'a', name: null });
    expect(numAffectedRows).toBe(1n);
    expect((await named(db, { id: 'a' })).rows).toEqual([{ name: null }]);
  });

  it('belongs to the transaction that it is called in', async () => {
    await add(db, { id: 'a', name: 'Anna' });
    const failing = db.transaction().execute(async (all) => {
      await add(all, { id: 'a', name: 'Bo' });
      expect((await named(all, { id: 'a' })).rows).toEqual([{ name: 'Bo' }]);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect((await named(db, { id: 'a' })).rows).toEqual([{ name: 'Anna' }]);
  });

  it('runs in the database that it is called with', async () => {
    const [one] = await twoHandles();
    await add(one, { id: 'a', name: 'Anna' });
    expect((await named(db, { id: 'a' })).rows).toEqual([]);
  });
});
