import Libsql from 'libsql';
import { sql } from 'kysely';
import { Explained } from '../shared/errors';
import { type Database } from './database';
import { contentTables, type TableRow, rowsIn, summing, type TableSum } from './tableSums';
import { operatorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** Rows in one statement. */
const BATCH = 500;

/**
 * Copies everything from the SQLite file into an empty PostgreSQL database with the same tables, in one transaction. The file
 * does not change, and nobody may write to it meanwhile. Each table is read back and compared. `copied` is called with each table and
 * what it holds.
 * @throws {Explained} one Swedish line for the operator
 */
export async function moveToPostgres(
  file: string,
  target: Database,
  copied: (table: string, sum: TableSum) => void,
): Promise<void> {
  const source = new Libsql(file, { fileMustExist: true });
  try {
    source.exec('begin immediate');
    await target.transaction().execute(async (all) => {
      const tables = contentTables(source);
      for (const table of tables) await sql`lock table ${sql.table(table)} in exclusive mode`.execute(all);
      // A new database has one row: the library's version, at its beginning.
      await sql`delete from library where version = 0`.execute(all);
      for (const table of tables) await refuseFilled(all, table);
      for (const table of tables) {
        const sent = await copy(all, table, rowsIn(source, table));
        const arrived = await sumIn(all, table);
        if (sent.rows !== arrived.rows || sent.sum !== arrived.sum)
          throw new Explained(fill(operatorTexts.move.differs, { table, sent: sent.rows, arrived: arrived.rows }));
        copied(table, sent);
      }
    });
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY'))
      throw new Explained(fill(operatorTexts.move.inUse, { file }), { cause: error });
    throw error;
  } finally {
    // Closing it would not release the lock while the process lives.
    if (source.inTransaction) source.exec('rollback');
    source.close();
  }
}

async function refuseFilled(target: Database, table: string): Promise<void> {
  const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(target);
  if (rows.length) throw new Explained(fill(operatorTexts.move.notEmpty, { table }));
}

async function copy(target: Database, table: string, rows: Iterable<TableRow>): Promise<TableSum> {
  const sum = summing();
  let batch: TableRow[] = [];
  const send = async () => {
    if (batch.length)
      await target
        .insertInto(table as 'people')
        .values(batch as never)
        .execute();
    batch = [];
  };
  for (const row of rows) {
    sum.add(row);
    batch.push(row);
    if (batch.length === BATCH) await send();
  }
  await send();
  return sum.result();
}

async function sumIn(target: Database, table: string): Promise<TableSum> {
  const sum = summing();
  await sql`declare everything no scroll cursor for select * from ${sql.table(table)}`.execute(target);
  for (;;) {
    const { rows } = await sql<TableRow>`fetch ${sql.lit(BATCH)} from everything`.execute(target);
    if (!rows.length) break;
    for (const row of rows) sum.add(row);
  }
  await sql`close everything`.execute(target);
  return sum.result();
}
