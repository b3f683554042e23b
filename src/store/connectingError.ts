import { MAX_CONNECTIONS } from './connections';
import { causeOf, madeByNewer, operatorsError } from './openingError';
import { operatorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

const { postgres: texts } = operatorTexts;

/**
 * The one line for the operator where PostgreSQL cannot be used: where it is, what is wrong, and the remedy. It never holds the
 * user or the password.
 */
export function connectingError(url: string, error: unknown): Error {
  const { host, pathname, searchParams } = new URL(url);
  const database = (searchParams.get('host') ?? host) + pathname;
  return operatorsError(fill(operatorTexts.database.is, { database, fault: explain(error) }), error);
}

/** By PostgreSQL's codes (postgresql.org/docs/current/errcodes-appendix.html), Node's, and where there is none by pg's words. */
function explain(error: unknown): string {
  const cause = causeOf(error);
  switch (cause) {
    case 'foreign':
      return texts.otherTables;
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
      return texts.silent;
    case '57P03':
      return texts.starting;
    case '28000':
      return texts.notLetIn;
    case '28P01':
      return texts.wrongPassword;
    case '3D000':
      return texts.noDatabase;
    case '3F000':
    case '42501':
      return texts.noRight;
    case '25006':
      return texts.readOnly;
    case '53100':
      return texts.full;
    case '53300':
      return fill(texts.noConnections, { connections: MAX_CONNECTIONS });
    case '57014':
      return texts.busy;
    case undefined:
      return explainWords(error instanceof Error ? error.message : '');
    default:
      return /CERT|SIGNATURE/.test(cause) ? fill(texts.certificate, { cause }) : fill(texts.unusable, { cause });
  }
}

function explainWords(words: string): string {
  if (/SSL/.test(words)) return texts.noTls;
  if (/password|SASL|SCRAM/i.test(words)) return texts.wrongPassword;
  return texts.silent;
}
