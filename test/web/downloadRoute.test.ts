import { request } from 'node:http';
import pino from 'pino';
import { type DownloadFile, type Order } from '../../src/downloads/order';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';
import { type Database } from '../../src/store/database';
import { orderStore } from '../../src/store/downloads';
import { downloadRoute } from '../../src/web/downloadRoute';
import { allWell } from './allWell';
import { expectPrivatePage } from './privatePage';
import { listen, type Listening } from '../../src/web/server';
import { temporaryDatabase } from '../store/temporary';

const texts = readTexts(`${projectRoot}/cards`);
const { gone, failed, landing } = texts.ownData.file;
const logged: string[] = [];
const log = pino({}, { write: (line: string) => void logged.push(line) });
const order: Order = { what: 'summary', person: 'asa', session: 's1', format: 'word' };
const secret = 'Kanariefågelns ord';
const file: DownloadFile = { name: 'fil-2026-11-27.docx', type: 'application/x-fil', bytes: Buffer.from(secret) };

let now: Date;
let db: Database;
let server: Listening;
let make: (order: Order) => Promise<DownloadFile | undefined>;
let token: string;

beforeAll(async () => {
  db = await temporaryDatabase();
  const orders = orderStore(db, () => now);
  const route = downloadRoute(orders, (asked) => make(asked), texts, log);
  const receive = () => Promise.resolve({ status: 200 });
  server = await listen(receive, allWell, { host: '127.0.0.1', port: 0 }, log, [route]);
});
beforeEach(async () => {
  now = new Date('2026-11-27T12:00:00Z');
  logged.length = 0;
  make = () => Promise.resolve(file);
  token = await orderStore(db, () => now).place(order);
});
afterAll(() => server.close());

const ask = async (method: string, path = `/hamta/${token}`, init: RequestInit = {}) => {
  const response = await fetch(server.url + path, { method, ...init });
  return { status: response.status, headers: response.headers, body: await response.text() };
};
const post = () => ask('POST');
const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));

describe('a link to a file', () => {
  it('opens a page with one button, which hands the file over', async () => {
    const page = await ask('GET');
    expect([page.status, page.body.includes(landing.button)]).toEqual([200, true]);
    const { status, headers, body } = await post();
    expect([status, body]).toEqual([200, secret]);
    expect(headers.get('content-disposition')).toBe('attachment; filename="fil-2026-11-27.docx"');
    expect(headers.get('content-type')).toBe(file.type);
  });

  it('is not used up by a look at it: filters open every link with GET and HEAD', async () => {
    for (const method of ['HEAD', 'GET', 'HEAD', 'GET', 'GET']) expect((await ask(method)).status).toBe(200);
    expect((await post()).body).toBe(secret);
  });

  it('hands the file over once, also to many who ask at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, post));
    expect(answers.filter(({ body }) => body === secret)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(7);
    expect((await ask('GET')).body).toContain(gone.title);
  });

  it('works for ten minutes', async () => {
    pass(9.9);
    expect((await ask('GET')).status).toBe(200);
    pass(0.1);
    for (const method of ['GET', 'POST']) {
      const { status, body } = await ask(method);
      expect([status, body.includes(gone.title), body.includes(secret)]).toEqual([404, true, false]);
    }
  });

  it('looks the same whether it is used, too old, or made up, and whether what it leads to is gone', async () => {
    make = () => Promise.resolve(undefined);
    const erased = await post();
    make = () => Promise.resolve(file);
    await post();
    const used = await post();
    const madeUp = await ask('POST', `/hamta/${'x'.repeat(43)}`);
    for (const other of [used, madeUp]) expect([other.status, other.body]).toEqual([erased.status, erased.body]);
  });

  it.each(['', '%00', '..%2f..%2fetc', `${'x'.repeat(42)}`, `${'x'.repeat(4000)}`, "' or 1=1 --", '<b>'])(
    'is a kind page where the address is anything else: %s',
    async (path) => {
      for (const method of ['GET', 'POST']) {
        const { status, body } = await ask(method, `/hamta/${path}`);
        expect([status, body.includes(gone.title), body.includes('<b>')]).toEqual([404, true, false]);
      }
    },
  );

  it('still works where the file could not be made', async () => {
    make = () => Promise.reject(new Error(secret));
    const { status, body } = await post();
    expect([status, body.includes(failed.title)]).toEqual([500, true]);
    make = () => Promise.resolve(file);
    expect((await post()).body).toBe(secret);
    expect(logged.join('')).toContain('a file could not be made');
    expect(logged.join('')).not.toContain(secret);
  });

  it('does not read what somebody sends along', async () => {
    const { status } = await ask('POST', undefined, { body: 'x'.repeat(1_000_000) });
    expect(status).toBe(200);
  });
});

describe('what a link tells', () => {
  it('is kept by no cache, runs nothing, and goes to no other page', async () => {
    const answers = [await ask('GET'), await ask('HEAD'), await post(), await ask('GET'), await ask('GET', '/hamta/x')];
    for (const { headers } of answers) {
      expectPrivatePage(headers, "'self'");
    }
  });

  it('is nothing of what the file holds, in the address, the page and the log', async () => {
    const page = await ask('GET');
    await post();
    expect(page.body).not.toMatch(/asa|s1|Kanarie/);
    expect(logged).toEqual([]);
  });

  it('is nothing to a person who has the database', async () => {
    const rows = JSON.stringify(await db.selectFrom('downloads').selectAll().execute());
    expect(rows).toContain('token_hash');
    // With their quotation marks: random base64 has any three letters sooner or later.
    expect(rows).not.toMatch(new RegExp(`${token}|"asa"|"s1"|"summary"`));
  });

  it('is forgotten with the next order after it is too old', async () => {
    pass(10);
    await orderStore(db, () => now).place(order);
    expect(await db.selectFrom('downloads').selectAll().execute()).toHaveLength(1);
  });
});

describe('in local mode', () => {
  const status = (method: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve) => {
      request(`${server.url}/hamta/${token}`, { method, headers }, (response) =>
        resolve(response.resume().statusCode),
      ).end();
    });

  it('the button of the page works: under no-referrer its form names no origin', async () => {
    const own = { origin: 'null', 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' };
    expect(await status('POST', own)).toBe(200);
  });

  it.each([
    ['a page without an origin of its own', 'null', 'cross-site'],
    ['another site', 'https://x.example', 'cross-site'],
    ['another program on this computer', 'http://127.0.0.1:1', 'same-site'],
  ])('%s cannot press it', async (_, origin, site) => {
    expect(await status('POST', { origin, 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate' })).toBe(403);
  });

  it('the local Teams client can open it', async () => {
    expect(await status('GET', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' })).toBe(200);
  });
});
