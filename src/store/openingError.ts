import { Explained, isProgramFault } from '../shared/errors';
import { operatorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

const { database: texts } = operatorTexts;

/** Faults of a database that opens without an error. */
export type Unfit = 'damaged' | 'foreign' | 'newer';

/** Thrown inside the store only. openingError turns it into the operator's sentence. */
export class UnfitDatabase extends Error {
  constructor(readonly why: Unfit) {
    super(why);
  }
}

/** Said of a file and of a PostgreSQL alike. */
export const madeByNewer = texts.newer;

/** The one line for the operator where the database file cannot be opened: which file, what is wrong, what to do. */
export function openingError(file: string, error: unknown): Error {
  return operatorsError(fill(texts.is, { database: file, fault: explain(error) }), error);
}

/**
 * An error with this sentence. A fault in our own code keeps its own message and stack, because the sentence would name a remedy
 * that does not help.
 */
export const operatorsError = (sentence: string, cause: unknown): Error =>
  isProgramFault(cause) ? new Error(sentence, { cause }) : new Explained(sentence, { cause });

function explain(error: unknown): string {
  switch (causeOf(error)) {
    case 'SQLITE_NOTADB':
    case 'foreign':
      return texts.otherProgram;
    case 'SQLITE_CORRUPT':
    case 'damaged':
      return texts.damaged;
    case 'newer':
      return madeByNewer;
    case 'SQLITE_BUSY':
      return texts.busy;
    case 'SQLITE_FULL':
    case 'ENOSPC':
      return texts.full;
    case 'ENOTDIR':
    case 'ENOENT':
      return texts.noFolder;
    case undefined:
    default:
      return fill(texts.unusable, { why: detail(error) });
  }
}

/**
 * Returns the code of a SQLite or file system error (`SQLITE_BUSY`, `EACCES`), or why the database is unfit; undefined where the
 * error has neither.
 */
export function causeOf(error: unknown): string | undefined {
  if (error instanceof UnfitDatabase) return error.why;
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' && code !== '' ? code : undefined;
}

/** In the parentheses: the code when there is one, else what the library said. */
const detail = (error: unknown): string => causeOf(error) ?? (error instanceof Error ? error.message : String(error));
