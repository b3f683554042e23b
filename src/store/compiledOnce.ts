import { type Compilable, type CompiledQuery, type QueryResult } from 'kysely';
import { type Database } from './database';

/** Stands in a compiled query for a value that each call gives. */
class Place {
  constructor(readonly name: PropertyKey) {}
}

/**
 * A query that each turn makes, built and compiled at its first use: Kysely takes longer to build a query than SQLite to run it.
 * Returns a function that runs the query with the values of the call. `build` sees no real values. It may only put them into the
 * query as they are, and a value that decides which words the query has does not belong among them.
 * @example const nameOf = compiledOnce((db, { id }: { id: string }) => db.selectFrom('people').select('name').where('id', '=', id))
 */
export function compiledOnce<Values extends object, Row>(
  build: (db: Database, values: Values) => Compilable<Row>,
): (db: Database, values: Values) => Promise<QueryResult<Row>> {
  const places = new Proxy({}, { get: (_, name) => new Place(name) }) as Values;
  // SQLite and PostgreSQL need different SQL. A transaction has the adapter of its database.
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  return (db, values) => {
    const { adapter } = db.getExecutor();
    const query = compiled.get(adapter) ?? build(db, places).compile();
    compiled.set(adapter, query);
    const parameters = query.parameters.map((value) =>
      value instanceof Place ? (Reflect.get(values, value.name) as unknown) : value,
    );
    return db.executeQuery({ ...query, parameters });
  };
}
