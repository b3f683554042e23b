import { type IncomingMessage } from 'node:http';
import { readCode } from '../downloads/order';
import { readBytes, RequestRefused } from './body';

/** The input on the page behind a link. */
export const codeField = 'kod';
/** Bytes of the form: the code, its name, and some escaped spaces. */
const largestForm = 256;

/** The code that a person typed on the page behind a link; undefined where none was typed or the body is something else. */
export async function typedCode(request: IncomingMessage): Promise<string | undefined> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) return undefined;
  const body = await readBytes(request, largestForm).catch((error: unknown) => {
    if (error instanceof RequestRefused) return undefined;
    throw error;
  });
  return body && readCode(new URLSearchParams(body.toString('utf8')).get(codeField) ?? '');
}
