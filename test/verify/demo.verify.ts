import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { type AskedPage } from '../../src/hr/askedQuestions';
import { type CampaignView } from '../../src/hr/campaigns';
import { type Results } from '../../src/hr/results';
import { type RunView } from '../../src/hr/runs';
import { projectRoot } from '../../src/shared/config';
import { dayOf } from '../../src/shared/localTime';
import { signInToHr, type InHr } from '../../tools/demo/hrOverHttp';
import { startDemo, type Demo } from '../../tools/demo/startDemo';
import { run } from '../journeys/service';

jest.setTimeout(180_000);

describe('the demo', () => {
  let demo: Demo;
  let hr: InHr;
  const origin = () => new URL(demo.url).origin;
  beforeAll(async () => {
    demo = await startDemo(0, '2027-02-16', pino({ level: 'silent' }));
    hr = await signInToHr(origin(), 'Eva i HR');
  });
  afterAll(() => demo.stop());
  afterEach(() => expect(demo.refusals).toEqual([]));

  const campaigns = () => hr.call<CampaignView[]>('GET', 'campaigns');
  const called = async (title: string) => (await campaigns()).find((campaign) => campaign.title === title)!;
  const runsOf = ({ id }: CampaignView) => hr.call<RunView[]>('GET', `campaigns/${id}/runs`);
  const resultsOf = ({ id }: CampaignView) => hr.call<Results>('GET', `campaigns/${id}/results`);

  it('opens with three published runs, a question that people are answering, and a draft', async () => {
    expect((await campaigns()).map(({ title, state }) => [title, state])).toEqual([
      ['Vem sätter agendan?', 'draft'],
      ['Uppföljning som ingen använder', 'running'],
      ['Tydliga ramar', 'running'],
    ]);
    const repeating = await called('Tydliga ramar');
    const states = (await runsOf(repeating)).map(({ state }) => state);
    expect(states.filter((state) => state !== 'planned')).toEqual(['published', 'published', 'published']);
    const open = await called('Uppföljning som ingen använder');
    expect(await runsOf(open)).toMatchObject([{ state: 'sent', held: { absent: 2 } }]);
    expect((await resultsOf(open)).occurrences).toEqual([]);
  });

  it('shows large units by themselves, and the small ones together', async () => {
    const { occurrences, trend } = await resultsOf(await called('Tydliga ramar'));
    expect(trend[0]!.days).toHaveLength(3);
    for (const { report } of occurrences) {
      expect(report.groups.map(({ group }) => group)).toEqual(['Kirurgi', 'Medicin', 'Primärvård']);
      expect(report.rest!.people).toBeGreaterThanOrEqual(6);
      expect(report.together!.people).toBeLessThan(38);
    }
  });

  it('has questions to HR in every state', async () => {
    const { questions } = await hr.call<AskedPage>('GET', 'asked');
    expect(questions.map(({ state }) => state).sort()).toEqual(['answered', 'closed', 'new', 'taken']);
  });

  it("moves the day from the page, which stands above HR's own, and what was open is published", async () => {
    expect(await (await fetch(demo.url)).text()).toContain('data-day="tisdag 16 februari 2027"');
    const moved = await fetch(`${origin()}/demo/days/7`, { method: 'POST' });
    expect(await moved.json()).toEqual({ day: 'tisdag 23 februari 2027' });
    expect(dayOf(demo.now())).toBe('2027-02-23');
    const open = await called('Uppföljning som ingen använder');
    expect(open.state).toBe('closed');
    const { occurrences } = await resultsOf(open);
    expect(occurrences[0]!.report.together!.people).toBeGreaterThan(20);
  });

  it('moves it by a day or a week and no other way, and for nobody else than its own page', async () => {
    expect((await fetch(`${origin()}/demo/days/365`, { method: 'POST' })).status).toBe(404);
    const headers = { origin: 'https://elsewhere.example' };
    expect((await fetch(`${origin()}/demo/days/1`, { method: 'POST', headers })).status).toBe(403);
    expect(dayOf(demo.now())).toBe('2027-02-23');
  });
});

describe('a service that is started as usual', () => {
  it('has nothing of the demo', async () => {
    const running = await run();
    const { url } = running.service;
    const asked = await Promise.all([
      ...['/demo', '/demo/bar.js'].map((at) => fetch(`${url}${at}`)),
      fetch(`${url}/demo/days/1`, { method: 'POST' }),
    ]);
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await (await fetch(`${url}/hr`)).text()).not.toMatch(/demo/i);
    await running.stop();
  });
});

describe('npm run demo', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-of-demo-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** With settings of a real service around it. */
  function npmRunDemo(port: number): { child: ChildProcess; said: () => string } {
    const real = { DATA_DIR: path.join(folder, 'real'), DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' };
    const env = { ...process.env, ...real, NODE_ENV: 'production', TMPDIR: folder, PORT: String(port) };
    const child = spawn(process.execPath, [path.join(projectRoot, 'dist/tools/demo/demo.js')], { env });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    return { child, said: () => said };
  }

  it("keeps away from anybody's data, ends on Ctrl+C at any time and leaves nothing behind", async () => {
    const { child } = npmRunDemo(0);
    await once(child.stdout!, 'data');
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(existsSync(path.join(folder, 'real'))).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says what to do when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { child, said } = npmRunDemo(port);
    expect(await once(child, 'close')).toEqual([1, null]);
    other.close();
    expect(said()).toMatch(new RegExp(`Port ${port} är upptagen.*PORT=3979 npm run demo`));
    expect(readdirSync(folder)).toEqual([]);
  });
});
