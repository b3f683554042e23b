import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Activity } from './activity';
import { type Call, type CallOutcome } from './connector';

/** How long Teams waits for a bot before it gives up (and delivers again), in milliseconds. */
const patience = 15_000;

/** Nobody listens where the bot should be; the cause says what the network said. */
export class NotReachable extends Error {}

/** Posts an activity to the bot. `body` is JSON, else text. Status 504 when it took too long. @throws {NotReachable} */
export async function postActivity(
  botUrl: string,
  activity: Activity,
  authorization?: string,
): Promise<{ status: number; body: unknown }> {
  const headers = { 'Content-Type': 'application/json', ...(authorization ? { Authorization: authorization } : {}) };
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(botUrl, { method: 'POST', headers, body: JSON.stringify(activity), signal });
    return { status: response.status, body: parsed(await response.text()) };
  } catch (error) {
    if (signal.aborted) return { status: 504, body: undefined };
    throw new NotReachable(`The bot can't be reached at ${botUrl}: start it, or give its botUrl.`, { cause: error });
  }
}

/** Reads one call of the bot and writes what came of it; nothing where the outcome is silent. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (call: Call) => CallOutcome,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://channel');
  const path = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const body = parsed(Buffer.concat(chunks).toString('utf8'));
  const outcome = answer({ method: request.method ?? 'GET', path, query: url.searchParams, body });
  if (outcome.silent) return;
  response.writeHead(outcome.status, { 'Content-Type': 'application/json', ...outcome.headers });
  response.end(outcome.body === undefined ? undefined : JSON.stringify(outcome.body));
}

/** JSON where it is JSON, else the text itself; undefined when there is nothing. */
function parsed(text: string): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
