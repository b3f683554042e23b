import { once } from 'node:events';
import { aServiceKey } from '../aServiceKey';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Channel, startChannel } from '../../tools/localTeams/localTeams';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { isWorkingDay, readCalendar } from '../../src/campaigns/calendar';
import { projectRoot } from '../../src/shared/config';
import { dayAfter, dayOf, momentAt } from '../../src/shared/localTime';
import { tallyOf } from '../../src/store/deliveries';
import { type Keyring } from '../../src/store/keyring';
import { openKeyring } from '../../src/store/openKeyring';
import { commitmentStore } from '../../src/store/reminders';
import { temporaryFolder, temporaryPlace } from '../store/temporary';
import { addManagers, cardsIn, prepare } from './audience';
import { isShort } from './short';
import { aFreePort } from '../../tools/aFreePort';
import { bareStart, startService, usualStart } from './kill';

jest.setTimeout(1_800_000);

/** At least a hundred, as the promise goes. */
const kills = Number(process.env.KILLS ?? (isShort ? 4 : 100));
const size = isShort ? 1000 : 5000;
const serviceKey = Buffer.from(aServiceKey, 'base64');
/** Reminders go out first and the campaign after them: about half of the kills hit each. */
const reminders = kills * 15;

/** Sends a second so that sending lasts through all kills, each of which costs a start: fewer where this machine is slow now. */
function slowRate(): string {
  const secondsOfKill = (bareStart() * usualStart) / 1000 + 1;
  const rate = Math.floor((size + reminders) / (kills * secondsOfKill));
  return String(Math.min(12, Math.max(5, rate)));
}

/** Half past nine on the next working day, because reminders come in office hours only and this may run at night. */
function officeMorning(): Date {
  const calendar = readCalendar(path.join(projectRoot, 'cards/calendar.yaml'));
  let day = dayAfter(dayOf(new Date()));
  while (!isWorkingDay(calendar, day)) day = dayAfter(day);
  return momentAt(day, '09:30');
}

/** So many managers who mean to do something by that day, none of them in the campaign. */
async function remindable(db: Database, keyring: Keyring, channel: Channel, day: string) {
  const managers = await addManagers(db, channel, reminders);
  const store = commitmentStore(db, keyring, () => momentAt(dayAfter(day, -7), '12:00'));
  for (const person of managers.people) await store.add(person, { title: '', what: 'boka rum', due: day });
  return managers;
}

const remindersIn = (db: Database) =>
  db.selectFrom('deliveries').select(['state', 'person']).where('purpose', '=', 'commitment').execute();

/** Those whose sending has begun and whose end is not stored. */
const begun = async (db: Database) =>
  db
    .selectFrom('deliveries')
    .select(['id', 'begun_at'])
    .where('state', '=', 'claimed')
    .where('begun_at', 'is not', null)
    .execute();

