import { request } from 'node:http';
import pino from 'pino';
import { type DownloadFile, type Order } from '../../src/downloads/order';
import { projectRoot } from '../../src/shared/config';
import { fill, readTexts } from '../../src/shared/texts';
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
const code = '012345';
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
  token = await orderStore(db, () => now).place(order, code);
});
afterAll(() => server.close());

const ask = async (method: string, path = `/hamta/${token}`, init: RequestInit = {}) => {
  const response = await fetch(server.url + path, { method, ...init });
  return { status: response.status, headers: response.headers, body: await response.text() };
};
const post = (kod = code) => ask('POST', undefined, { body: new URLSearchParams({ kod }) });
const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));

describe('a link to a file', () => {
  it('opens a page that asks for the code, and hands the file over for it', async () => {
    const page = await ask('GET');
    expect([page.status, page.body.includes(landing.button), page.body.includes(landing.code)]).toEqual([
      200,
      true,
      true,
    ]);
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
    const answers = await Promise.all(Array.from({ length: 8 }, () => post()));
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
    const madeUp = await ask('POST', `/hamta/${'x'.repeat(43)}`, { body: new URLSearchParams({ kod: code }) });
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
});

describe('the code of a link', () => {
  const { noCode, wrongCode } = landing;
  const rows = () => db.selectFrom('downloads').selectAll().orderBy('token_hash').execute();
  const wrong = (tries: number) => fill(wrongCode, { tries: String(tries) });

  it.each(['012345', '012 345', ' 012-345 '])('is taken as people type it: "%s"', async (kod) => {
    expect((await post(kod)).body).toBe(secret);
  });

  it('may be wrong four times', async () => {
    for (const left of [4, 3, 2, 1]) {
      const { status, body } = await post('543210');
      expect([status, body.includes(wrong(left)), body.includes(secret)]).toEqual([403, true, false]);
    }
    expect((await post()).body).toBe(secret);
  });

  it('ends the link when it is wrong the fifth time: the right one comes too late', async () => {
    for (let tries = 0; tries < 5; tries++) await post('543210');
    for (const { status, body } of [await post(), await ask('GET')])
      expect([status, body.includes(gone.title), body.includes(secret)]).toEqual([404, true, false]);
  });

  it('cannot be guessed more often by many who try at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('543210')));
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(4);
    expect((await rows()).map(({ tries }) => tries)).toContain(5);
    expect((await post()).status).toBe(404);
  });

  it.each([
    ['nothing', {}],
    ['no code', { body: new URLSearchParams({ kod: '' }) }],
    ['letters', { body: new URLSearchParams({ kod: 'abcdef' }) }],
    ['digits of another script', { body: new URLSearchParams({ kod: '٠١٢٣٤٥' }) }],
    ['too many digits', { body: new URLSearchParams({ kod: '0123456' }) }],
    ['JSON', { body: JSON.stringify({ kod: code }), headers: { 'content-type': 'application/json' } }],
    ['much more than a code', { body: new URLSearchParams({ kod: 'x'.repeat(1_000_000) }) }],
  ])('is asked for again, and nothing is changed, where %s is sent', async (_, init) => {
    const before = await rows();
    const { status, body } = await ask('POST', undefined, init);
    expect([status, body.includes(noCode), body.includes(secret)]).toEqual([400, true, false]);
    expect(await rows()).toEqual(before);
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
    // Each value in its quotation marks: the letters alone also occur in random base64.
    expect(rows).not.toMatch(new RegExp(`${token}|${code}|"asa"|"s1"|"summary"`));
  });

  it('is forgotten with the next order after it is too old', async () => {
    pass(10);
    await orderStore(db, () => now).place(order, code);
    expect(await db.selectFrom('downloads').selectAll().execute()).toHaveLength(1);
  });
});

describe('in local mode', () => {
  const status = (method: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve) => {
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      request(`${server.url}/hamta/${token}`, { method, headers: { ...headers, ...type } }, (response) =>
        resolve(response.resume().statusCode),
      ).end(method === 'POST' ? `kod=${code}` : undefined);
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
