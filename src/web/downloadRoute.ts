import { type Logger } from 'pino';
import { type Next, type Request, type Response as HttpResponse } from 'restify';
import { type DownloadFile, type Order, type OrderStore } from '../downloads/order';
import { safeError } from '../shared/errors';
import { type Texts } from '../shared/texts';
import { noticePage } from './documentPage';
import { downloadPage, type CodeProblem } from './downloadPage';
import { pageHeaders } from './pageHeaders';
import { type RoutePlugin } from './server';
import { typedCode } from './typedCode';

export const downloadsBegin = '/hamta/';

const form = new RegExp(`^${downloadsBegin}([\\w-]{43})$`);
const headers = pageHeaders("form-action 'self'");

/** Every response: a page, or the file. */
type Answer = { readonly status: number; readonly page: string } | { readonly file: DownloadFile };

/**
 * The routes for files that people have ordered in the chat. GET opens a page that asks for the code in the person's chat card.
 * Only a POST with the code gives the file and ends the link (docs/adr/025-download-codes.md). Mail and chat filters (Defender
 * Safe Links, Teams' link preview) open every link with GET or HEAD before the person does. If GET gave the file, a filter would
 * use up the link and read what the person wrote. `make` gives undefined where what was ordered no longer exists. The link is
 * ended last, so it still works after a file could not be made.
 */
export function downloadRoute(
  orders: Omit<OrderStore, 'place'>,
  make: (order: Order) => Promise<DownloadFile | undefined>,
  texts: Texts,
  log: Logger,
): RoutePlugin {
  const { file: words } = texts.ownData;
  // Links that are used, too old, erased or made up look the same, so that nobody can find out which it is.
  const gone = { status: 404, page: noticePage(words.gone) };

  async function look(token: string): Promise<Answer> {
    const order = await orders.find(token);
    return order ? { status: 200, page: downloadPage(texts, order) } : gone;
  }

  async function askAgain(token: string, status: number, problem: CodeProblem): Promise<Answer> {
    const order = await orders.find(token);
    return order ? { status, page: downloadPage(texts, order, problem) } : gone;
  }

  async function handOver(token: string, request: Request): Promise<Answer> {
    const code = await typedCode(request);
    if (code === undefined) return askAgain(token, 400, 'noCode');
    const redeemed = await orders.redeem(token, code);
    if (!redeemed) return gone;
    if ('triesLeft' in redeemed) return askAgain(token, 403, redeemed);
    const file = await make(redeemed.order);
    return file && (await orders.spend(token)) ? { file } : gone;
  }

  const answer = async (
    request: Request,
    response: HttpResponse,
    act: (token: string, request: Request) => Promise<Answer>,
  ): Promise<void> => {
    const token = form.exec(request.path())?.[1];
    const given = await (token ? act(token, request) : Promise.resolve(gone)).catch((error: unknown) => {
      log.error({ error: safeError(error) }, 'a file could not be made');
      return { status: 500, page: noticePage(words.failed) };
    });
    // A body that is no code is not read to its end.
    if (!request.complete) response.header('Connection', 'close');
    if (!('file' in given)) return void response.sendRaw(given.status, given.page, headers);
    const { name, type, bytes } = given.file;
    response.writeHead(200, {
      ...headers,
      'Content-Type': type,
      'Content-Length': bytes.length,
      'Content-Disposition': `attachment; filename="${name}"`,
    });
    response.end(bytes);
  };

  return (server) => {
    const route =
      (act: (token: string, request: Request) => Promise<Answer>) =>
      (request: Request, response: HttpResponse, next: Next) =>
        void answer(request, response, act).then(() => next());
    server.get(`${downloadsBegin}*`, route(look));
    server.head(`${downloadsBegin}*`, route(look));
    server.post(`${downloadsBegin}*`, route(handOver));
  };
}
