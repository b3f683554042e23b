import { once } from 'node:events';
import { connect } from 'node:net';
import pino from 'pino';
import { listen, type Listening, type Receive } from '../../src/web/server';

let server: Listening;
const logged: string[] = [];
const serve = async (receive: Receive, isWell = true) => {
  const log = pino({}, { write: (line: string) => void logged.push(line) });
  server = await listen(receive, () => Promise.resolve(isWell), { host: '127.0.0.1', port: 0, patience: 50 }, log);
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

  it('says that it is alive', async () => {
    await serve(() => Promise.resolve({ status: 200 }));
    expect(await (await fetch(`${server.url}/health`)).json()).toEqual({ status: 'ok' });
  });

  it('says that it is not well while the database does not answer', async () => {
    await serve(() => Promise.resolve({ status: 200 }), false);
    expect((await fetch(`${server.url}/health`)).status).toBe(503);
  });
});
