import { type Logger } from 'pino';
import { type Next, type Request, type Response as HttpResponse } from 'restify';
import { type DownloadFile, type Order, type OrderStore } from '../downloads/order';
import { safeError } from '../shared/errors';
import { type Texts } from '../shared/texts';
import { noticePage } from './documentPage';
import { downloadPage } from './downloadPage';
import { pageHeaders } from './pageHeaders';
import { type RoutePlugin } from './server';

export const downloadsBegin = '/hamta/';

const form = new RegExp(`^${downloadsBegin}([\\w-]{43})$`);
const headers = pageHeaders("form-action 'self'");

/** What is answered, whatever was asked: a page, or the file. */
type Answer = { readonly status: number; readonly page: string } | { readonly file: DownloadFile };

/**
 * The files that people have ordered in the chat. A link opens a page with one button, and only the button, a POST, hands the file
 * over and ends the link. Mail and chat filters (Defender Safe Links, Teams' link preview) open every link with GET or HEAD before
 * the person does: if GET gave the file, the filter would use up the link and read what the person wrote.
 * `make` gives undefined where what was ordered is gone. The link is ended last, so a file that could not be made leaves it working.
 */
export function downloadRoute(
  orders: Pick<OrderStore, 'find' | 'spend'>,
  make: (order: Order) => Promise<DownloadFile | undefined>,
  texts: Texts,
  log: Logger,
): RoutePlugin {
  const { file: words } = texts.ownData;
  // Used, too old, erased and made up look the same, so that nobody can find out which it is.
  const gone = { status: 404, page: noticePage(words.gone) };

  async function look(token: string): Promise<Answer> {
    const order = await orders.find(token);
    return order ? { status: 200, page: downloadPage(texts, order) } : gone;
  }

  async function handOver(token: string): Promise<Answer> {
    const order = await orders.find(token);
    const file = order && (await make(order));
    return file && (await orders.spend(token)) ? { file } : gone;
  }

  const answer = async (
    request: Request,
    response: HttpResponse,
    act: (token: string) => Promise<Answer>,
  ): Promise<void> => {
    const token = form.exec(request.path())?.[1];
    const given = await (token ? act(token) : Promise.resolve(gone)).catch((error: unknown) => {
      log.error({ error: safeError(error) }, 'a file could not be made');
      return { status: 500, page: noticePage(words.failed) };
    });
    // The form sends no body. What somebody else sends is not read.
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
    const route = (act: (token: string) => Promise<Answer>) => (request: Request, response: HttpResponse, next: Next) =>
      void answer(request, response, act).then(() => next());
    server.get(`${downloadsBegin}*`, route(look));
    server.head(`${downloadsBegin}*`, route(look));
    server.post(`${downloadsBegin}*`, route(handOver));
  };
}
