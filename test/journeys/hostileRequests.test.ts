import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { readConfig } from '../../src/shared/config';
import { type HrService } from '../../src/hr/hrService';
import { startService, type Service } from '../../src/main';
import { hrHandlers } from '../../src/web/hrHandlers';
import { registered, startCloud } from './cloud';
import { ourContent, ourLibrary } from './ours';

let cloud: Awaited<ReturnType<typeof startCloud>>;
const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
const modes = { 'in production': registered, 'in local mode': {} };
const running = new Map<string, Service>();

beforeAll(async () => {
  cloud = await startCloud();
  for (const [mode, settings] of Object.entries(modes)) {
    const config = readConfig({ ...settings, DATA_DIR: path.join(folder, mode) });
    const surroundings = {
      log: pino({ level: 'silent' }),
      now: () => new Date(),
      cloud: cloud.cloud,
      content: ourContent(),
      library: await ourLibrary(),
    };
    running.set(mode, await startService({ ...config, port: 0, host: '127.0.0.1' }, surroundings));
  }
});
afterAll(async () => {
  for (const service of running.values()) await service.stop();
  await cloud.close();
  rmSync(folder, { recursive: true });
});

const urlOf = (mode: string) => running.get(mode)!.url;

/** The status of the answer to exactly these bytes; 0 where the connection was closed without one. */
async function statusOf(mode: string, bytes: string): Promise<number> {
  const socket = connect(Number(new URL(urlOf(mode)).port), '127.0.0.1');
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(() => '');
  socket.write(bytes, 'latin1');
  const answer = await Promise.race([once(socket, 'data').then(([data]) => String(data as Buffer)), closed]);
  socket.destroy();
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0);
}

const withHost = (host: string) => `GET /health HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
const withTarget = (method: string, target: string) => `${method} ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
const withHeader = (header: string) => `GET /health HTTP/1.1\r\nHost: localhost\r\n${header}\r\n\r\n`;

describe.each(Object.keys(modes))('whatever bytes come, %s', (mode) => {
  afterEach(async () => {
    expect((await fetch(`${urlOf(mode)}/health`)).status).toBe(200);
  });

  it.each([
    ...['%%', 'a b', 'x:99999', 'x:ab', 'x:-1', 'x:80:80', ':80', '[', '[::1', '[zz]', '@', 'x@', '?', '#', 'a<b', '^'],
    ...['%00', '%2f', '1.2.3.4.5', '999.1.1.1', 'javascript:x', 'user:pw@x', '/', '//', '\\', 'a\tb'],
    // Part of the Host would become part of the path.
    ...['x/api/hr/me?', 'x/api/hr/me#', 'localhost/health', 'x\\y', 'http://x'],
  ])('a Host that names no host is refused: %s', async (host) => {
    expect(await statusOf(mode, withHost(host))).toBe(400);
    expect(await statusOf(mode, withHost(host).replace('GET /health', 'POST /api/messages'))).toBe(400);
    expect(await statusOf(mode, withHost(host).replace('GET /health', 'OPTIONS *'))).toBe(400);
  });

  it.each([
    ['no Host', 'GET /health HTTP/1.1\r\n\r\n'],
    ['two', 'GET /health HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n'],
    ['two, one of which names no host', 'GET /health HTTP/1.1\r\nHost: localhost\r\nHost: %%\r\n\r\n'],
  ])('a Host is named once: %s', async (_, bytes) => {
    expect(await statusOf(mode, bytes)).toBe(400);
  });

  it.each(['localhost', 'LOCALHOST', 'localhost:3978', 'localhost:', '127.0.0.1:80'])(
    'a Host that names this computer is answered: %s',
    async (host) => {
      expect(await statusOf(mode, withHost(host))).toBe(200);
    },
  );

  it.each(['GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'M-SEARCH'])(
    'a target that is no address is refused: %s',
    async (method) => {
      for (const target of ['http://[/', 'http://%%/health', 'http://x:99999/', 'http:///', 'http://', 'ws://[/'])
        expect([target, await statusOf(mode, withTarget(method, target))]).toEqual([target, 400]);
    },
  );

  it.each([
    ...['http://x/health', 'http://u:p@x/health', 'https://x/', 'mailto:x', 'foo', 'data:,x', '*', '/', '//', '///'],
    ...['//x/health', '//[', '/%', '/%zz', '/%00', '/\\', '/[', '/?%zz', '/../..', '/__proto__', '/health/', '?', '#'],
    ...['/api/hr/campaigns/%', '/api/hr/campaigns/__proto__', `/api/hr/campaigns/${'x'.repeat(5000)}`, '/hr/%2e%2e/x'],
  ])('any other target is answered, and is no fault of ours: %s', async (target) => {
    for (const method of ['GET', 'OPTIONS', 'HEAD', 'DELETE']) {
      const status = await statusOf(mode, withTarget(method, target));
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).toBeLessThan(500);
    }
  });

  it.each(['x:443', 'x', '*', '[', 'x:99999', 'http://x/', '%%'])(
    'nobody is connected elsewhere: %s',
    async (target) => {
      expect([0, 400]).toContain(await statusOf(mode, withTarget('CONNECT', target)));
    },
  );

  it.each(['Upgrade: websocket\r\nConnection: Upgrade', 'Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings'])(
    'an upgrade that is not offered leaves an ordinary request: %s',
    async (header) => {
      expect(await statusOf(mode, withHeader(header))).toBe(200);
    },
  );

  it.each(['Expect: x', 'Content-Length: x', 'Transfer-Encoding: x', 'Accept: %%', 'Accept-Version: x', 'Date: x'])(
    'a strange header is no fault of ours: %s',
    async (header) => {
      expect(await statusOf(mode, withHeader(header))).toBeLessThan(500);
    },
  );

  it.each([
    ['noise', '\0\x01\x02\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc'],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a version that does not exist', 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n'],
  ])('what is no request is refused: %s', async (_, bytes) => {
    expect([0, 400]).toContain(await statusOf(mode, bytes));
  });

  it('a bad request behind a good one on one connection', async () => {
    expect(await statusOf(mode, withHost('localhost') + withHost('%%'))).toBe(200);
  });
});

