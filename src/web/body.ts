import { type IncomingMessage } from 'node:http';
import rawBody from 'raw-body';

/** Bytes of a body. Teams' own limit for an activity is 100 KB of text; this is twice that in UTF-8. */
const largestBody = 256 * 1024;
/** Levels of nested JSON. A card that is sent back whole has about twenty. */
const deepest = 100;
/** Milliseconds within which the whole body must arrive. */
export const slowestBody = 15_000;

/** Why a request is refused, in words for its sender. */
export class RequestRefused extends Error {
  constructor(
    readonly status: number,
    reason: string,
  ) {
    super(reason);
  }
}

/** The JSON of a request. @throws {RequestRefused} with the HTTP status to answer */
export async function readJson(
  request: IncomingMessage,
  { patience = slowestBody, limit = largestBody } = {},
): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  const [, charset = 'utf-8'] = /;[ \t]*charset="?([^";]*)/i.exec(type) ?? [];
  if (!/^application\/json[ \t]*(;|$)/i.test(type) || !/^utf-8$/i.test(charset.trim()))
    throw new RequestRefused(415, 'Send it as application/json, in UTF-8.');
  const json = parsed((await read(request, limit, patience)).toString('utf8'));
  if (!nestsWithin(deepest, json)) throw new RequestRefused(400, `The body nests deeper than ${deepest} levels.`);
  return json;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestRefused(400, 'The body is not JSON.');
  }
}

/** Whether the JSON is not nested too deep, so that later code may walk it with recursion. */
const nestsWithin = (levels: number, value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((inner) => nestsWithin(levels - 1, inner)));

/** The bytes of an uploaded file, at most `limit`. @throws {RequestRefused} with the HTTP status to answer */
export const readBytes = (request: IncomingMessage, limit: number, patience = slowestBody): Promise<Buffer> =>
  read(request, limit, patience);

async function read(request: IncomingMessage, limit: number, patience: number): Promise<Buffer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RequestRefused(408, 'The body did not come in time.')), patience);
  });
  try {
    return await Promise.race([rawBody(request, { limit, length: request.headers['content-length'] }), late]);
  } catch (error) {
    if (error instanceof RequestRefused) throw error;
    const { type } = error as { type?: string };
    throw type === 'entity.too.large'
      ? new RequestRefused(413, `The body is larger than ${Math.round(limit / 1024)} KB.`)
      : new RequestRefused(400, 'The body cannot be read.');
  } finally {
    clearTimeout(timer);
  }
}
