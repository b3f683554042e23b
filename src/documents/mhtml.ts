import { decode } from '../files/decode';
import { documentRefusal } from './documentFault';

/** Whether a file is a web page that was saved in one file: a message of several parts. */
export const isMhtml = (beginning: string): boolean =>
  /^mime-version:/im.test(beginning) && /^content-type:\s*multipart\/related/im.test(beginning);

/** The most characters of headers that are read. */
const longestHeaders = 20_000;

/**
 * The HTML of a web page that was saved in one file, and the address that it was saved from. Pictures and styles are not read.
 * @throws {Unreadable}
 */
export function pageOfMhtml(bytes: Buffer): { readonly html: string; readonly address?: string } {
  const all = bytes.toString('latin1');
  const headers = headersOf(all);
  const [, boundary] = /boundary="?([^"\s;]{1,100})"?/i.exec(headers.get('content-type') ?? '') ?? [];
  if (!boundary) throw documentRefusal('broken');
  for (const part of partsOf(all, `--${boundary}`)) {
    const own = headersOf(part);
    if (!/^text\/html/i.test(own.get('content-type') ?? '')) continue;
    const body = part.slice(part.search(/\r?\n\r?\n/)).trimStart();
    const address = own.get('content-location') ?? headers.get('snapshot-content-location');
    return { html: textOf(body, own), ...(address && { address }) };
  }
  throw documentRefusal('blank');
}

function* partsOf(all: string, mark: string): Generator<string> {
  let from = all.indexOf(mark);
  while (from >= 0) {
    const start = from + mark.length;
    from = all.indexOf(mark, start);
    yield all.slice(start, from < 0 ? undefined : from).replace(/^\r?\n/, '');
  }
}

/** The headers by name in lower case. An indented line continues the line before it. */
function headersOf(part: string): Map<string, string> {
  const head = part.slice(0, longestHeaders).split(/\r?\n\r?\n/, 1)[0]!;
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const at = line.indexOf(':');
      return at > 0 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const] : [];
    }),
  );
}

function textOf(body: string, headers: ReadonlyMap<string, string>): string {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? unquoted(body) : body, 'latin1');
  const [, charset = 'utf-8'] = /charset="?([\w-]{1,40})"?/i.exec(headers.get('content-type') ?? '') ?? [];
  return textIn(bytes, charset);
}

const unquoted = (body: string): string =>
  body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/**
 * Decodes bytes by the encoding that the file names. Without a known name it takes the likeliest encoding.
 * @throws {Unreadable} where the bytes do not fit
 */
export function textIn(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    const decoded = decode(bytes);
    if (!decoded) throw documentRefusal('broken');
    return decoded.text;
  }
}
