import { once } from 'node:events';
import { connect } from 'node:net';
import { correlationId } from '../../src/shared/correlation';
import { createLog } from '../../src/shared/log';
import { type Health } from '../../src/web/healthRoutes';
import { listen, type Listening, type Receive } from '../../src/web/server';
import { allWell } from './allWell';

let server: Listening;
const logged: string[] = [];
const serve = async (receive: Receive, health: Partial<Health> = {}) => {
  const log = createLog('info', { destination: { write: (line: string) => void logged.push(line) } });
  const settings = { host: '127.0.0.1', port: 0, patience: 50, probePatience: 100 };
  server = await listen(receive, { ...allWell, ...health }, settings, log, [], { version: '1.2.3' });
};
const get = async (path: string) => {
  const response = await fetch(`${server.url}${path}`);
  return [response.status, (await response.json()) as object];
};
afterEach(() => server.close());

const post = (body: string, type = 'application/json') =>
  fetch(`${server.url}/api/messages`, { method: 'POST', headers: { 'content-type': type }, body });

describe('listen', () => {
  it('hands on the JSON and the caller, and answers with what came of it', async () => {
    await serve((json, authorization) => Promise.resolve({ status: 202, body: { json, authorization } }));
    const response = await post('{"a":1}');
    expect([response.status, await response.json()]).toEqual([202, { json: { a: 1 }, authorization: '' }]);
  });

  it.each([
    ...['application/json', 'Application/JSON', 'application/json;charset=utf-8', 'application/json ; charset="utf-8"'],
    ...['application/json; odata.metadata=minimal; charset=utf-8', 'application/json;', '\tapplication/json'],
  ])('takes JSON: %s', async (type) => {
    await serve(() => Promise.resolve({ status: 200 }));
    expect((await post('{}', type)).status).toBe(200);
  });

  it.each([
    ...['application/json+x', 'application/json-seq', 'application/json5', 'application/json.x', 'application/json/x'],
    ...['application/json, text/plain', 'application/json text/plain', 'application/jsonp', 'application/x-json'],
    ...['application/ld+json', 'application/problem+json', 'text/json', 'text/plain', 'text/plain; application/json'],
    ...['json', 'application/json=', '*/*', ''],
    ...[
      'application/json; charset=utf-16',
      'application/json;charset=latin1',
      'application/json; a=b; charset="utf-7"',
    ],
  ])('takes nothing that is only called like it: %s', async (type) => {
    await serve(() => Promise.resolve({ status: 200 }));
    expect((await post('{}', type)).status).toBe(415);
  });

  it('gives up on a body that does not come', async () => {
    await serve(() => Promise.resolve({ status: 200 }));
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(
      'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 408 /);
    await once(socket, 'close');
  });

  it('stops as soon as what is under way is answered, however long an idle connection is kept', async () => {
    let stopping = Promise.resolve();
    await serve(() => {
      stopping = server.close();
      return Promise.resolve({ status: 200 });
    });
    expect((await post('{}')).status).toBe(200);
    await stopping;
  });

  it('tells the caller nothing of an error, and the log where it was', async () => {
    await serve(() => Promise.reject(new Error('hemliga ord')));
    const response = await post('{}');
    expect([response.status, await response.json()]).toEqual([500, { error: 'Something went wrong here.' }]);
    expect(logged.join('')).toContain('server.test');
    expect(logged.join('')).not.toContain('hemliga');
  });

  it('gives what is logged of a request one random id, another for each request, and not the activity’s', async () => {
    logged.length = 0;
    const ids: (string | undefined)[] = [];
    await serve(async () => {
      ids.push(correlationId());
      await new Promise(setImmediate);
      throw new Error('hemliga ord');
    });
    await post('{"id":"a1"}');
    await post('{"id":"a1"}');
    const lines = logged.map((line) => (JSON.parse(line) as { correlation: string }).correlation);
    expect(lines).toEqual(ids);
    expect(new Set(lines).size).toBe(2);
    for (const id of lines) expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(correlationId()).toBeUndefined();
  });
});

describe('the probes', () => {
  const receive = () => Promise.resolve({ status: 200 });

  it('say that it lives, is ready, and what runs', async () => {
    await serve(receive);
    expect(await get('/health')).toEqual([200, { status: 'ok' }]);
    expect(await get('/livez')).toEqual([200, { status: 'ok' }]);
    expect(await get('/readyz')).toEqual([200, { status: 'ready' }]);
    expect(await get('/version')).toEqual([200, { version: '1.2.3' }]);
  });

  it.each([
    ['store', { store: () => Promise.resolve(false) }],
    ['store', { store: () => Promise.reject(new Error('postgres://tillit:hemligt@db')) }],
    ['index', { index: () => false }],
    ['outbox', { outbox: () => false }],
  ])('name the part that is not ready (%s), and live all the same', async (part, broken) => {
    await serve(receive, broken);
    expect(await get('/readyz')).toEqual([503, { status: 'not ready', notReady: [part] }]);
    expect((await get('/livez'))[0]).toBe(200);
    expect((await get('/health'))[0]).toBe(part === 'store' ? 503 : 200);
  });

  it('name every part that is not ready', async () => {
    await serve(receive, { store: () => Promise.resolve(false), index: () => false, outbox: () => false });
    expect(await get('/readyz')).toEqual([503, { status: 'not ready', notReady: ['store', 'index', 'outbox'] }]);
  });

  it('answer though the store does not', async () => {
    await serve(receive, { store: () => new Promise(() => undefined) });
    expect(await get('/readyz')).toEqual([503, { status: 'not ready', notReady: ['store'] }]);
  });

  it('in local mode answer no other site', async () => {
    await serve(receive);
    for (const path of ['/livez', '/readyz', '/version']) {
      const response = await fetch(`${server.url}${path}`, { headers: { origin: 'https://example.com' } });
      expect([path, response.status]).toEqual([path, 403]);
    }
  });
});

describe('closing', () => {
  /** A server with one turn under way that waits for `finish`. */
  async function withTurn() {
    let [begin, finish] = [() => {}, () => {}];
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const finished = new Promise<void>((resolve) => (finish = resolve));
    await serve(async () => {
      begin();
      await finished;
      return { status: 200, body: { done: true } };
    });
    const caller = new AbortController();
    const answer = fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      signal: caller.signal,
    });
    await begun;
    return { answer, finish, caller };
  }

  it('is told by /readyz at once, refuses what is new, and finishes what is under way', async () => {
    const { answer, finish } = await withTurn();
    const closed = server.close();
    expect(await get('/readyz')).toEqual([503, { status: 'not ready', notReady: ['stopping'] }]);
    expect((await get('/livez'))[0]).toBe(200);
    expect((await post('{}')).status).toBe(503);
    finish();
    const response = await answer;
    expect([response.status, await response.json()]).toEqual([200, { done: true }]);
    await closed;
    await expect(fetch(`${server.url}/livez`)).rejects.toThrow();
  });

  it('waits for a turn whose caller has gone', async () => {
    const { answer, finish, caller } = await withTurn();
    caller.abort();
    await expect(answer).rejects.toThrow();
    let isClosed = false;
    const closed = server.close().then(() => (isClosed = true));
    // A probe is answered as long as the port is open: by then the service knows that the caller has gone.
    for (let n = 0; n < 5; n++) expect((await get('/livez'))[0]).toBe(200);
    expect(isClosed).toBe(false);
    finish();
    await closed;
  });
});
