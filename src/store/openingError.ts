import { Explained, isProgramFault } from '../shared/errors';

/** What can be wrong with a database that opens without a word. */
export type Unfit = 'damaged' | 'foreign' | 'newer';

/** Thrown inside the store only; openingError turns it into the operator's sentence. */
export class UnfitDatabase extends Error {
  constructor(readonly why: Unfit) {
    super(why);
  }
}

/** Said of a file and of a PostgreSQL alike. */
export const madeByNewer =
  'är skapad av en nyare version av Tillitscoachen. Starta den versionen, eller lägg tillbaka en säkerhetskopia från före uppgraderingen.';

/** The one line that the operator reads when the database cannot be opened: which file, what is wrong, what to do. */
export function openingError(file: string, error: unknown): Error {
  return operatorsError(`Databasen ${file} ${explain(error)}`, error);
}

/** A fault of the program itself is told with all that is known of it: the sentence would name a remedy that is none. */
export const operatorsError = (sentence: string, cause: unknown): Error =>
  isProgramFault(cause) ? new Error(sentence, { cause }) : new Explained(sentence, { cause });

function explain(error: unknown): string {
  switch (causeOf(error)) {
    case 'SQLITE_NOTADB':
    case 'foreign':
      return 'hör till ett annat program. Flytta undan den, eller välj en annan mapp med DATA_DIR.';
    case 'SQLITE_CORRUPT':
    case 'damaged':
      return 'är skadad. Spara en kopia av den, ta bort filerna som slutar på -wal och -shm, och lägg tillbaka den senaste säkerhetskopian.';
    case 'newer':
      return madeByNewer;
    case 'SQLITE_BUSY':
      return 'är upptagen av ett annat program. Stäng det programmet och starta igen.';
    case 'SQLITE_FULL':
    case 'ENOSPC':
      return 'får inte plats: disken är full. Frigör plats och starta igen.';
    case 'ENOTDIR':
    case 'ENOENT':
      return 'kan inte skapas, för mappen går inte att använda: välj en annan mapp med DATA_DIR.';
    case undefined:
    default:
      return `går inte att öppna och skriva i (${detail(error)}). Ge programmet skrivrätt till filen och mappen, eller välj en annan mapp med DATA_DIR.`;
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
