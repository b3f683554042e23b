import { createHash } from 'node:crypto';
import type Libsql from 'libsql';

/** A row as an engine gives it, by column. */
export type TableRow = Readonly<Record<string, unknown>>;

/** The row count and the sum of a table. Two tables with the same of both hold the same. */
export interface TableSum {
  readonly rows: number;
  /** The sum of all rows in any order; hexadecimal. */
  readonly sum: string;
}

const modulus = 1n << 128n;

/** Adds up rows one by one. Both engines give the same sum for the same content. NUL counts as U+FFFD, because PostgreSQL cannot store it. */
export function summing(): { add(row: TableRow): void; result(): TableSum } {
  let rows = 0;
  let sum = 0n;
  return {
    add: (row) => {
      const cells = Object.keys(row)
        .sort()
        .map((column) => [column, comparable(row[column])]);
      const hash = createHash('sha256').update(JSON.stringify(cells)).digest('hex');
      sum = (sum + BigInt(`0x${hash.slice(0, 32)}`)) % modulus;
      rows += 1;
    },
    result: () => ({ rows, sum: sum.toString(16).padStart(32, '0') }),
  };
}

const comparable = (cell: unknown): unknown => {
  if (typeof cell === 'string') return cell.replaceAll('\0', '\ufffd');
  return typeof cell === 'bigint' ? Number(cell) : cell;
};

/** One sum for a whole database, for a person to compare. */
export const totalOf = (sums: ReadonlyMap<string, TableSum>): { rows: number; sum: string } => ({
  rows: [...sums.values()].reduce((all, { rows }) => all + rows, 0),
  sum: createHash('sha256')
    .update(JSON.stringify([...sums].sort()))
    .digest('hex')
    .slice(0, 16),
});

/** Returns the tables of an open SQLite file that hold content. A table comes after the tables that it refers to. */
export function contentTables(sqlite: Libsql.Database): string[] {
  const names = (
    sqlite.prepare(`select name from sqlite_master where type = 'table' order by name`).raw().all() as [string][]
  )
    .map(([name]) => name)
    .filter((name) => !/^(sqlite_|kysely_)/.test(name));
  const ordered: string[] = [];
  const place = (name: string): void => {
    if (ordered.includes(name)) return;
    for (const { table } of sqlite.prepare(`pragma foreign_key_list("${name}")`).all() as { table: string }[])
      if (table !== name) place(table);
    ordered.push(name);
  };
  names.forEach(place);
  return ordered;
}

/** Reads the rows of a table of an open SQLite file one by one. `table` comes from the schema and never from a person. */
export const rowsIn = (sqlite: Libsql.Database, table: string): Iterable<TableRow> =>
  sqlite.prepare(`select * from "${table}"`).iterate() as Iterable<TableRow>;

/** The sum of each table of an open SQLite file, all of the same moment. */
export function sumsOf(sqlite: Libsql.Database): Map<string, TableSum> {
  const sums = new Map<string, TableSum>();
  sqlite.exec('begin');
  try {
    for (const table of contentTables(sqlite)) {
      const sum = summing();
      for (const row of rowsIn(sqlite, table)) sum.add(row);
      sums.set(table, sum.result());
    }
  } finally {
    sqlite.exec('rollback');
  }
  return sums;
}
