import { z } from 'zod';
import { type Request, type Response as HttpResponse, type Server } from 'restify';
import { readJson, Refused } from './body';

const Body = z.strictObject({ name: z.string().trim().min(1).max(100), isHr: z.boolean() });

/** Names of this computer: another name that leads here is somebody's trick (DNS rebinding). */
const isHere = ({ headers }: Request): boolean => /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(headers.host ?? '');

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
