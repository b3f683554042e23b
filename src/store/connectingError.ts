import { MAX_CONNECTIONS } from './connections';
import { causeOf, madeByNewer, operatorsError } from './openingError';

/** The one line that the operator reads when PostgreSQL cannot be used: where it is, what is wrong, what to do; never user or password. */
export function connectingError(url: string, error: unknown): Error {
  const { host, pathname, searchParams } = new URL(url);
  return operatorsError(`Databasen ${searchParams.get('host') ?? host}${pathname} ${explain(error)}`, error);
}

/** By PostgreSQL's codes (postgresql.org/docs/current/errcodes-appendix.html), Node's, and where there is none by pg's words. */
function explain(error: unknown): string {
  const cause = causeOf(error);
  switch (cause) {
    case 'foreign':
      return 'innehåller redan tabeller från ett annat program. Skapa en egen databas åt tjänsten och ange den i DATABASE_URL.';
    case 'newer':
      return madeByNewer;
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENOENT':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
      return silent;
    case '57P03':
      return 'startar eller stängs just nu. Vänta en stund och starta igen.';
    case '28000':
      return 'släpper inte in tjänsten. Rätta användaren i DATABASE_URL, och lägg till ?sslmode=verify-full om servern kräver kryptering.';
    case '28P01':
      return wrongPassword;
    case '3D000':
      return 'finns inte. Skapa den med createdb, eller rätta namnet i DATABASE_URL.';
    case '3F000':
    case '42501':
      return 'ger inte användaren rätt att skapa tabeller. Gör användaren till databasens ägare (alter database … owner to …).';
    case '25006':
      return 'går bara att läsa. Är den en kopia, ange huvudservern i DATABASE_URL.';
    case '53100':
      return 'får inte plats: serverns disk är full. Frigör plats och starta igen.';
    case '53300':
      return `har inga lediga anslutningar. Tjänsten behöver ${MAX_CONNECTIONS} per instans: höj max_connections.`;
    case '57014':
      return 'är upptagen, kanske av en annan instans som startar. Vänta en stund och starta igen.';
    case undefined:
      return explainWords(error instanceof Error ? error.message : '');
    default:
      return /CERT|SIGNATURE/.test(cause)
        ? `har ett certifikat som inte går att lita på (${cause}). Ange utfärdarens certifikat: lägg till sslrootcert=FIL i DATABASE_URL.`
        : `går inte att öppna (${cause}). Se PostgreSQL:s logg.`;
  }
}

function explainWords(words: string): string {
  if (/SSL/.test(words))
    return 'har ingen krypterad anslutning. Slå på TLS i servern, eller ta bort sslmode ur DATABASE_URL.';
  if (/password|SASL|SCRAM/i.test(words)) return wrongPassword;
  return silent;
}

const silent = 'svarar inte. Kontrollera att PostgreSQL är igång och att adressen i DATABASE_URL stämmer.';
const wrongPassword = 'godtar inte användaren eller lösenordet. Rätta dem i DATABASE_URL.';
