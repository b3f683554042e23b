import { type Next, type Request, type Response as HttpResponse } from 'restify';
import { dayAfter } from '../shared/localTime';
import { type Texts } from '../shared/texts';
import { calendarFile } from './calendarFile';
import { noticePage } from './documentPage';
import { pageHeaders } from './pageHeaders';
import { type RoutePlugin } from './server';
import { isSame } from './signature';

const headers = pageHeaders("form-action 'none'");
const linksBegin = '/kalender/';
const dayMs = 24 * 60 * 60 * 1000;
/** Whole days for which a link works after the day on which it was made. */
const lasts = 1;
const form = new RegExp(`^${linksBegin}(\\d{4}-\\d{2}-\\d{2})\\.([\\w-]{43})\\.(\\d{1,6})\\.([\\w-]{43})$`);

/**
 * Links to the calendar file of a day. A link says which day, and until when it works. It does not say who got it, and holds none
 * of that person's words.
 */
export interface CalendarLinks {
  /** The link at the service's address; undefined where it has none. `about` names the event and stays secret. */
  readonly linkTo: (address: string | undefined, day: string, about: string) => string | undefined;
  readonly read: (path: string) => { readonly day: string; readonly uid: string } | 'expired' | undefined;
}

/**
 * Returns how links to calendar files are made and read. `sign` is a keyed hash. A link ends at midnight (UTC), at least a whole
 * day after it was made.
 */
export function calendarLinks(sign: (...parts: readonly string[]) => string, now: () => Date): CalendarLinks {
  const today = () => Math.floor(now().getTime() / dayMs);
  return {
    linkTo: (address, day, about) => {
      if (!address) return undefined;
      const said = [day, sign('event', about), String(today() + lasts)];
      return `${address}${linksBegin}${[...said, sign('link', ...said)].join('.')}`;
    },
    read: (path) => {
      const [, day = '', uid = '', lastDay = '', signature = ''] = form.exec(path) ?? [];
      if (!day || !isSame(signature, sign('link', day, uid, lastDay))) return undefined;
      return today() > Number(lastDay) ? 'expired' : { day, uid };
    },
  };
}

/** The route that gives the calendar file behind a link. Nothing records who fetches it. */
export function calendarRoute(links: CalendarLinks, texts: Texts, now: () => Date): RoutePlugin {
  const { file } = texts.commitments;
  return (server) =>
    void server.get(`${linksBegin}*`, (request: Request, response: HttpResponse, next: Next) => {
      const link = links.read(request.path());
      if (link === undefined) response.sendRaw(404, noticePage(texts.document.unknown), headers);
      else if (link === 'expired') response.sendRaw(410, noticePage(file.expired), headers);
      else
        response.sendRaw(
          200,
          calendarFile({ ...link, nextDay: dayAfter(link.day), title: file.title, madeAt: now() }),
          {
            'Content-Type': 'text/calendar; charset=utf-8',
            'Content-Disposition': 'attachment; filename="avstamning.ics"',
            'Cache-Control': 'private, no-store',
            'X-Content-Type-Options': 'nosniff',
            'X-Robots-Tag': 'noindex',
          },
        );
      next();
    });
}
