import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { run } from '../../src/cli/campaign';
import { readConfig } from '../../src/shared/config';
import { auditLog } from '../../src/store/auditLog';
import { addRuns, runsOf } from '../../src/store/campaignRuns';
import { addCampaign, findCampaign } from '../../src/store/campaigns';
import { newKey } from '../../src/store/encryption';
import { closeDatabase, databaseOf, openDatabase, type Database } from '../../src/store/database';
import { planDeliveries, tallyOf } from '../../src/store/deliveries';
import { recordRoster, remember, setOptedOut } from '../../src/store/people';
import { aCampaign, aRun } from '../campaigns/aCampaign';
import { recipients } from '../deliveries/recipients';

const now = new Date('2026-11-24T08:00:00.000Z');
const folder = mkdtempSync(path.join(tmpdir(), 'campaign-'));
const settings = { DATA_DIR: folder, SUDO_USER: '' };
let db: Database;
beforeAll(async () => {
  db = await openDatabase(databaseOf(readConfig(settings)));
  await remember(db, { id: 'asa', address: '{}' }, now);
  await recordRoster(db, 'bo', { name: 'Bo' }, now);
  const plan = { kind: 'weekly', weekday: 1, time: '09:00', from: '2026-11-30' } as const;
  const campaign = aCampaign({ id: 'ramar-1', title: 'Tydliga ramar', plan });
  await addCampaign(db, campaign);
  await addRuns(db, newKey(), 'ramar-1', [aRun({ campaign: 'ramar-1' })]);
});
afterAll(async () => {
  await closeDatabase(db);
  rmSync(folder, { recursive: true });
});

async function typed(...words: string[]) {
  const lines: string[] = [];
  const code = await run(
    words,
    (line) => lines.push(line),
    settings,
    () => now,
  );
  return { code, screen: lines.join('\n') };
}

describe('npm run campaign', () => {
  it('lists the campaigns, each with its state and its time', async () => {
    expect(await typed('list')).toEqual({
      code: 0,
      screen: 'ramar-1  Tydliga ramar · pågår · varje måndag kl. 09.00 från måndag 30 november 2026',
    });
  });

  it('shows how far the deliveries have come, and when it goes out next', async () => {
    const audience = [...recipients(['x']), ...recipients(['y'], { reachable: false })];
    await planDeliveries(db, { topic: 'ramar-1', occurrence: '1', purpose: 'card', dueAt: now }, audience);
    const { screen } = await typed('show', 'ramar-1');
    expect(screen).toContain('Nästa gång: måndag 30 november 2026.');
    expect(screen).toContain('Leveranser: 2\n  1 nås inte ännu\n  1 väntar på sin tur');
  });

  it('tries out whom it would reach, and who would be left out and why', async () => {
    expect(await typed('dry-run', 'ramar-1')).toEqual({
      code: 0,
      screen: '1 skulle få det nu.\n1 nås inte ännu: de har inte skrivit till boten.',
    });
  });

  it('leaves out who has had another’s card this week, and who wants none', async () => {
    await planDeliveries(db, { topic: 'annat', occurrence: '1', purpose: 'card', dueAt: now }, recipients(['asa']));
    await setOptedOut(db, 'bo', now);
    expect((await typed('dry-run', 'ramar-1')).screen).toBe(
      '0 skulle få det nu.\n1 har redan fått ett utskick den här veckan.\n1 vill inte ha utskick.',
    );
  });

  it('stops one and the runs that are to come, once', async () => {
    expect((await typed('cancel', 'ramar-1')).screen).toContain('Stoppat.');
    expect(await findCampaign(db, 'ramar-1')).toMatchObject({ state: 'cancelled' });
    expect(await tallyOf(db, 'ramar-1')).toMatchObject({ cancelled: 2 });
    expect(await runsOf(db, 'ramar-1')).toMatchObject([{ state: 'skipped', reason: 'stopped' }]);
    expect(await typed('cancel', 'ramar-1')).toEqual({
      code: 1,
      screen: 'Utskicket går inte att stoppa: det är stoppat.',
    });
  });

  it('writes down who stopped it, once, and nothing of what is only looked at', async () => {
    const { username } = userInfo();
    expect(await auditLog(db, 50)).toEqual([
      {
        id: expect.any(String) as string,
        at: now.toISOString(),
        by: `kommandoraden:${username}`,
        name: `Kommandoraden (${username})`,
        act: 'cancel',
        about: 'ramar-1',
      },
    ]);
  });

  it.each([[[]], [['show']], [['send', 'x']], [['list', 'x']]])('says how it is used: %j', async (words) => {
    const { code, screen } = await typed(...words);
    expect(code).toBe(1);
    expect(screen).toContain('npm run campaign -- list');
  });

  it('stops none where two are named, because only one would be', async () => {
    expect((await typed('cancel', 'c9', 'c8')).screen).toContain('npm run campaign -- cancel ID');
  });

  it('says that there is no such campaign, or no such database', async () => {
    expect((await typed('show', 'c9')).screen).toBe(
      'Utskicket c9 finns inte. Se vilka som finns: npm run campaign -- list',
    );
    await expect(run(['list'], () => undefined, { DATA_DIR: path.join(folder, 'ingen') })).rejects.toThrow(
      'finns inte',
    );
  });
});
