import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { databaseFile, type Database } from '../../src/store/database';
import { onPostgres } from '../store/temporary';

/** A row with its table and its place: everything that an engine tells about it. */
type Row = Readonly<Record<string, unknown>>;
export type Stolen = readonly Row[];

/** The whole database in the order in which it is stored, read without the service key. */
export async function steal(db: Database): Promise<Stolen> {
  const { rows: tables } = await (
    onPostgres
      ? sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema() order by 1`
      : sql<{ name: string }>`select name from sqlite_master where type = 'table' order by 1`
  ).execute(db);
  const all = tables
    .filter(({ name }) => !name.startsWith('kysely'))
    .map(async ({ name }) => {
      const { rows } = await (
        onPostgres
          ? sql<Row>`select ctid::text, xmin::text, xmax::text, t.* from ${sql.table(name)} as t`
          : sql<Row>`select * from ${sql.table(name)}`
      ).execute(db);
      return rows.map((row) => ({ table: name, ...row }));
    });
  return (await Promise.all(all)).flat();
}

/** The bytes of the file. */
export const bytesOf = (dataDir: string): string =>
  onPostgres ? '' : readFileSync(join(dataDir, databaseFile)).toString('latin1');

/** What names something: an id or a pseudonym, also the one before an encrypted text. */
const isName = (text: string): boolean => /^([0-9a-f-]{36}|[\w-]{43})$/.test(text);
const isText = (cell: unknown): cell is string => typeof cell === 'string';
const namesIn = (row: Row): string[] =>
  Object.values(row).flatMap((cell) => (isText(cell) ? [cell, cell.split('.')[0]!].filter(isName) : []));
const tellsOf = (row: Row, names: ReadonlySet<string>): boolean =>
  Object.values(row).some((cell) => isText(cell) && [...names].some((name) => cell.includes(name)));

/** Every row that leads to a person: it holds a name of the person's, or a name in such a row. */
export function rowsOf(stolen: Stolen, person: readonly string[]): Stolen {
  // Rows of HR's campaigns lead to everybody.
  const common = new Set(stolen.filter(({ table }) => String(table).startsWith('campaign')).flatMap(namesIn));
  const names = new Set(person);
  for (;;) {
    const rows = stolen.filter((row) => tellsOf(row, names));
    const found = rows.flatMap(namesIn).filter((name) => !common.has(name) && !names.has(name));
    if (!found.length) return rows;
    for (const name of found) names.add(name);
  }
}

/**
 * A person's rows, made comparable with another's: without names, times as days, and only the length of message ids and encrypted
 * texts.
 */
export const likenessOf = (stolen: Stolen, person: readonly string[]): string[] =>
  rowsOf(stolen, person)
    .map(({ ctid, xmin, xmax, ...row }) =>
      JSON.stringify(row, (column, cell: unknown) => {
        if (!isText(cell)) return cell;
        if (isName(cell)) return 'a name';
        if (column === 'message' || /(^|\.)v\d\./.test(cell)) return cell.length;
        if (column.endsWith('_at')) return cell.slice(0, 10);
        return person.reduce((text, name) => text.replaceAll(name, 'a name'), cell);
      }),
    )
    .sort();
