import { type Config } from '../shared/config';
import { safeError } from '../shared/errors';
import { Activity } from './activity';
import { type HttpAnswer, type Channel } from './channel';
import { routesOf } from './routes';
import { type TurnDeps } from './turnDeps';
import { verifyRequest } from './verifyRequest';

/**
 * The bot: takes an activity as it came over HTTP, and resolves with what to answer. What is no activity gets 400, a caller that
 * is not the channel 401 or 403. The returned function rejects where a turn fails and the person could not be told.
 */
export function createBot(config: Config, channel: Channel, needs: TurnDeps) {
  const authenticate = channel.routed(routesOf(needs));

  /** Refusals are logged, because a wrong tenant or host would otherwise look like silence to the operator. */
  const refused = (status: number, reason: string, error?: unknown): HttpAnswer => {
    needs.log.warn(
      { status, reason, ...(error !== undefined && { error: safeError(error) }) },
      'a request was refused',
    );
    return { status, body: { error: reason } };
  };

  return async function receive(json: unknown, authorization: string): Promise<HttpAnswer> {
    const parsed = Activity.safeParse(json);
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'body');
      return refused(400, `Not an activity: ${fields.join(', ')}.`);
    }
    const activity = parsed.data;
    const refusal = verifyRequest(config, activity, authorization, needs.now());
    if (refusal) return refused(refusal.status, refusal.reason);

    let run;
    try {
      run = await authenticate(activity, authorization);
    } catch (error) {
      return refused(401, 'The token is not from the channel.', error);
    }
    return (await run()) ?? { status: 200 };
  };
}
