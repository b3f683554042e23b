import { type AuditEntry } from '../../src/hr/ports';
import { type CampaignView } from '../../src/hr/campaigns';
import { timeOf } from '../../src/shared/localTime';
import { campaignResponseStore } from '../../src/store/campaignResponseStore';
import { newKey } from '../../src/store/encryption';
import { tallyOf } from '../../src/store/deliveries';
import { signIn, type InHr } from '../journeys/inHr';
import { newManager } from '../journeys/manager';
import { messagesOf, toMorning, waitFor, type Manager } from '../journeys/sent';
import { run, type Running } from '../journeys/service';

const hour = 3_600_000;

let running: Running;
let hr: InHr;
let managers: Manager[];
let failing: number | { readonly status: number; readonly delivered: true } | undefined;
beforeEach(async () => {
  failing = undefined;
  running = await run({ rates: 'none', fail: ({ method }) => (method === 'POST' ? failing : undefined) });
  hr = await signIn(running, 'Hanna');
});
afterEach(async () => {
  expect(running.channel.refusals).toEqual([]);
  await running.stop();
});

/** A campaign that is due while Teams answers so, to this many managers. All of it has been tried once. */
async function comesWhile(fault: typeof failing, people: number): Promise<CampaignView> {
  toMorning(running, 'tis');
  managers = Array.from({ length: people }, () => newManager(running));
  for (const one of managers) await one.say('hej');
  await running.caughtUp();
  const campaign = await hr.launch();
  failing = fault;
  await pass(1.5 * hour);
  return campaign;
}
/** Lets time pass, in which all that is due is tried and the planner looks at the outcomes. */
async function pass(milliseconds: number): Promise<void> {
  running.pass(milliseconds);
  await running.caughtUp();
  await running.caughtUp();
}
const tally = (campaign: CampaignView) => running.stored((db) => tallyOf(db, campaign.id));
const seen = ({ id }: CampaignView) => hr.get<CampaignView>(`campaigns/${id}`);
/** The cards that each has got since. */
const counting = () => {
  const before = managers.map(messagesOf);
  return () => managers.map((one, n) => messagesOf(one) - before[n]!);
};
const each = (cards: number) => managers.map(() => cards);

describe('while Teams refuses the bot’s sign-in', () => {
  it('a campaign pauses itself and says why; when it goes on, each gets the card once', async () => {
    const campaign = await comesWhile(401, 12);
    const cards = counting();
    const paused = await seen(campaign);
    expect(paused).toMatchObject({ state: 'paused', failing: { because: 'unauthorised' } });
    expect(timeOf(new Date(paused.failing!.since))).toBe(timeOf(running.now()));
    const log = await hr.get<AuditEntry[]>('log');
    expect(log[0]).toMatchObject({ name: 'Tjänsten', act: 'pause', about: campaign.id });
    failing = undefined;
    await pass(hour);
    expect(cards()).toEqual(each(0));
    await hr.change(campaign.id, 'resume');
    await waitFor(running, async () => (await tally(campaign)).sent === 12);
    await pass(hour);
    expect(cards()).toEqual(each(1));
    expect((await seen(campaign)).failing).toBeUndefined();
  });

  it('nothing is shown as sent, not even to those who want no campaigns: HR would learn how many they are', async () => {
    const campaign = await comesWhile(401, 12);
    await running.stored((db) =>
      campaignResponseStore(db, newKey()).optOut(managers[0]!.person.aadObjectId, running.now()),
    );
    expect((await seen(campaign)).tally).toMatchObject({ planned: 12, sent: 0 });
    failing = undefined;
    await hr.change(campaign.id, 'resume');
    await waitFor(running, async () => (await tally(campaign)).sent === 11);
    expect((await seen(campaign)).tally).toMatchObject({ planned: 0, sent: 12 });
  });

  it('a campaign that goes on too early pauses itself again', async () => {
    const campaign = await comesWhile(401, 12);
    await hr.change(campaign.id, 'resume');
    await pass(60_000);
    expect(await seen(campaign)).toMatchObject({ state: 'paused', failing: { because: 'unauthorised' } });
    expect(await tally(campaign)).toMatchObject({ planned: 12, failed: 0 });
  });

  it('what few people are to get is tried again for hours, never at night, and comes when Teams takes it', async () => {
    const campaign = await comesWhile(401, 3);
    const cards = counting();
    for (let look = 0; look < 14; look++) await pass(hour / 2);
    expect(await tally(campaign)).toMatchObject({ planned: 3, failed: 0 });
    expect(timeOf(running.now()) > '18:00').toBe(true);
    failing = undefined;
    for (let look = 0; look < 10; look++) await pass(hour);
    expect(timeOf(running.now()) < '07:00').toBe(true);
    expect(cards()).toEqual(each(0));
    for (let look = 0; look < 3; look++) await pass(hour);
    expect(cards()).toEqual(each(1));
  });

  it('what has not come after a day has failed, until HR tries it again', async () => {
    const campaign = await comesWhile(401, 3);
    const cards = counting();
    for (let look = 0; look < 50; look++) await pass(hour / 2);
    expect(await tally(campaign)).toMatchObject({ planned: 0, failed: 3 });
    failing = undefined;
    await pass(hour);
    expect(cards()).toEqual(each(0));
    expect((await hr.act(campaign.id, 'retry')).status).toBe(200);
    await waitFor(running, async () => (await tally(campaign)).sent === 3);
    expect(cards()).toEqual(each(1));
    expect((await hr.get<AuditEntry[]>('log'))[0]).toMatchObject({ name: 'Hanna', act: 'retry' });
  });

  it('nothing is sent any more once the time to answer is over, also where HR would go on', async () => {
    const campaign = await comesWhile(401, 12);
    const cards = counting();
    failing = undefined;
    await pass(8 * 24 * hour);
    await hr.act(campaign.id, 'resume');
    expect((await hr.act(campaign.id, 'retry')).status).toBe(409);
    await pass(hour);
    expect(cards()).toEqual(each(0));
  });
});

describe('while Teams asks to wait', () => {
  it('a campaign goes on by itself', async () => {
    const campaign = await comesWhile(429, 12);
    const cards = counting();
    await pass(60_000);
    expect((await seen(campaign)).state).toBe('running');
    failing = undefined;
    await pass(hour / 2);
    expect(cards()).toEqual(each(1));
  });
});

describe('what Teams may have taken', () => {
  it('is never sent again, whatever HR does', async () => {
    const campaign = await comesWhile({ status: 502, delivered: true }, 3);
    failing = undefined;
    expect(await tally(campaign)).toMatchObject({ unknown: 3 });
    expect((await hr.act(campaign.id, 'retry')).status).toBe(409);
    await pass(hour);
    expect(await tally(campaign)).toMatchObject({ unknown: 3, sent: 0 });
  });
});
