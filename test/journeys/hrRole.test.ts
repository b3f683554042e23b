import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SignJWT, UnsecuredJWT } from 'jose';
import pino from 'pino';
import { readConfig } from '../../src/shared/config';
import { type HrService } from '../../src/hr/hrService';
import { startService, type Service } from '../../src/main';
import { closeDatabase, databaseOf, openDatabase } from '../../src/store/database';
import { hrHandlers } from '../../src/web/hrHandlers';
import { appId, registered, startCloud, tenantId } from './cloud';
import { ourContent, ourLibrary } from './ours';

let cloud: Awaited<ReturnType<typeof startCloud>>;
let service: Service;
const dataDir = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
const settings = {
  ...registered,
  DATA_DIR: dataDir,
  PAGE_HOST: 'coach.region.example',
};
const open = async (config: ReturnType<typeof readConfig>) =>
  startService(
    { ...config, port: 0, host: '127.0.0.1' },
    {
      log: pino({ level: 'silent' }),
      now: () => new Date(),
      cloud: cloud.cloud,
      content: ourContent(),
      library: await ourLibrary(),
    },
  );

beforeAll(async () => {
  cloud = await startCloud();
  service = await open(readConfig(settings));
});
afterAll(async () => {
  await service.stop();
  await cloud.close();
  rmSync(dataDir, { recursive: true });
});

