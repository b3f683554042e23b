import { newManager } from './manager';
import { toMorning, waitFor, type Her } from './sent';
import { run, texts, type Running } from './service';
import { addCampaign } from '../../src/store/campaigns';
import { planDeliveries, tallyOf } from '../../src/store/deliveries';
import { readServiceKey } from '../../src/store/serviceKey';
import { dayAfter, dayOf } from '../../src/shared/localTime';
import { aCampaign } from '../campaigns/aCampaign';
import { recipients } from '../deliveries/recipients';
import { sentRun } from '../store/sentRun';

jest.setTimeout(60_000);

let running: Running;
let failing: number | { readonly status: number; readonly delivered: true } | undefined;
let asked: string[];
/** How many times the roster fails to answer. */
let silentRoster: number;
beforeEach(async () => {
  asked = [];
  failing = undefined;
  silentRoster = 0;
  running = await run({
    fail: ({ method, path }) => {
      if (method === 'GET') asked.push(path.at(-1)!);
      if (method === 'POST') return failing;
      return silentRoster-- > 0 ? 502 : undefined;
    },
  });
});
afterEach(async () => {
  expect(running.channel.refusals).toEqual([]);
  await running.stop();
});

const install = (her: Her) => running.channel.install(her.chat, her.person);
const welcomes = ({ chat }: Her) =>
  chat.messages.filter(({ activity }) => JSON.stringify(activity).includes(texts.welcome.title)).length;
const lookedUp = ({ person }: Her) => asked.filter((id) => id === person.id).length;
const deliveries = () =>
  running.stored((db) => db.selectFrom('deliveries').select(['person', 'purpose', 'state']).execute());
const ended = async (purpose: string, state: string) =>
  (await deliveries()).some((one) => one.purpose === purpose && one.state === state);

describe('the welcome', () => {
  it('comes a moment after the manager has got the bot, once, though Teams tells of it twice', async () => {
    const her = newManager(running);
    await install(her);
    await waitFor(running, () => welcomes(her) > 0);
    await install(her);
    await running.caughtUp();
    expect(welcomes(her)).toBe(1);
  });

  it('greets each person separately', async () => {
    const both = [newManager(running), newManager(running)];
    for (const her of both) await install(her);
    await waitFor(running, () => both.every((her) => welcomes(her) === 1));
  });

  it('waits for no morning', async () => {
    toMorning(running, 'tis');
    running.pass(16 * 3_600_000);
    const her = newManager(running);
    await install(her);
    await waitFor(running, () => welcomes(her) === 1);
  });

  it('comes as soon as Teams takes it', async () => {
    failing = 429;
    const her = newManager(running);
    await install(her);
    await running.caughtUp();
    failing = undefined;
    await waitFor(running, () => welcomes(her) === 1);
  });

  it('comes when the manager gets the bot anew, where Teams did not let it through before', async () => {
    failing = 403;
    const her = newManager(running);
    await install(her);
    await waitFor(running, () => ended('welcome', 'blocked'));
    failing = undefined;
    await install(her);
    await waitFor(running, () => welcomes(her) === 1);
  });

  it('is not sent again where nobody knows whether it arrived', async () => {
    failing = { status: 502, delivered: true };
    const her = newManager(running);
    await install(her);
    await waitFor(running, () => ended('welcome', 'unknown'));
    failing = undefined;
    await install(her);
    await running.caughtUp();
    expect(welcomes(her)).toBe(1);
  });

  it('keeps nobody waiting who writes before it has come', async () => {
    const her = newManager(running);
    const [, turn] = await Promise.all([install(her), her.say('hej')]);
    expect(turn.sent).toHaveLength(1);
    await waitFor(running, () => welcomes(her) > 0);
    await her.say('hjälp');
    await install(her);
    await running.caughtUp();
    expect(welcomes(her)).toBe(1);
  });

  it('does not come again to those whom an earlier version welcomed', async () => {
    const her = newManager(running);
    await her.say('hej');
    const welcomed_at = running.now().toISOString();
    await running.stored((db) => db.updateTable('people').set({ welcomed_at }).execute());
    await install(her);
    await running.caughtUp();
    expect([welcomes(her), await deliveries()]).toEqual([0, []]);
  });
});

describe('the roster', () => {
  it('is asked for the name and e-mail in a turn of its own, once', async () => {
    const her = newManager(running);
    await install(her);
    await waitFor(running, () => ended('lookup', 'sent'));
    await install(her);
    await her.say('hej');
    const people = await running.stored((db) => db.selectFrom('people').selectAll().execute());
    expect(people).toMatchObject([{ id: her.person.aadObjectId, name: her.person.name, email: her.person.email }]);
    expect(JSON.parse(people[0]!.address!)).toMatchObject({
      conversation: { id: her.chat.id },
      serviceUrl: running.channel.serviceUrl,
    });
    expect(lookedUp(her)).toBe(1);
  });

  it('is asked until it answers', async () => {
    const her = newManager(running);
    silentRoster = 2;
    await install(her);
    await waitFor(running, () => ended('lookup', 'sent'));
    expect(lookedUp(her)).toBe(3);
  });

  it('is not asked a second time where the manager has written meanwhile', async () => {
    const her = newManager(running);
    await install(her);
    await her.say('hej');
    await waitFor(running, () => ended('lookup', 'cancelled'));
    expect(lookedUp(her)).toBe(1);
  });
});

describe('the bot alone', () => {
  const waitingFor = async (person: string) => {
    const dueAt = running.now();
    const day = dayOf(dueAt);
    const about = { topic: 'ramar', occurrence: day, purpose: 'card', dueAt } as const;
    await running.stored(async (db) => {
      await addCampaign(db, aCampaign({ id: 'ramar' }));
      const serviceKey = readServiceKey(running.settings.DATA_DIR!, undefined);
      await sentRun(db, serviceKey, { campaign: 'ramar', day, dueAt, answerUntil: dayAfter(day, 7) });
      await planDeliveries(db, about, recipients([person], { reachable: false }));
    });
  };
  const card = async () => running.stored((db) => tallyOf(db, 'ramar'));

  it('lets what waited for the person by the object id be sent, without a look into the roster', async () => {
    toMorning(running, 'tis');
    const her = newManager(running);
    await waitingFor(her.person.aadObjectId);
    await install(her);
    expect((await card()).waiting).toBe(0);
    await waitFor(running, async () => (await card()).sent === 1);
  });

  it('lets what waited for the person by the e-mail be sent when the roster has told it', async () => {
    toMorning(running, 'tis');
    const her = newManager(running);
    await waitingFor(her.person.email);
    await install(her);
    expect((await card()).waiting).toBe(1);
    await waitFor(running, async () => (await card()).sent === 1);
    expect(lookedUp(her)).toBe(1);
  });
});

describe('20 who get the bot at the same moment', () => {
  it('are all welcomed, once, at a pace that Teams takes', async () => {
    const all = Array.from({ length: 20 }, () => newManager(running));
    // Each of the two events comes twice.
    await Promise.all(all.flatMap((her) => [install(her), install(her)]));
    const before = all.map(({ person }) => person.aadObjectId);
    const lookups = async () =>
      (await deliveries()).filter(({ purpose, state }) => purpose === 'lookup' && state === 'sent').length;
    for (let left = true; left; left = (await lookups()) < all.length) await running.caughtUp();
    expect(all.map(welcomes)).toEqual(before.map(() => 1));
    expect(all.map(lookedUp)).toEqual(before.map(() => 1));
    expect(running.channel.refusals).toEqual([]);
  });
});
