import { type PostgresPool, type PostgresPoolClient } from 'kysely';
import { type ClientBase, DatabaseError, Pool } from 'pg';

/** Connections of one instance. A turn needs one for some milliseconds. */
export const MAX_CONNECTIONS = 10;
/** Milliseconds for making a connection. */
const CONNECTION_TIMEOUT = 3_000;
/** Milliseconds after which a server that has answered nothing, not even an error, counts as gone. */
const SILENCE = 1_000;

/**
 * Connections to the PostgreSQL database that the URL names. A statement is given up after `patience` milliseconds. Where a
 * connection is lost, the statement under way fails and the next statement gets a new connection. Without this a lost connection
 * ends the process, and a silent one is used until the operating system gives it up after some 15 minutes.
 */
export function connectionsTo(url: string, patience: number): PostgresPool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'tillitscoachen',
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    query_timeout: patience + SILENCE,
    keepAlive: true,
    // A start that fails ends at once.
    allowExitOnIdle: true,
    onConnect: prepared(patience),
  });
  // An idle connection was lost. The pool has dropped it.
  pool.on('error', () => undefined);
  /** Where one connection is lost, the idle ones usually are too. Each would take a wait of its own to find out. */
  let generation = 0;
  const made = new WeakMap<ClientBase, number>();
  pool.on('connect', (client) => made.set(client, generation));
  const trusted = async () => {
    for (;;) {
      const client = await pool.connect();
      if (made.get(client) === generation) return client;
      client.release(true);
    }
  };
  return {
    connect: async () => {
      const client = await trusted();
      let lost: Error | undefined;
      const query = async (text: string, parameters: readonly unknown[]) => {
        if (lost) throw lost;
        try {
          return await client.query(text, parameters.map(withoutNul));
        } catch (error) {
          // Everything but an answer of the server.
          if (!(error instanceof DatabaseError)) {
            lost = error as Error;
            if (made.get(client) === generation) generation += 1;
          }
          throw error;
        }
      };
      return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release(lost) };
    },
    end: () => pool.end(),
  };
}

/** Prepares a new connection. The pool waits for it, although its type does not say so. */
const prepared =
  (patience: number): ((client: ClientBase) => unknown) =>
  (client) => {
    client.on('error', () => undefined);
    // Whatever the URL and the server say: what has been acknowledged is on disk, and nobody waits for ever.
    return client.query(
      `set synchronous_commit = on; set statement_timeout = ${patience}; set idle_in_transaction_session_timeout = ${patience}`,
    );
  };

/** PostgreSQL's texts know no NUL. It becomes U+FFFD, as a broken half of an emoji does. */
const withoutNul = (parameter: unknown): unknown =>
  typeof parameter === 'string' ? parameter.replaceAll('\0', '\ufffd') : parameter;
