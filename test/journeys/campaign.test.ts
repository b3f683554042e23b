import { type Database } from '../../src/store/database';
import { tallyOf } from '../../src/store/deliveries';
import { responsesTo } from '../../src/store/responses';
import { readServiceKey } from '../../src/store/serviceKey';
import { type CampaignView } from '../../src/hr/campaigns';
import { type Results } from '../../src/hr/results';
import { signIn, type InHr } from './inHr';
import { newManager } from './manager';
import { toMorning, waitFor } from './sent';
import { hasButton } from './walk';
import { run, texts, type Running } from './service';

let running: Running;
let hr: InHr;
let failing: number | { readonly status: number; readonly delivered: true } | undefined;
beforeAll(async () => {
  running = await run({
    rates: 'none',
    fail: ({ method }) => (method === 'POST' ? failing : undefined),
  });
  hr = await signIn(running, 'Hanna');
});
afterEach(() => {
  failing = undefined;
  expect(running.channel.refusals).toEqual([]);
});
afterAll(() => running.stop());

const hour = 3600 * 1000;
/** A campaign of HR to everybody, due in an hour, in a week in which nobody has had another. */
const launched = (flow = 'tydliga-ramar') => {
  toMorning(running, 'tis');
  return hr.launch({ flow });
};
const key = () => readServiceKey(running.settings.DATA_DIR!, undefined);

/** Moves time until the campaign is due, and waits until all of it has been sent. */
async function comes(
  campaign: CampaignView,
  look: (db: Database) => Promise<boolean> = settled(campaign),
): Promise<void> {
  running.pass(2 * hour);
  await waitFor(running, () => running.stored(look));
}
const settled = (campaign: CampaignView) => async (db: Database) => {
  const { planned, claimed, ...ends } = await tallyOf(db, campaign.id);
  return planned + claimed === 0 && Object.values(ends).some((count) => count > 0);
};
const tally = (campaign: CampaignView) => running.stored((db) => tallyOf(db, campaign.id));
const responses = (campaign: CampaignView) =>
  running.stored((db) =>
    responsesTo(db, key(), campaign.id, String((campaign.plan as { at: string }).at).slice(0, 10)),
  );

/** A manager who has the bot, and has said hello. */
async function greeted() {
  const manager = newManager(running);
  await manager.say('hej');
  return manager;
}

/** A campaign to seven: three of them have answered yes, three no, and one is silent. */
async function answered() {
  const silent = await greeted();
  const answering = [];
  for (let n = 0; n < 6; n++) answering.push(await greeted());
  const campaign = await launched('onodig-uppfoljning');
  await comes(campaign);
  for (const [n, manager] of answering.entries())
    await manager.press('next', { 'onodig-uppfoljning': n % 2 ? 'nej' : 'ja' });
  return { silent, answering, campaign };
}

