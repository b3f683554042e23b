import { type Logger } from 'pino';
import { type Request, type Response as HttpResponse, type Server } from 'restify';
import { safeError } from '../shared/errors';
import { RequestRefused } from './body';
import { type Caller, type VerifyToken } from './verifyToken';
import { Declined } from '../hr/declined';
import { hrTexts } from '../shared/catalogues';

/** One request of a person in HR. */
export interface HrRequest {
  readonly by: Caller;
  readonly request: Request;
  /** Returns a part of the path, by its name. */
  readonly part: (name: string) => string;
}

/** The response: JSON, or a file to save. */
export type HrResponse =
  | { readonly json: unknown }
  | { readonly file: Buffer; readonly name: string; readonly type: string };

export type HrHandler = (call: HrRequest) => Promise<HrResponse>;

/** Method and path -> handler. Paths are written as restify takes them (`/campaigns/:id`). */
export type HrHandlers = Readonly<Record<string, HrHandler>>;

const statuses = { invalid: 400, notFound: 404, conflict: 409, unavailable: 503 } as const;

/** Faults of reading a request, in words for HR. */
const refusals: Readonly<Record<number, string>> = {
  400: hrTexts.invalid.unreadable,
  408: hrTexts.web.tooSlow,
  413: hrTexts.web.tooLarge,
  415: hrTexts.invalid.unreadable,
};

/** How a caller is identified, and what is recorded about a caller without the role. */
export interface RoleCheck {
  readonly identify: VerifyToken;
  /** Called where a person without the role tried a route. */
  readonly refused: (caller: Caller, route: string) => Promise<void>;
  readonly log: Logger;
}

/** Adds HR's routes, for people with HR's role only. A refusal is answered and recorded. */
export function requireHrRole(server: Server, routes: HrHandlers, { identify, refused, log }: RoleCheck): void {
  for (const [route, handle] of Object.entries(routes)) {
    const [method, path] = route.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string];
    const answer = async (request: Request, response: HttpResponse): Promise<void> => {
      // The response may be another one next time, and is for this person only.
      response.header('Cache-Control', 'no-store');
      try {
        const by = await callerOf(request, identify);
        if (!by) return void response.send(401, { error: hrTexts.web.signedOut });
        if (!by.isHr) {
          await refused(by, route);
          return void response.send(403, { error: hrTexts.web.noRole });
        }
        const part = (name: string) => String((request.params as Record<string, unknown>)[name]);
        return give(response, await handle({ by, request, part }));
      } catch (error) {
        if (error instanceof Declined)
          return void response.send(statuses[error.why], { error: error.message, fields: error.fields });
        // The unread body stays in the connection, so the connection cannot be used again.
        if (!request.complete) response.header('Connection', 'close');
        if (error instanceof RequestRefused)
          return void response.send(error.status, { error: refusals[error.status] ?? refusals[400] });
        log.error({ error: safeError(error) }, 'a request of HR failed');
        return void response.send(500, { error: hrTexts.shared.failed });
      }
    };
    const open = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'del' } as const;
    // This is no async function, because restify treats those differently.
    server[open[method]](path, (request, response, next) => void answer(request, response).then(() => next()));
  }
}

async function callerOf({ headers }: Request, identify: VerifyToken): Promise<Caller | undefined> {
  const [, token] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  return token === undefined ? undefined : identify(token);
}

function give(response: HttpResponse, answer: HrResponse): void {
  if ('json' in answer) return void response.send(200, answer.json);
  response.header('Content-Disposition', `attachment; filename="${answer.name}"`);
  response.sendRaw(200, answer.file, { 'Content-Type': answer.type });
}
