import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { run } from '../../src/cli/doctor';
import { askForToken, clockFinding, tokenFinding } from '../../src/cli/doctor/checkTeams';
import { lineOf } from '../../src/cli/doctor/checkResult';
import { readConfig } from '../../src/shared/config';
import { closeDatabase, databaseFile, databaseOf, openDatabase } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { readKeyring } from '../../src/store/openKeyring';
import { outside, tenantId } from '../journeys/cloud';
import { copySmallLibrary } from '../knowledge/library';
import { fillSealed } from '../store/everything';
import { temporaryFolder } from '../store/temporary';

const [documents, indexes] = [temporaryFolder(), temporaryFolder()];
const secret = 'Hemligheten~mycket.hemlig';
const asked: { url?: string; body: string }[] = [];
let answer: RequestListener;
let server: Server;
let authority: string;
beforeAll(async () => {
  copySmallLibrary(documents);
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      asked.push({ url: request.url, body });
      answer(request, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  authority = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
beforeEach(() => (answer = (_, response) => response.end('{"access_token":"biljetten"}')));

const DATA_DIR = temporaryFolder();
const settings = { ...outside, MICROSOFT_APP_PASSWORD: secret, DATA_DIR };
async function doctor(env: NodeJS.ProcessEnv = settings, more: object = {}) {
  const lines: string[] = [];
  const code = await run([], (line) => lines.push(line), env, { authority, documents, indexes, ...more });
  const said = lines.join('\n');
  for (const hidden of [secret, outside.SERVICE_KEY, 'biljetten']) expect(said).not.toContain(hidden);
  return { code, said };
}
/** Settings that only the sign-in service can judge. */
async function teams(now = () => new Date(), at = authority) {
  const { credentials } = readConfig(settings);
  const told = await askForToken(credentials!, at, now);
  const said = [clockFinding(told), tokenFinding(told, credentials!)].map(lineOf).join('\n');
  expect(said).not.toContain(secret);
  return said;
}
const refusing = (code: string) => {
  answer = (_, response) => {
    const body = { error: 'invalid_client', error_description: `${code}: about ${secret}. Trace ID: 1` };
    response.writeHead(401);
    response.end(JSON.stringify(body));
  };
};

describe('npm run doctor', () => {
  it('says that a file is no place for data', async () => {
    const file = join(temporaryFolder(), 'fil');
    writeFileSync(file, '');
    expect((await doctor({ ...settings, DATA_DIR: file })).said).toContain(
      `Fel  Disken: ${file} är en fil och ingen mapp. Gör så här: välj en mapp med DATA_DIR.`,
    );
  });

  it('says OK of everything that is well, and asks for a token as the bot does', async () => {
    const { code, said } = await doctor({ ...settings, PAGE_HOST: 'coach.region.se' });
    expect(said.split('\n').map((line) => line.split(':')[0])).toEqual([
      'OK   Inställningarna',
      'OK   Databasen',
      'OK   Tjänstens nyckel',
      'OK   Disken',
      'OK   Sökregistret',
      'OK   Appens paket',
      'OK   Klockan',
      'OK   Inloggning mot Teams',
      'Allt som prövades är bra.',
    ]);
    expect(code).toBe(0);
    expect(asked.at(-1)?.url).toBe(`/${tenantId}/oauth2/v2.0/token`);
    expect(asked.at(-1)?.body).toMatch(
      /grant_type=client_credentials.*scope=https%3A%2F%2Fapi.botframework.com%2F.default/,
    );
  });

  it('changes nothing: it makes neither database nor key', async () => {
    const folder = join(temporaryFolder(), 'data');
    expect((await doctor({ DATA_DIR: folder })).code).toBe(0);
    expect(existsSync(join(folder, databaseFile))).toBe(false);
    expect(existsSync(join(folder, 'service.key'))).toBe(false);
  });

  it('names a setting that is wrong, and stops there', async () => {
    const { code, said } = await doctor({ ...settings, MICROSOFT_APP_TENANT_ID: '' });
    expect(code).toBe(1);
    expect(said).toMatch(
      /^Fel {2}Inställningarna: MICROSOFT_APP_TENANT_ID saknas\..*Gör så här: .*docs\/operations\.md/,
    );
    expect(said.split('\n')).toHaveLength(1);
  });

  it('ends with 1 and a number where something is to be mended', async () => {
    refusing('AADSTS7000222');
    const { code, said } = await doctor();
    expect(code).toBe(1);
    expect(said).toContain('1 fel att rätta.');
  });

  it.each([
    ['AADSTS7000222', /har gått ut\. Gör så här: skapa en ny hemlighet i Entra ID/],
    ['AADSTS7000215', /hemlighet är fel\. Gör så här: sätt MICROSOFT_APP_PASSWORD/],
    ['AADSTS700016', /finns inte i katalogen\. Gör så här: kontrollera MICROSOFT_APP_ID/],
    ['AADSTS99999', /nekar \(401, AADSTS99999\)\. Gör så här: slå upp felet/],
  ])('tells what %s means', async (number, meaning) => {
    refusing(number);
    expect(await teams()).toMatch(meaning);
  });

  it('tells a refusal that is no refusal of Entra ID’s, as of a proxy', async () => {
    answer = (_, response) => {
      response.writeHead(503);
      response.end(`<html>${secret}</html>`);
    };
    expect(await teams()).toContain('nekar (503, okänt fel)');
  });

  it('says honestly what it could not reach', async () => {
    const said = await teams(undefined, 'http://127.0.0.1:1');
    expect(said).toMatch(
      /Fel {2}Inloggning mot Teams: login\.microsoftonline\.com gick inte att nå \(.+\), så inloggningen är inte prövad/,
    );
    expect(said).toMatch(/Fel {2}Klockan: .*inte prövad/);
  });

  it.each([
    [-90_000, '90 sekunder efter'],
    [90_000, '90 sekunder före'],
  ])('finds a clock that is %d milliseconds off', async (off, told) => {
    const at = new Date('2027-01-12T09:20:00Z');
    answer = (_, response) => response.setHeader('date', at.toUTCString()).end('{}');
    const said = await teams(() => new Date(at.getTime() + off));
    expect(said).toContain(`Fel  Klockan: den går ${told}. Gör så här: slå på tidssynkronisering`);
    expect(await teams(() => new Date(at.getTime() + 30_000))).toContain('OK   Klockan');
  });

  it('with a managed identity looks for the directory, and says that the rest is not tried', async () => {
    const { code, said } = await doctor({
      ...settings,
      MICROSOFT_APP_PASSWORD: '',
      MICROSOFT_APP_TYPE: 'UserAssignedMSI',
    });
    expect(code).toBe(0);
    expect(said).toContain('Hanterad identitet är vald: den går bara att pröva i Azure, så den är inte prövad.');
    expect(asked.at(-1)?.url).toBe(`/${tenantId}/v2.0/.well-known/openid-configuration`);
  });

  it('finds a damaged database, and one that another key has sealed', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, databaseFile), 'trasig '.repeat(1000));
    expect((await doctor({ ...settings, DATA_DIR: folder })).said).toMatch(
      /Fel {2}Databasen: .*Gör så här: Flytta undan den/,
    );
    const other = temporaryFolder();
    const config = readConfig({ DATA_DIR: other, SERVICE_KEY: newKey().toString('base64') });
    const db = await openDatabase(databaseOf(config));
    await fillSealed(db, await readKeyring(db, config), ['asa']);
    await closeDatabase(db);
    const { code, said } = await doctor({ ...settings, DATA_DIR: other });
    expect(code).toBe(1);
    expect(said).toMatch(
      /OK {3}Databasen: den är hel\.\nFel {2}Tjänstens nyckel: .*Gör så här: Lägg tillbaka den nyckel/,
    );
    expect((await doctor({ DATA_DIR: other })).said).toMatch(
      /Fel {2}Tjänstens nyckel: den saknas, men databasen finns/,
    );
    expect(readdirSync(other)).not.toContain('service.key');
  });

  it('finds a document that cannot be read, and a package that cannot be made', async () => {
    const broken = temporaryFolder();
    writeFileSync(join(broken, 'dok.md'), 'utan huvud');
    expect((await doctor(settings, { documents: broken })).said).toMatch(/Fel {2}Sökregistret: .*Gör så här: /);
    const { said } = await doctor({ ...settings, DEVELOPER_WEBSITE_URL: 'region.se' });
    expect(said).toMatch(/Fel {2}Appens paket: DEVELOPER_WEBSITE_URL .*Gör så här: rätta inställningen/);
  });
});
