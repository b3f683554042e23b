import {
  type Activity as SdkActivity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import { createServer, plugins } from 'restify';
import { type Json } from '../../../tools/localTeams/localTeams';

export type Logic = (context: TurnContext) => Promise<unknown>;
export type Heard = SdkActivity;

/** A bot on the real SDK: what holds for the channel here holds for what the product really sends and receives. */
export async function startSdkBot() {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  adapter.onTurnError = (_context, error) => Promise.reject(error);
  const server = createServer();
  server.use(plugins.bodyParser());
  let logic: Logic = () => Promise.resolve();
  const heard: Heard[] = [];
  const authorizations: (string | undefined)[] = [];
  server.post('/api/messages', async (request, response) => {
    authorizations.push(request.headers.authorization);
    await adapter.process(request, response, async (context) => {
      heard.push(context.activity);
      await logic(context);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/api/messages`,
    /** Everything it was sent since `does` was last called. */
    heard,
    /** The Authorization header of every request so far. */
    authorizations,
    does: (next: Logic) => {
      heard.length = 0;
      logic = next;
    },
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

export const card = (more: Json = {}): Json => ({ type: 'AdaptiveCard', version: '1.5', body: [], ...more });
export const attachment = (content: Json) => ({ contentType: 'application/vnd.microsoft.card.adaptive', content });
export const message = (content: Json) => ({ type: 'message', attachments: [attachment(content)] });

/** What the SDK answers an invoke with. */
export const invokeResponse = (status: number, body?: Json) => ({ type: 'invokeResponse', value: { status, body } });
