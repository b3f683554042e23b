import { request } from 'node:http';
import pino from 'pino';
import { passagesOf } from '../../src/knowledge/documents/passages';
import { openDocument } from '../../src/knowledge/openDocument';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';
import { pseudonymiser } from '../../src/store/pseudonym';
import { documentLinks } from '../../src/web/documentLinks';
import { documentRoute } from '../../src/web/documentRoute';
import { listen, type Listening } from '../../src/web/server';
import { documentOf } from '../knowledge/library';
import { allWell } from './allWell';
import { expectPrivatePage } from './privatePage';

const texts = readTexts(`${projectRoot}/cards`);
const logged: string[] = [];
const log = pino({}, { write: (line: string) => void logged.push(line) });
const passages = passagesOf(documentOf('Tillit ger frihet.', { title: '<b>Titel</b>' }));
let now = new Date('2026-11-23T12:00:00Z');
let server: Listening;
let open: Parameters<typeof documentRoute>[1];
const links = documentLinks(pseudonymiser(Buffer.alloc(32, 7), 'links'), () => now, 30);
const library = { passagesIn: () => passages };

beforeEach(async () => {
  now = new Date('2026-11-23T12:00:00Z');
  logged.length = 0;
  open = (place) => Promise.resolve(openDocument(library, place));
  const route = documentRoute(links, (...asked) => open(...asked), texts, { documentLinkDays: 30 }, log);
  const receive = () => Promise.resolve({ status: 200 });
  server = await listen(receive, allWell, { host: '127.0.0.1', port: 0 }, log, [route]);
});
afterEach(() => server.close());

const link = () => links.linkTo(server.url, passages[0]!)!;
async function get(address: string, headers = {}) {
  const response = await fetch(address, { headers });
  return { status: response.status, headers: response.headers, page: await response.text() };
}
const later = (days: number) => (now = new Date(now.getTime() + days * 24 * 60 * 60 * 1000));

/** What leads to each kind of page, and what it then says. */
const pages = [
  ['a document', 200, 'Tillit ger frihet.', link],
  ['a link that somebody made up', 404, texts.document.unknown.title, () => link().replace('/1.', '/2.')],
  ['no link', 404, texts.document.unknown.title, () => `${server.url}/dokument/`],
  ['a link with what no path may have', 404, texts.document.unknown.title, () => `${server.url}/dokument/%00<b>`],
  ['an old link', 410, texts.document.expired.title, () => { const old = link(); later(31); return old; }], // oxfmt-ignore
  ['a document that is gone', 410, texts.document.removed.title, () => { open = () => Promise.resolve(undefined); return link(); }], // oxfmt-ignore
  ['a fault of ours', 500, texts.document.failed.title, () => { open = () => Promise.reject(new Error('hemligt')); return link(); }], // oxfmt-ignore
] as const;

describe('the page behind a link', () => {
  it.each(pages)('is answered: %s', async (_, status, words, addressOf) => {
    const answer = await get(addressOf());
    expect([answer.status, answer.page.includes(words)]).toEqual([status, true]);
    expect(answer.page).not.toContain('<b>');
  });

  it.each(pages)('is kept by nobody, found by no search engine and runs nothing: %s', async (_, __, ___, addressOf) => {
    const { headers } = await get(addressOf());
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expectPrivatePage(headers, "'none'");
  });

  it('says how long links work, and how to get a new one', async () => {
    const old = link();
    later(31);
    expect((await get(old)).page).toContain(
      'Länkar till dokument fungerar i 30 dagar. Fråga boten igen, så får du en ny länk.',
    );
  });

  it('logs only a fault of ours, and of that only where it was', async () => {
    for (const [, , , addressOf] of pages.slice(0, -1)) await get(addressOf());
    expect(logged).toEqual([]);
    await get(pages.at(-1)![3]());
    expect(logged.join('')).toContain('a document could not be shown');
    expect(logged.join('')).not.toMatch(/hemligt|dokument\//);
  });

  it('opens in local mode from the page of another program too, as a page of its own and not as its data', async () => {
    const status = (address: string, mode: string) =>
      new Promise<number | undefined>((resolve) => {
        // Node's own fetch sets the mode itself.
        const headers = { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': mode };
        request(address, { headers }, (response) => resolve(response.resume().statusCode)).end();
      });
    const other = `${server.url}/health`;
    expect([await status(link(), 'navigate'), await status(link(), 'cors'), await status(other, 'navigate')]).toEqual([
      200, 403, 403,
    ]);
  });
});