it(`kill -9 of one of two instances, ${kills} times: nobody is lost, nobody gets a card or a reminder twice`, async () => {
  const databaseUrl = await temporaryPlace();
  const db = await openDatabase(databaseUrl);
  const keyring = await openKeyring(db, serviceKey);
  const arrivals: number[] = [];
  const channel = await startChannel({ onEvent: () => void arrivals.push(performance.now()) });
  const morning = officeMorning();
  const reminded = await remindable(db, keyring, channel, dayOf(morning));
  const shift = morning.getTime() - Date.now();
  const audience = await prepare(db, keyring, channel, size, new Date(Date.now() + shift + 3_600_000));
  const ports = [await aFreePort(), await aFreePort()];
  const env = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: temporaryFolder(),
    SERVICE_KEY: serviceKey.toString('base64'),
    SEND_RATE: slowRate(),
    CLOCK_SHIFT: String(shift),
    NODE_OPTIONS: `--require ${path.join(__dirname, 'shiftedClock.cjs')}`,
  };
  const services = await Promise.all(ports.map((port) => startService(port, env)));

  while ((await remindersIn(db)).length < reminders) await pause(100);
  // The cards come after the reminders, however long the services took to start.
  await db
    .updateTable('deliveries')
    .set({ due_at: new Date(Date.now() + shift).toISOString() })
    .where('purpose', '=', 'card')
    .execute();

  const inFlight = new Set<string>();
  let made = 0;
  const isGoingOn = async () => {
    const { planned, claimed } = await tallyOf(db, audience.campaign.id);
    return planned + claimed > 0;
  };
  // On a busy machine a start takes so long that all is sent before the last kill: there is nothing left to kill then.
  for (let kill = 0; kill < kills && (await isGoingOn()); kill++, made++) {
    const at = kill % 2;
    await pause(300 + ((kill * 331) % 700));
    const died = once(services[at]!, 'exit');
    services[at]!.kill('SIGKILL');
    await died;
    // What the other one has begun is over in a moment; what still stands then was the dead one's.
    const before = new Map((await begun(db)).map(({ id, begun_at }) => [id, begun_at]));
    await pause(500);
    for (const { id, begun_at } of await begun(db)) if (before.get(id) === begun_at) inFlight.add(id);
    services[at] = await startService(ports[at]!, env);
  }
  const lastKill = performance.now();
  const atLastKill = await tallyOf(db, audience.campaign.id);
  expect(made).toBeGreaterThanOrEqual(Math.ceil(kills / 3));
  const claimedThen = (await db.selectFrom('deliveries').select('id').where('state', '=', 'claimed').execute()).map(
    ({ id }) => id,
  );
  let resumed = 0;
  for (let tally = atLastKill; tally.planned + tally.claimed > 0; tally = await tallyOf(db, audience.campaign.id)) {
    expect(Object.values(tally).reduce((all, count) => all + count, 0)).toBe(size);
    const stuck = await db
      .selectFrom('deliveries')
      .select('id')
      .where('state', '=', 'claimed')
      .where('id', 'in', [...claimedThen, ''])
      .execute();
    if (!stuck.length && !resumed) resumed = (performance.now() - lastKill) / 1000;
    await pause(1000);
  }
  while ((await remindersIn(db)).some(({ state }) => state === 'planned' || state === 'claimed')) await pause(500);
  for (const service of services) {
    const ended = once(service, 'exit');
    service.kill('SIGTERM');
    await ended;
  }
  const { sent, unknown, ...others } = await tallyOf(db, audience.campaign.id);
  const cards = cardsIn(audience);
  const longest = Math.max(...arrivals.slice(1).map((at, n) => at - arrivals[n]!)) / 1000;
  process.stdout.write(
    `${made} kills: ${sent} sent, ${unknown} unknown of ${inFlight.size} in flight, most cards in a chat ${Math.max(...cards)}, ` +
      `longest silence ${longest.toFixed(1)} s, what the last dead one held free after ${resumed.toFixed(0)} s, ${channel.refusals.length} refusals\n`,
  );
  const ends = await remindersIn(db);
  const arrived = cardsIn(reminded);
  const [sentReminders, unknownReminders] = ['sent', 'unknown'].map(
    (end) => ends.filter(({ state }) => state === end).length,
  );
  process.stdout.write(
    `${sentReminders} reminders sent, ${unknownReminders} unknown, most in a chat ${Math.max(...arrived)}\n`,
  );
  await channel.close();
  await closeDatabase(db);
  expect([ends.length, new Set(ends.map(({ person }) => person)).size]).toEqual([reminders, reminders]);
  expect(sentReminders! + unknownReminders!).toBe(reminders);
  expect(Math.max(...arrived)).toBe(1);
  expect(arrived.filter(Boolean).length).toBeGreaterThanOrEqual(sentReminders!);
  expect(sent + unknown).toBe(size);
  expect(Object.values(others).every((count) => count === 0)).toBe(true);
  expect(Math.max(...cards)).toBe(1);
  expect(cards.filter(Boolean).length).toBeGreaterThanOrEqual(sent);
  expect(unknown + unknownReminders!).toBeLessThanOrEqual(inFlight.size);
  expect(Math.max(longest, resumed)).toBeLessThanOrEqual(60);
  expect(channel.refusals).toEqual([]);
});