/** Every route there is, so a new route of HR is tested here without a change. */
const routes = [
  ...['GET /health', 'POST /api/messages', 'GET /hr', 'GET /hr/page.css', 'POST /api/hr/sign-in', 'GET /none'],
  ...Object.keys(hrHandlers({} as HrService)),
];
const ask = (mode: string, route: string, headers: readonly string[]) =>
  statusOf(
    mode,
    `${route.replace(/:\w+/g, 'x')} HTTP/1.1\r\n${headers.join('\r\n')}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`,
  );

describe('in local mode only this computer is answered, on every route', () => {
  const here = 'Host: localhost:3978';
  it.each([
    ['a name that leads here', ['Host: evil.example:3978']],
    ['a name that begins alike', ['Host: localhost.evil.example']],
    ['a name that ends alike', ['Host: evil-localhost']],
    ['another number', ['Host: 127.0.0.2']],
    ['a number that means this computer to some', ['Host: 0.0.0.0:3978']],
    ['the empty name', ['Host: ']],
    ['a page of another site', [here, 'Origin: https://evil.example']],
    ['a page of another service on this computer', [here, 'Origin: http://localhost:3000']],
    ['a page of this computer by another name', [here, 'Origin: http://127.0.0.1:3978']],
    ['a page without an origin', [here, 'Origin: null']],
    ['a page that the browser knows to be of another site', [here, 'Sec-Fetch-Site: cross-site']],
    ['a page that the browser knows to be of the same site', [here, 'Sec-Fetch-Site: same-site']],
  ])('refuses %s', async (_, headers) => {
    for (const route of routes) expect([route, await ask('in local mode', route, headers)]).toEqual([route, 403]);
  });

  it.each([
    ['a program', [here]],
    ['a program that says 127.0.0.1', ['Host: 127.0.0.1:3978']],
    ['a program that says ::1', ['Host: [::1]:3978']],
    ['our own page', [here, 'Origin: http://localhost:3978', 'Sec-Fetch-Site: same-origin']],
    ['an address that was typed', [here, 'Sec-Fetch-Site: none']],
  ])('answers %s', async (_, headers) => {
    for (const route of routes) expect([route, await ask('in local mode', route, headers)]).not.toEqual([route, 403]);
    expect(await ask('in local mode', 'GET /health', headers)).toBe(200);
  });

  it('asks nothing of the kind in production, where everybody has a token', async () => {
    const headers = ['Host: coach.region.example', 'Origin: https://teams.microsoft.com', 'Sec-Fetch-Site: cross-site'];
    expect(await ask('in production', 'GET /hr', headers)).toBe(200);
    expect(await ask('in production', 'POST /api/messages', headers)).toBe(400);
  });
});