describe('a campaign', () => {
  it('reaches people who have the bot, and their answers are counted under no name', async () => {
    const manager = await greeted();
    const campaign = await launched();
    await comes(campaign);
    expect(hasButton(manager.newest(), 'next')).toBe(true);
    expect(manager.shown()).toContain('Hur tydliga är ramarna för ditt uppdrag?');
    await manager.press('next', { 'tydliga-ramar': '4' });
    const [answer, ...others] = await responses(campaign);
    expect(others).toEqual([]);
    expect(answer).toMatchObject({ values: { 'tydliga-ramar': ['4'] }, shared: {} });
    expect(JSON.stringify(answer)).not.toContain(manager.person.aadObjectId);
  });

  it('counts what the manager answers last, and nothing once the manager has erased it', async () => {
    const manager = await greeted();
    const campaign = await launched();
    await comes(campaign);
    await manager.press('next', { 'tydliga-ramar': '2' });
    await manager.press('back');
    await manager.press('next', { 'tydliga-ramar': '5' });
    expect((await responses(campaign)).map(({ values }) => values['tydliga-ramar'])).toEqual([['5']]);
    await manager.press('erase');
    await manager.press('eraseForGood');
    expect(await responses(campaign)).toEqual([]);
  });

  it('keeps what the manager writes out of what is counted', async () => {
    const manager = await greeted();
    const campaign = await launched('manadens-lardom');
    await comes(campaign);
    await manager.press('next', { 'manadens-lardom': 'Vi vågar fråga' });
    expect(await responses(campaign)).toMatchObject([{ values: {}, shared: {} }]);
    expect(running.logged.join('')).not.toContain('Vi vågar');
  });

  it('is nothing that the manager is in the middle of until the manager has touched it', async () => {
    const manager = await greeted();
    await comes(await launched('manadens-lardom'));
    const turn = await manager.say('Vi har lärt oss mycket om tillit');
    expect(JSON.stringify(turn.sent)).not.toContain(texts.coaching.takenAsResponse.slice(0, 20));
    await manager.say('mina svar');
    expect(manager.shown()).toContain(texts.coaching.noSessions);
  });

  it('is sent to each person once, whatever the channel says in between', async () => {
    const manager = await greeted();
    const before = manager.chat.messages.length;
    const campaign = await launched();
    failing = 429;
    running.pass(2 * hour);
    await running.caughtUp();
    expect(manager.chat.messages.length).toBe(before);
    failing = undefined;
    await comes(campaign);
    expect(manager.chat.messages.length).toBe(before + 1);
    expect((await tally(campaign)).sent).toBeGreaterThan(0);
  });

  it('leaves a delivery as unknown that the channel may have taken, also when its card is answered: that would tell who has', async () => {
    const manager = await greeted();
    const campaign = await launched();
    failing = { status: 502, delivered: true };
    await comes(campaign);
    failing = undefined;
    const { sent, unknown } = await tally(campaign);
    expect([sent, unknown > 0]).toEqual([0, true]);
    await manager.press('next', { 'tydliga-ramar': '1' });
    expect(await tally(campaign)).toMatchObject({ sent: 0, unknown });
    expect(await responses(campaign)).toHaveLength(1);
  });

  it('that is cancelled sends nothing more', async () => {
    const manager = await greeted();
    const before = manager.chat.messages.length;
    const campaign = await launched();
    await hr.change(campaign.id, 'cancel');
    running.pass(2 * hour);
    await running.caughtUp();
    expect(manager.chat.messages.length).toBe(before);
    expect(Object.values(await tally(campaign)).every((count) => count === 0)).toBe(true);
  });

  it('that is paused sends nothing until it goes on', async () => {
    const manager = await greeted();
    const campaign = await launched();
    failing = 429;
    running.pass(2 * hour);
    await waitFor(running, async () => (await tally(campaign)).planned > 0);
    await hr.change(campaign.id, 'pause');
    failing = undefined;
    const before = manager.chat.messages.length;
    running.pass(3_600_000);
    await running.caughtUp();
    expect(manager.chat.messages.length).toBe(before);
    await hr.change(campaign.id, 'resume');
    await comes(campaign);
    expect(hasButton(manager.newest(), 'next')).toBe(true);
  });

  it('that is recalled is taken out of the chats, and the manager keeps what was answered', async () => {
    const manager = await greeted();
    const campaign = await launched('manadens-lardom');
    await comes(campaign);
    await manager.press('next', { 'manadens-lardom': 'Vi vågar fråga' });
    await hr.change(campaign.id, 'recall');
    await waitFor(running, () => Promise.resolve(manager.shown().includes('tagit tillbaka')));
    expect(manager.shown()).not.toContain('Vi vågar fråga');
    await manager.say('mina svar');
    await manager.press('open');
    expect(manager.shown()).toContain('Vi vågar fråga');
  });

  it('shows nothing of the answers to anybody until the time to answer is over, then once, and thanks', async () => {
    const { silent, answering, campaign } = await answered();
    const results = () => hr.get<Results>(`campaigns/${campaign.id}/results`);
    expect((await results()).occurrences).toEqual([]);
    // Answers change until the last day.
    await answering[0]!.press('back');
    await answering[0]!.press('next', { 'onodig-uppfoljning': 'nej' });
    running.pass(7 * 24 * hour);
    for (const { shown } of [silent, ...answering])
      await waitFor(running, () => Promise.resolve(shown().includes('"Nej","value":"67 %"')));
    expect((await results()).occurrences[0]!.report.together).toMatchObject({ people: 6 });
    expect(await responses(campaign)).toEqual([]);
    expect((await hr.get<CampaignView>(`campaigns/${campaign.id}`)).state).toBe('closed');
  });

  it('that is closed thanks with what all answered together, and forgets who answered what', async () => {
    const { silent, answering, campaign } = await answered();
    await hr.change(campaign.id, 'close');
    for (const { shown } of [silent, ...answering])
      await waitFor(running, () => Promise.resolve(shown().includes('"Ja","value":"50 %"')));
    expect(silent.shown()).toContain('"Nej","value":"50 %"');
    expect(await responses(campaign)).toEqual([]);
  });

  it('that is closed says nothing of figures where the question is answered in words', async () => {
    const manager = await greeted();
    const campaign = await launched('manadens-lardom');
    await comes(campaign);
    await manager.press('next', { 'manadens-lardom': 'Vi vågar fråga' });
    await hr.change(campaign.id, 'close');
    await waitFor(running, () => Promise.resolve(manager.shown().includes('avslutad')));
    expect(manager.shown()).toContain('dina ord kvar');
    expect(manager.shown()).not.toContain('för få');
  });

  it('that is closed shows nothing where too few have answered', async () => {
    const manager = await greeted();
    const campaign = await launched('onodig-uppfoljning');
    await comes(campaign);
    await manager.press('next', { 'onodig-uppfoljning': 'ja' });
    await hr.change(campaign.id, 'close');
    await waitFor(running, () => Promise.resolve(manager.shown().includes('för få')));
    expect(manager.shown()).not.toContain('Ja:');
  });
});
