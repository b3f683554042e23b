import { z } from 'zod';
import { type Request, type Response as HttpResponse, type Server } from 'restify';
import { hrTexts } from '../shared/catalogues';
import { readJson, RequestRefused } from './body';

const Body = z.strictObject({ name: z.string().trim().min(1).max(100), isHr: z.boolean() });

/**
 * Adds the sign-in of local mode, where the person at the computer gives a name. It is never added elsewhere, and requests of
 * other sites are refused earlier (refusals.ts).
 */
export function addSignInRoute(server: Server, signIn: (name: string, isHr: boolean) => Promise<string>): void {
  const answer = async (request: Request, response: HttpResponse): Promise<void> => {
    try {
      const body = Body.safeParse(await readJson(request));
      if (!body.success) return void response.send(400, { error: hrTexts.web.noName });
      return void response.send(200, { token: await signIn(body.data.name, body.data.isHr) });
    } catch (error) {
      if (!request.complete) response.header('Connection', 'close');
      return void response.send(error instanceof RequestRefused ? error.status : 500, {
        error: hrTexts.web.noSignIn,
      });
    }
  };
  server.post('/api/hr/sign-in', (request, response, next) => void answer(request, response).then(() => next()));
}
