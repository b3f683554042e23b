import { type CommitmentChange } from '../../src/coaching/ports';
import { answered, moved } from '../../src/commitments/commitment';
import { usualHours } from '../../src/commitments/officeHours';
import { dayAfter, momentAt } from '../../src/shared/localTime';
import { addCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { planDeliveries } from '../../src/store/deliveries';
import { newKey } from '../../src/store/encryption';
import { outbox } from '../../src/store/outbox';
import { remember } from '../../src/store/people';
import { commitmentStore, hasReminder, pruneReminders, reminderStore } from '../../src/store/reminders';
import { sessionStore } from '../../src/store/sessions';
import { aCampaign } from '../campaigns/aCampaign';
import { recipients } from '../deliveries/recipients';
import { next } from './move';
import { allStored, onPostgres, temporaryDatabase, twoHandles } from './temporary';

/** A Monday. */
const day = '2026-11-23';
const now = momentAt(day, '09:00');
const serviceKey = newKey();
const person = 'asa';

let db: Database;
let other: Database;
beforeEach(async () => {
  // Two transactions of one process on a file would wait for each other: what there is to try there, one handle tries.
  if (onPostgres) [db, other] = await twoHandles();
  else db = other = await temporaryDatabase();
  await remember(db, { id: person, address: '{}' }, now);
});

/** What the manager does on the day before. */
const own = (at = momentAt(dayAfter(day, -1), '09:00')) => commitmentStore(db, serviceKey, () => at);
const reminders = () => reminderStore(db, serviceKey);
const add = (what: string, due = day) => own().add(person, { title: '', what, due });
const planned = () => db.selectFrom('deliveries').selectAll().where('purpose', '=', 'commitment').execute();
const whats = async (delivery: string) => (await reminders().dueIn(delivery, person)).map(({ what }) => what).sort();

/** The planned reminder is claimed and begun, and comes to an end. */
async function send(state: 'sent' | 'cancelled' | 'unknown', at = now) {
  const box = outbox(db, 'one');
  const [delivery] = await box.claim(at, 10);
  await box.begin(delivery!, at);
  await box.settle(delivery!, { state }, at);
  return delivery!;
}

describe('a commitment', () => {
  const sessions = () => sessionStore(db, serviceKey, () => now);
  const promised: CommitmentChange = {
    step: 'dag',
    kind: 'answer',
    title: 'Ramar',
    what: 'Kanariefågeln',
    due: '2026-12-01',
  };
  const flow = { id: 'ramar', title: 'Ramar', version: '1' } as never;

  it('is kept with its move or not at all, encrypted, under no name that tells its session', async () => {
    const session = await sessions().begin(person, flow);
    expect(await sessions().append(person, { ...session, id: 'aldrig' }, next, false, [promised])).toBe(false);
    expect(await own().list(person, 0, 5)).toEqual([]);
    expect(await sessions().append(person, session, next, false, [promised])).toBe(true);
    // The revision is taken, so neither the move nor what it means is kept.
    expect(await sessions().append(person, session, next, false, [{ ...promised, due: '2026-12-24' }])).toBe(false);
    expect(await own().list(person, 0, 5)).toMatchObject([{ what: 'Kanariefågeln', due: '2026-12-01', state: 'open' }]);
    const rows = JSON.stringify(await db.selectFrom('commitments').selectAll().execute());
    expect(rows).not.toContain(session.id);
    expect((await allStored(db)).includes('Kanariefågeln')).toBe(false);
  });

  it('stays as the person left it when the same is said again, and is open again on another day', async () => {
    const session = await sessions().begin(person, flow);
    await sessions().append(person, session, next, false, [promised]);
    const [made] = await own().list(person, 0, 5);
    expect(await own().change(person, answered(made!, 'done'))).toBe(true);
    await sessions().append(person, session, { ...next, revision: 2, key: '2' }, false, [promised]);
    expect(await own().list(person, 0, 5)).toEqual([]);
    await sessions().append(person, session, { ...next, revision: 3, key: '3' }, false, [
      { ...promised, due: '2026-12-02' },
    ]);
    expect(await own().list(person, 0, 5)).toMatchObject([{ id: made!.id, due: '2026-12-02', state: 'open' }]);
    await sessions().append(person, session, { ...next, revision: 4, key: '4' }, false, [
      { step: 'dag', over: 'withdrawn' },
    ]);
    expect(await own().find(person, made!.id)).toBeUndefined();
  });

  it('is gone with its session', async () => {
    const session = await sessions().begin(person, flow);
    await sessions().append(person, session, next, false, [promised]);
    await sessions().erase(person, session.id);
    expect(await own().list(person, 0, 5)).toEqual([]);
  });

  it('is found for nobody else', async () => {
    const { id } = await add('boka rum');
    await remember(db, { id: 'bo' }, now);
    expect(await own().find('bo', id)).toBeUndefined();
    expect(await own().list('bo', 0, 5)).toEqual([]);
  });

  it('is changed once, however many devices press at the same moment', async () => {
    const made = await add('boka rum');
    const devices = [own(), commitmentStore(other, serviceKey, () => now)];
    const changes = await Promise.all(
      devices.map((device, at) => device.change(person, at ? answered(made, 'done') : moved(made, '2026-12-01'))),
    );
    expect(changes.filter(Boolean)).toHaveLength(1);
  });
});

describe('who is to be reminded', () => {
  it('has something due, within the own office hours', async () => {
    await add('boka rum');
    expect(await reminders().due(dayAfter(day, -1), '09:00')).toEqual([]);
    expect(await reminders().due(day, '07:59')).toEqual([]);
    expect(await reminders().due(day, '08:00')).toEqual([person]);
    expect(await reminders().due(day, '17:00')).toEqual([]);
    await own().keepHours(person, { from: '12:00', to: '13:00' });
    expect(await reminders().due(day, '11:59')).toEqual([]);
    expect(await reminders().due(day, '12:00')).toEqual([person]);
    await own().keepHours(person, undefined);
    expect((await own().settings(person)).hours).toEqual(usualHours);
  });

  it('is not reminded on the day on which it was said', async () => {
    await own(now).add(person, { title: '', what: 'genast', due: day });
    expect(await reminders().due(day, '10:00')).toEqual([]);
    expect(await reminders().due(dayAfter(day), '10:00')).toEqual([person]);
  });
});

describe('a day’s reminder', () => {
  it('is one, of all that is due, however many instances plan it', async () => {
    await add('boka rum');
    await add('ringa Eva', '2026-11-22');
    await add('senare', dayAfter(day));
    const stores = [reminders(), reminderStore(other, serviceKey), reminders(), reminderStore(other, serviceKey)];
    await Promise.all(stores.map((store) => store.plan(person, day, now)));
    const rows = await planned();
    expect(rows).toHaveLength(1);
    expect(await whats(rows[0]!.id)).toEqual(['boka rum', 'ringa Eva']);
  });

  it.each(['sent', 'unknown'] as const)(
    'that is %s is not planned again: what comes after it waits for the next day',
    async (state) => {
      await add('boka rum');
      await reminders().plan(person, day, now);
      await send(state);
      expect(await hasReminder(db, person, day)).toBe(true);
      await add('ringa Eva');
      await reminders().plan(person, day, now);
      expect(await planned()).toMatchObject([{ state }]);
      expect(await reminders().due(day, '10:00')).toEqual([]);
      await reminders().plan(person, dayAfter(day), now);
      const tomorrow = (await planned()).find(({ occurrence }) => occurrence === dayAfter(day))!;
      expect(await whats(tomorrow.id)).toEqual(['ringa Eva']);
    },
  );

  it('that could not come is planned anew, on the same day where it is cancelled', async () => {
    await add('boka rum');
    await reminders().plan(person, day, now);
    const { id } = await send('cancelled');
    await reminders().release(id, person, day);
    expect(await reminders().due(day, '10:00')).toEqual([person]);
    await reminders().plan(person, day, now);
    expect(await planned()).toMatchObject([{ id, state: 'planned', attempts: 0 }]);
    expect(await whats(id)).toEqual(['boka rum']);
  });

  it('says nothing more of what has been answered or moved', async () => {
    const [rum, eva] = [await add('boka rum'), await add('ringa Eva')];
    await add('skriva');
    await reminders().plan(person, day, now);
    const { id } = (await planned())[0]!;
    await own(now).change(person, answered(rum, 'done'));
    await own(now).change(person, moved(eva, '2026-12-01'));
    expect(await whats(id)).toEqual(['skriva']);
    expect((await own().besides(person, rum.id)).map(({ what }) => what)).toEqual(['skriva']);
    expect(await reminders().due('2026-12-01', '10:00')).toEqual([person]);
  });

  it('is stopped by a pause, also where it is claimed already, and comes when reminders are on again', async () => {
    await add('boka rum');
    await reminders().plan(person, day, now);
    const box = outbox(other, 'one');
    const [claimed] = await box.claim(now, 10);
    await own(now).pause(person);
    expect(await box.begin(claimed!, now)).toBe(false);
    expect(await planned()).toMatchObject([{ state: 'cancelled' }]);
    expect(await reminders().due(day, '10:00')).toEqual([]);
    await own(now).resume(person);
    expect(await reminders().due(day, '10:00')).toEqual([person]);
  });

  it('is forgotten after its time, and never before it has been sent', async () => {
    await add('boka rum');
    await reminders().plan(person, day, now);
    await pruneReminders(db, momentAt(dayAfter(day, 100), '00:00'));
    expect(await planned()).toHaveLength(1);
    await send('sent');
    await pruneReminders(db, momentAt(dayAfter(day, 100), '00:00'));
    expect(await planned()).toEqual([]);
  });
});

describe('what HR sends on a day', () => {
  const push = (dueAt: Date) =>
    planDeliveries(db, { topic: 'c1', occurrence: day, purpose: 'card', dueAt }, recipients([person]));
  const hasPush = (on = day) => reminders().hasPush(person, on);

  it('counts from the moment at which it is planned, on that day alone', async () => {
    await addCampaign(db, aCampaign({}));
    await push(momentAt(day, '14:00'));
    expect([await hasPush(dayAfter(day, -1)), await hasPush()]).toEqual([false, true]);
    await send('sent', momentAt(day, '14:00'));
    expect([await hasPush(), await hasPush(dayAfter(day))]).toEqual([true, false]);
  });

  it('does not count where it never came, or where its campaign is paused', async () => {
    await addCampaign(db, { ...aCampaign({}), state: 'paused' });
    await push(now);
    expect(await hasPush()).toBe(false);
    await db.updateTable('campaigns').set({ state: 'running' }).execute();
    expect(await hasPush()).toBe(true);
    await send('cancelled');
    expect(await hasPush()).toBe(false);
  });
});
