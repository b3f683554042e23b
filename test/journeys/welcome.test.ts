import { newManager } from './manager';
import { toMorning, waitFor, type Manager } from './sent';
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

const install = (manager: Manager) => running.channel.install(manager.chat, manager.person);
const welcomes = ({ chat }: Manager) =>
  chat.messages.filter(({ activity }) => JSON.stringify(activity).includes(texts.welcome.title)).length;
const lookedUp = ({ person }: Manager) => asked.filter((id) => id === person.id).length;
const deliveries = () =>
  running.stored((db) => db.selectFrom('deliveries').select(['person', 'purpose', 'state']).execute());
const ended = async (purpose: string, state: string) =>
  (await deliveries()).some((one) => one.purpose === purpose && one.state === state);

describe('the welcome', () => {
  it('comes a moment after the manager has got the bot, once, though Teams tells of it twice', async () => {
    const manager = newManager(running);
    await install(manager);
    await waitFor(running, () => welcomes(manager) > 0);
    await install(manager);
    await running.caughtUp();
    expect(welcomes(manager)).toBe(1);
  });

  it('greets each person separately', async () => {
    const both = [newManager(running), newManager(running)];
    for (const manager of both) await install(manager);
    await waitFor(running, () => both.every((manager) => welcomes(manager) === 1));
  });

  it('waits for no morning', async () => {
    toMorning(running, 'tis');
    running.pass(16 * 3_600_000);
    const manager = newManager(running);
    await install(manager);
    await waitFor(running, () => welcomes(manager) === 1);
  });

  it('comes as soon as Teams takes it', async () => {
    failing = 429;
    const manager = newManager(running);
    await install(manager);
    await running.caughtUp();
    failing = undefined;
    await waitFor(running, () => welcomes(manager) === 1);
  });

  it('comes when the manager gets the bot anew, where Teams did not let it through before', async () => {
    failing = 403;
    const manager = newManager(running);
    await install(manager);
    await waitFor(running, () => ended('welcome', 'blocked'));
    failing = undefined;
    await install(manager);
    await waitFor(running, () => welcomes(manager) === 1);
  });

  it('is not sent again where nobody knows whether it arrived', async () => {
    failing = { status: 502, delivered: true };
    const manager = newManager(running);
    await install(manager);
    await waitFor(running, () => ended('welcome', 'unknown'));
    failing = undefined;
    await install(manager);
    await running.caughtUp();
    expect(welcomes(manager)).toBe(1);
  });

  it('keeps nobody waiting who writes before it has come', async () => {
    const manager = newManager(running);
    const [, turn] = await Promise.all([install(manager), manager.say('hej')]);
    expect(turn.sent).toHaveLength(1);
    await waitFor(running, () => welcomes(manager) > 0);
    await manager.say('hjälp');
    await install(manager);
    await running.caughtUp();
    expect(welcomes(manager)).toBe(1);
  });

  it('does not come again to those whom an earlier version welcomed', async () => {
    const manager = newManager(running);
    await manager.say('hej');
    const welcomed_at = running.now().toISOString();
    await running.stored((db) => db.updateTable('people').set({ welcomed_at }).execute());
    await install(manager);
    await running.caughtUp();
    expect([welcomes(manager), await deliveries()]).toEqual([0, []]);
  });
});

describe('the roster', () => {
  it('is asked for the name and e-mail in a turn of its own, once', async () => {
    const manager = newManager(running);
    await install(manager);
    await waitFor(running, () => ended('lookup', 'sent'));
    await install(manager);
    await manager.say('hej');
    const people = await running.stored((db) => db.selectFrom('people').selectAll().execute());
    expect(people).toMatchObject([
      { id: manager.person.aadObjectId, name: manager.person.name, email: manager.person.email },
    ]);
    expect(JSON.parse(people[0]!.address!)).toMatchObject({
      conversation: { id: manager.chat.id },
      serviceUrl: running.channel.serviceUrl,
    });
    expect(lookedUp(manager)).toBe(1);
  });

  it('is asked until it answers', async () => {
    const manager = newManager(running);
    silentRoster = 2;
    await install(manager);
    await waitFor(running, () => ended('lookup', 'sent'));
    expect(lookedUp(manager)).toBe(3);
  });

  it('is not asked a second time where the manager has written meanwhile', async () => {
    const manager = newManager(running);
    await install(manager);
    await manager.say('hej');
    await waitFor(running, () => ended('lookup', 'cancelled'));
    expect(lookedUp(manager)).toBe(1);
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
    const manager = newManager(running);
    await waitingFor(manager.person.aadObjectId);
    await install(manager);
    expect((await card()).waiting).toBe(0);
    await waitFor(running, async () => (await card()).sent === 1);
  });

  it('lets what waited for the person by the e-mail be sent when the roster has told it', async () => {
    toMorning(running, 'tis');
    const manager = newManager(running);
    await waitingFor(manager.person.email);
    await install(manager);
    expect((await card()).waiting).toBe(1);
    await waitFor(running, async () => (await card()).sent === 1);
    expect(lookedUp(manager)).toBe(1);
  });
});

describe('20 who get the bot at the same moment', () => {
  it('are all welcomed, once, at a pace that Teams takes', async () => {
    const all = Array.from({ length: 20 }, () => newManager(running));
    // Each of the two events comes twice.
    await Promise.all(all.flatMap((manager) => [install(manager), install(manager)]));
    const before = all.map(({ person }) => person.aadObjectId);
    const lookups = async () =>
      (await deliveries()).filter(({ purpose, state }) => purpose === 'lookup' && state === 'sent').length;
    for (let left = true; left; left = (await lookups()) < all.length) await running.caughtUp();
    expect(all.map(welcomes)).toEqual(before.map(() => 1));
    expect(all.map(lookedUp)).toEqual(before.map(() => 1));
    expect(running.channel.refusals).toEqual([]);
  });
});
