import { type Logger } from 'pino';
import { type Next, type Request, type Response as HttpResponse } from 'restify';
import { type CitedPlace, type OpenedDocument } from '../knowledge/openDocument';
import { forEveryone, type Sight } from '../knowledge/visibleLibrary';
import { type Config } from '../shared/config';
import { safeError } from '../shared/errors';
import { fill, type Texts } from '../shared/texts';
import { linksBegin, type DocumentLinks } from './documentLinks';
import { documentPage, noticePage } from './documentPage';
import { pageHeaders } from './pageHeaders';
import { type RoutePlugin } from './server';

const headers = pageHeaders("form-action 'none'");

/**
 * Returns the route that shows the document behind a link of an answer.
 * `open` finds the document for those who may see it. A link that has ended or that is not ours gets a page that says so (404 or
 * 410).
 * Nothing records who opens which document.
 */
export function documentRoute(
  links: DocumentLinks,
  open: (place: CitedPlace, sight: Sight) => Promise<OpenedDocument | undefined>,
  texts: Texts,
  { documentLinkDays }: Pick<Config, 'documentLinkDays'>,
  log: Logger,
): RoutePlugin {
  const { expired, expiredForGroup, removed, unknown, failed } = texts.document;
  const days = String(documentLinkDays);

  const answerTo = async (path: string): Promise<{ status: number; page: string }> => {
    const link = links.read(path);
    switch (link.state) {
      case 'unknown':
        return { status: 404, page: noticePage(unknown) };
      case 'expired':
        if (link.group) return { status: 410, page: noticePage(expiredForGroup) };
        return { status: 410, page: noticePage({ ...expired, lead: fill(expired.lead, { days }) }) };
      case 'valid': {
        // A link from the time when everyone could read the document does not open it once it is for a group.
        const opened = await open(link.place, link.group ? [link.group] : forEveryone);
        if (!opened) return { status: 410, page: noticePage(removed) };
        return { status: 200, page: documentPage(texts, opened, link.lastDay) };
      }
    }
  };

  const show = async (request: Request, response: HttpResponse): Promise<void> => {
    const { status, page } = await answerTo(request.path()).catch((error: unknown) => {
      log.error({ error: safeError(error) }, 'a document could not be shown');
      return { status: 500, page: noticePage(failed) };
    });
    response.sendRaw(status, page, headers);
  };
  return (server) =>
    void server.get(`${linksBegin}*`, (request: Request, response: HttpResponse, next: Next) => {
      void show(request, response).then(() => next());
    });
}
