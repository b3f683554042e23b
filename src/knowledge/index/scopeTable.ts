import type Sql from 'libsql';
import { noScope, scopeOf, trainScope, type Scope, type ScopeModel, type ScopeQuestions } from '../scope/scopeModel';
import { type Word } from '../text/swedish';

/** Reads the words of a question: see Scope. */
export type ScopeReader = (words: readonly Word[]) => Scope;

const create = 'create table scope(questions integer not null, name text not null, numbers blob not null);';

/** Stores the learned model as lists of numbers. It takes one megabyte for a thousand questions. */
export function writeScope(db: Sql.Database, questions: ScopeQuestions): void {
  db.exec(create);
  const { questions: number, ...lists } = trainScope(questions) ?? {};
  const add = db.prepare('insert into scope values (?, ?, ?)');
  for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(lists))
    add.run(number, name, Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength));
}

/** Reads the scope model that `writeScope` has written. An empty table gives a reader that always says `noScope`. */
export function scopeIn(db: Sql.Database): ScopeReader {
  const rows = db.prepare('select questions, name, numbers from scope').raw().all() as [number, string, Buffer][];
  if (rows.length === 0) return () => noScope;
  const bytes = new Map(rows.map(([, name, numbers]) => [name, copyOf(numbers)]));
  const floats = (name: string) => new Float32Array(bytes.get(name)!);
  const model: ScopeModel = {
    questions: rows[0]![0],
    rarities: floats('rarities'),
    passages: floats('passages'),
    topics: floats('topics'),
    starts: new Uint32Array(bytes.get('starts')!),
    examples: new Uint16Array(bytes.get('examples')!),
    values: floats('values'),
  };
  return (words) => scopeOf(model, words);
}

/** Copies the bytes, because a typed array needs its numbers aligned and bytes from a database may not be. */
const copyOf = ({ buffer, byteOffset, byteLength }: Buffer) =>
  (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);

/** A scope model in memory, which is learned at the first question. */
export function loadedScope(questions: ScopeQuestions): ScopeReader {
  let model: ScopeModel | undefined | 'untrained' = 'untrained';
  return (words) => {
    if (model === 'untrained') model = trainScope(questions);
    return model ? scopeOf(model, words) : noScope;
  };
}
