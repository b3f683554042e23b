import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

type Result = QueryResult<never>;

/** A statement that writes, until it is on disk. */
interface Write {
  readonly query: CompiledQuery;
  readonly settle: (write: () => Result) => void;
  readonly fail: (error: unknown) => void;
}

/** Turns of the event loop for which writes are gathered. Under load each brings more writes; idle turns take no time. */
const turns = 4;

/**
 * A Kysely dialect for one SQLite connection that commits in groups. The writes of a few turns of the event loop share one
 * transaction, and so one wait for the disk. Each write is acknowledged after that wait. A write that fails does not affect the
 * others. A transaction has the connection to itself; other reads and writes wait. `inTransaction` says whether a transaction was
 * begun outside Kysely (by a migration).
 */
export function groupCommitDialect(sqlite: SqliteDatabase, inTransaction: () => boolean): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => createDriver(sqlite, inTransaction),
  };
}

function createDriver(sqlite: SqliteDatabase, inTransaction: () => boolean): Driver {
  let group: Write[] = [];
  let owner: DatabaseConnection | undefined;
  let waiting: (() => void)[] = [];

  const execute = (text: string) => void sqlite.prepare(text).run([]);
  const run = ({ sql, parameters }: CompiledQuery): Result => {
    const { changes } = sqlite.prepare(sql).run(parameters);
    return { numAffectedRows: BigInt(changes), rows: [] };
  };

  /** Commits the gathered writes. */
  function flush(): void {
    const writes = group;
    group = [];
    if (writes.length < 2 || inTransaction()) {
      for (const { query, settle } of writes) settle(() => run(query));
      return;
    }
    try {
      execute('begin immediate');
      const results = writes.map(({ query }) => attempt(() => run(query)));
      execute('commit');
      writes.forEach(({ settle }, at) => settle(results[at]!));
    } catch (error) {
      if (inTransaction()) execute('rollback');
      for (const { fail } of writes) fail(error);
    }
  }

  const write = (query: CompiledQuery) =>
    new Promise<Result>((resolve, reject) => {
      if (!group.length) later(turns, () => (owner ? undefined : flush()));
      const settle = (result: () => Result) => {
        try {
          resolve(result());
        } catch (error) {
          reject(error instanceof Error ? error : new Error('write failed', { cause: error }));
        }
      };
      group.push({ query, settle, fail: reject });
    });

  /** Resolves when the transaction ends. Another caller may begin the next one first, so each caller looks again. */
  const ended = () => new Promise<void>((resolve) => waiting.push(resolve));
  function end(text: string): void {
    try {
      execute(text);
    } finally {
      owner = undefined;
      const next = waiting;
      waiting = [];
      for (const wake of next) wake();
      flush();
    }
  }

  async function query<R>(connection: DatabaseConnection, compiled: CompiledQuery): Promise<QueryResult<R>> {
    while (owner && owner !== connection) await ended();
    const statement = sqlite.prepare(compiled.sql);
    if (statement.reader) return { rows: statement.all(compiled.parameters) as R[] };
    return owner === connection ? run(compiled) : write(compiled);
  }

  return {
    init: () => Promise.resolve(),
    acquireConnection: () => {
      const connection: DatabaseConnection = {
        executeQuery: (compiled) => query(connection, compiled),
        streamQuery: () => {
          throw new Error('SQLite reads are not streamed here.');
        },
      };
      return Promise.resolve(connection);
    },
    // It takes the write lock at once: one that reads first could not write after another process has written.
    beginTransaction: async (connection) => {
      while (owner) await ended();
      flush();
      execute('begin immediate');
      owner = connection;
    },
    commitTransaction: () => Promise.resolve(end('commit')),
    rollbackTransaction: () => Promise.resolve(end('rollback')),
    releaseConnection: () => Promise.resolve(),
    destroy: async () => {
      while (owner) await ended();
      flush();
      sqlite.close();
    },
  };
}

/** Runs after this many turns of the event loop; at once where nothing else is to be done. */
const later = (loops: number, run: () => void): unknown => setImmediate(loops > 1 ? () => later(loops - 1, run) : run);

/** Runs now, and returns the result later. */
function attempt(write: () => Result): () => Result {
  try {
    const result = write();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