/** Everything that the page can ask for, so a new route is tested here without a change. */
const routes = Object.keys(hrHandlers({} as HrService));
const call = (route: string, token?: string) => {
  const [method = '', pattern = ''] = route.split(' ');
  const at = pattern.replace(':form', 'csv').replace(':verb', 'cancel').replace(/:\w+/g, 'x');
  return fetch(`${service.url}${at}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(method === 'POST' || method === 'PUT' ? { body: '{}' } : {}),
  });
};

/** Every row except those of the audit log, and these separately. */
async function stored() {
  const db = await openDatabase(databaseOf({ dataDir }));
  const audit = await db.selectFrom('audit').select(['by', 'act', 'about']).execute();
  const others = await Promise.all(
    (['campaigns', 'deliveries', 'groups', 'group_members', 'absences', 'sessions'] as const).map((table) =>
      db.selectFrom(table).selectAll().execute(),
    ),
  );
  await closeDatabase(db);
  return { audit, others: JSON.stringify(others) };
}

describe("HR's routes", () => {
  it('lets a person with the role in, and tells the name', async () => {
    const response = await call('GET /api/hr/me', await cloud.token(cloud.inHr));
    expect([response.status, await response.json()]).toEqual([200, { name: 'Hanna HR' }]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await call('GET /api/hr/campaigns', await cloud.token({ ...cloud.inHr, aud: appId }))).status).toBe(200);
  });

  it.each<[string, () => Promise<string> | string | undefined]>([
    ['nobody', () => undefined],
    ['no token', () => 'abc'],
    ['a token that has expired', () => cloud.token(cloud.inHr, '-2m')],
    ['a token of another tenant', () => cloud.token({ ...cloud.inHr, tid: appId })],
    [
      'a token that another tenant issued',
      () => cloud.token({ ...cloud.inHr, iss: cloud.inHr.iss.replace(tenantId, appId) }),
    ],
    ['a token for another app', () => cloud.token({ ...cloud.inHr, aud: 'api://coach.region.example/other' })],
    [
      'a token for an app whose name ends alike',
      () => cloud.token({ ...cloud.inHr, aud: `https://evil.example/${appId}` }),
    ],
    ['a token of an app that acts by itself', () => cloud.token({ ...cloud.inHr, scp: undefined })],
    ['a token of nobody', () => cloud.token({ ...cloud.inHr, oid: undefined })],
    ['a token signed by somebody else', () => cloud.forged(cloud.inHr)],
    ['a token signed with an unknown key', () => cloud.forged(cloud.inHr, 'key-9')],
    ['a token that is not signed', () => new UnsecuredJWT(cloud.inHr).setExpirationTime('1h').encode()],
    [
      'a token signed with the public key as if it were a secret',
      () =>
        new SignJWT(cloud.inHr)
          .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
          .setExpirationTime('1h')
          .sign(new TextEncoder().encode(JSON.stringify(cloud.publicKey))),
    ],
    ["the channel's own token", () => cloud.token({})],
    ['another host', () => cloud.token({ ...cloud.inHr, aud: `api://evil.example/${appId}` })],
    [
      'a host within the path',
      () => cloud.token({ ...cloud.inHr, aud: `api://evil.example/coach.region.example/${appId}` }),
    ],
    ['an address of no host', () => cloud.token({ ...cloud.inHr, aud: `api://${appId}` })],
  ])('answers 401 on every route to %s, and changes nothing', async (_who, make) => {
    const token = await make();
    const before = await stored();
    for (const route of routes) expect([route, (await call(route, token)).status]).toEqual([route, 401]);
    expect(await stored()).toEqual(before);
  });

  it.each([appId, `api://coach.region.example/${appId}`])(
    'lets in a token for %s, whatever the case of the scheme',
    async (aud) => {
      const headers = { authorization: `bearer ${await cloud.token({ ...cloud.inHr, aud })}` };
      expect((await fetch(`${service.url}/api/hr/me`, { headers })).status).toBe(200);
    },
  );

  it('answers 403 on every route without the role, and the log says once who tried', async () => {
    const token = await cloud.token({
      ...cloud.inHr,
      oid: 'nils',
      name: 'Nils '.repeat(1000),
      roles: ['Something else'],
    });
    const before = await stored();
    for (const route of routes) expect([route, (await call(route, token)).status]).toEqual([route, 403]);
    const after = await stored();
    expect(after.others).toBe(before.others);
    expect(after.audit.slice(before.audit.length)).toEqual([{ by: 'nils', act: 'refused', about: routes[0] }]);
  });

  it('says that it cannot tell, rather than that a token is wrong, while the keys cannot be had', async () => {
    const other = await open(readConfig({ ...settings, DATA_DIR: mkdtempSync(path.join(dataDir, 'other-')) }));
    cloud.loseKeys(true);
    const headers = { authorization: `Bearer ${await cloud.token(cloud.inHr)}` };
    expect((await fetch(`${other.url}/api/hr/me`, { headers })).status).toBe(500);
    cloud.loseKeys(false);
    expect((await fetch(`${other.url}/api/hr/me`, { headers })).status).toBe(200);
    await other.stop();
  });

  it('has no sign-in of its own', async () => {
    const body = JSON.stringify({ name: 'Hanna', isHr: true });
    const headers = { 'content-type': 'application/json' };
    const { status } = await fetch(`${service.url}/api/hr/sign-in`, { method: 'POST', headers, body });
    expect([404, 405]).toContain(status);
  });

  it('gives the page to Teams alone, without a cookie and with a policy that runs nothing but its own files', async () => {
    const { headers } = await fetch(`${service.url}/hr`);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/frame-ancestors https:\/\/teams\.microsoft\.com /);
    expect(policy).not.toMatch(/unsafe|frame-ancestors[^;]* \*( |$)/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe("HR's routes in local mode", () => {
  let local: Service;
  const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
  beforeAll(async () => (local = await open(readConfig({ DATA_DIR: folder }))));
  afterAll(async () => {
    await local.stop();
    rmSync(folder, { recursive: true });
  });
  const signIn = (headers: Record<string, string> = {}) =>
    fetch(`${local.url}/api/hr/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ name: 'Hanna', isHr: true }),
    });
  const tokenOf = async (response: Response) => ((await response.json()) as { token: string }).token;

  it('takes the word of the person at the computer, until the process ends', async () => {
    const token = await tokenOf(await signIn());
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${local.url}/api/hr/me`, { headers })).status).toBe(200);
    await local.stop();
    local = await open(readConfig({ DATA_DIR: folder }));
    expect((await fetch(`${local.url}/api/hr/me`, { headers })).status).toBe(401);
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page that a browser knows to be of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a form, which any site may send', { 'content-type': 'text/plain' }],
  ])('takes no word of %s', async (_who, headers) => {
    expect((await signIn(headers)).status).toBeGreaterThanOrEqual(400);
  });

  it('is framed by nobody', async () => {
    const { headers } = await fetch(`${local.url}/hr`);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});
