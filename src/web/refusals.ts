import { type Next, type Request, type Response as HttpResponse, type Server } from 'restify';
import { hrTexts } from '../shared/catalogues';

type Why = { readonly status: number; readonly error: string };

/** Why a request is refused, whatever it asks for; undefined where it may go on. */
type Rule = (request: Request) => Why | undefined;

/** Applies rules before every route, and before restify reads the address. A rule that refuses answers the request. */
export function refuseBy(server: Server, rules: readonly Rule[]): void {
  server.pre((request: Request, response: HttpResponse, next: Next) => {
    for (const rule of rules) {
      const refused = rule(request);
      if (!refused) continue;
      // The body is not read, so the connection cannot be used again.
      response.header('Connection', 'close');
      response.send(refused.status, { error: refused.error });
      return next(false);
    }
    return next();
  });
}

/**
 * Refuses an address that cannot be read. Restify joins Host and path into one address, and throws outside every catch where it
 * cannot read that.
 */
export function unreadable(request: Request): Why | undefined {
  const { host: hosts = [] } = request.headersDistinct;
  if (hosts.length > 1 || hosts.some((host) => /[\s/\\?#@]/.test(host)))
    return { status: 400, error: 'The Host header must name one host.' };
  try {
    request.getUrl();
    return undefined;
  } catch {
    return { status: 400, error: 'The address cannot be read: see the Host header and the path.' };
  }
}

/** Refuses a compressed body. Restify's body parser is not used, and nothing else decompresses bodies. */
export function compressed({ headers }: Request): Why | undefined {
  const encoding = headers['content-encoding'];
  if (!encoding || encoding === 'identity') return undefined;
  return { status: 415, error: 'Send the body without Content-Encoding.' };
}

const here = /^(localhost|127\.0\.0\.1|\[::1\])(:\d*)?$/i;

/**
 * Refuses requests of other web sites, for local mode, which asks for no token. A site can make the browser send a request to
 * this computer, through a name that leads here or from its own page. Programs on this computer send neither Origin nor
 * Sec-Fetch-Site.
 */
export function fromElsewhere({ method, url = '', headers }: Request): Why | undefined {
  // The local Teams client has links to documents and files. A page does not see what replaces it in the browser.
  const isLink = url.startsWith('/dokument/') || url.startsWith('/hamta/');
  const isFollowedLink = method === 'GET' && isLink && headers['sec-fetch-mode'] === 'navigate';
  const { host = '', origin, 'sec-fetch-site': site = 'none' } = headers;
  // A form on a page with the policy no-referrer names no origin. Then the browser itself says that it is our own page.
  const isOwnForm = origin === 'null' && site === 'same-origin';
  const isOwnPage = origin === undefined || origin === `http://${host.toLowerCase()}` || isOwnForm;
  if (here.test(host) && isOwnPage && (site === 'none' || site === 'same-origin' || isFollowedLink)) return undefined;
  return {
    status: 403,
    error: hrTexts.web.localOnly,
  };
}
