import { z } from 'zod';
import { type Request, type Response as HttpResponse, type Server } from 'restify';
import { readJson, Refused } from './body';

const Body = z.strictObject({ name: z.string().trim().min(1).max(100), isHr: z.boolean() });

const here = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

/** Asked by our own page: another name that leads here, or another site's page, is somebody's trick. */
const isHere = ({ headers: { host = '', origin, 'sec-fetch-site': site } }: Request): boolean =>
  here.test(host) && (origin === undefined || origin === `http://${host}`) && (!site || site === 'same-origin');

/** The sign-in of local mode: whoever sits at the computer says who she is. Never opened outside it. */
export function openSignIn(server: Server, signIn: (name: string, isHr: boolean) => Promise<string>): void {
  const answer = async (request: Request, response: HttpResponse): Promise<void> => {
    try {
      const body = isHere(request) ? Body.safeParse(await readJson(request)) : undefined;
      if (!body?.success) return void response.send(400, { error: 'Skriv ditt namn.' });
      return void response.send(200, { token: await signIn(body.data.name, body.data.isHr) });
    } catch (error) {
      if (!request.complete) response.header('Connection', 'close');
      return void response.send(error instanceof Refused ? error.status : 500, {
        error: 'Det gick inte att logga in.',
      });
    }
  };
  server.post('/api/hr/sign-in', (request, response, next) => void answer(request, response).then(() => next()));
}
