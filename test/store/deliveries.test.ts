import { type ClaimedDelivery } from '../../src/deliveries/delivery';
import { cancelDeliveries, planDeliveries, tallyOf } from '../../src/store/deliveries';
import { outbox } from '../../src/store/outbox';
import { type Database } from '../../src/store/database';
import { recipients } from '../deliveries/recipients';
import { onPostgres, temporaryDatabase, twoHandles } from './temporary';

const start = new Date('2026-11-24T08:00:00.000Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const about = { topic: 'utskick', occurrence: '2026-11-24', purpose: 'card', dueAt: start } as const;
const people = (count: number, reachable = true) =>
  recipients(
    Array.from({ length: count }, (_, n) => `${reachable ? 'p' : 'w'}${n}`),
    { reachable },
  );
const idsOf = (claimed: readonly ClaimedDelivery[]) => claimed.map(({ person }) => person).sort();

let db: Database;
beforeEach(async () => void (db = await temporaryDatabase()));
const tally = () => tallyOf(db, about.topic);
const planned = async (count: number) => planDeliveries(db, about, people(count));

describe('planning', () => {
  it('gives each of an audience one delivery, however often it is planned', async () => {
    await planDeliveries(db, about, [...people(1200), ...people(3, false)]);
    await planned(1200);
    expect(await tally()).toMatchObject({ planned: 1200, waiting: 3, sent: 0 });
  });

  it('gives each occurrence its own', async () => {
    await planned(2);
    await planDeliveries(db, { ...about, occurrence: '2026-12-01' }, people(2));
    await planDeliveries(db, { ...about, occurrence: '2026-12-01', purpose: 'thanks' }, people(2));
    await planDeliveries(db, { ...about, topic: 'another' }, people(2));
    // Reminders and thanks are not among what is counted, nor is what another campaign has sent.
    expect(await tally()).toMatchObject({ planned: 4 });
  });
});

describe('claiming', () => {
  it('takes what is due, the longest due first, and no more than asked for', async () => {
    await planDeliveries(db, { ...about, occurrence: 'b', dueAt: later(5) }, people(2));
    await planDeliveries(db, { ...about, occurrence: 'a', dueAt: later(-5) }, [{ ...people(1)[0]!, person: 'old' }]);
    const box = outbox(db, 'one');
    expect(await box.claim(later(-6), 10)).toEqual([]);
    expect(idsOf(await box.claim(later(6), 2))).toEqual(['old', expect.stringMatching(/^p/)]);
    expect(await tally()).toMatchObject({ claimed: 2, planned: 1 });
  });

  it('gives a delivery to one instance only', async () => {
    const [one, other] = await twoHandles();
    await planDeliveries(one, about, people(60));
    const boxes = [outbox(one, 'one'), outbox(other, 'other')];
    const claims = [0, 1, 0, 1].map((at) => () => boxes[at]!.claim(start, 20));
    const all: ClaimedDelivery[] = [];
    // SQLite's two connections would wait for each other in one process; there only one instance runs.
    if (onPostgres) all.push(...(await Promise.all(claims.map((claim) => claim()))).flat());
    else for (const claim of claims) all.push(...(await claim()));
    expect(new Set(idsOf(all)).size).toBe(60);
    expect(all).toHaveLength(60);
  });

  it('keeps the pace over all instances: turns a fixed time apart, given out for a second ahead', async () => {
    const [one, other] = await twoHandles();
    await planDeliveries(one, about, people(100));
    const all = [
      ...(await outbox(one, 'one', 20).claim(start, 12)),
      ...(await outbox(other, 'other', 20).claim(start, 50)),
      ...(await outbox(one, 'one', 20).claim(later(0.5), 50)),
    ];
    const times = all.map(({ at }) => at.getTime() - start.getTime());
    expect(times).toEqual(times.map((_, nth) => nth * 50));
    expect(times).toHaveLength(30);
  });

  it('does not save up turns that nobody took', async () => {
    await planned(30);
    const box = outbox(db, 'one', 10);
    await box.claim(start, 1);
    const [first] = await box.claim(later(60), 5);
    expect(first!.at).toEqual(later(60));
  });

  it('takes one delivery of a person at a time, and the next some seconds after it', async () => {
    for (const topic of ['ett', 'två']) await planDeliveries(db, { ...about, topic }, people(1));
    const box = outbox(db, 'one');
    const [first, ...rest] = await box.claim(start, 10);
    expect(rest).toEqual([]);
    expect(await box.claim(start, 10)).toEqual([]);
    await box.begin(first!, start);
    await box.settle(first!, { state: 'sent', message: 'm' }, start);
    expect(await box.claim(later(1), 10)).toEqual([]);
    expect(await box.claim(later(3), 10)).toHaveLength(1);
  });
});

describe('a claimed delivery', () => {
  const claim = async () => {
    await planned(1);
    const [claimed] = await outbox(db, 'one').claim(start, 1);
    return claimed!;
  };

  it('is settled once it has been sent, and never claimed again', async () => {
    const box = outbox(db, 'one');
    const claimed = await claim();
    expect(await box.begin(claimed, start)).toBe(true);
    await box.settle(claimed, { state: 'sent', message: 'm1' }, start);
    expect(await tally()).toMatchObject({ sent: 1, claimed: 0 });
    expect(await box.claim(later(3600), 10)).toEqual([]);
  });

  it('that was not delivered is claimed again when its wait is over, and counts its attempts', async () => {
    const box = outbox(db, 'one');
    const claimed = await claim();
    await box.begin(claimed, start);
    await box.settle(claimed, { state: 'planned', retryAt: later(9) }, start);
    expect(await box.claim(later(8), 1)).toEqual([]);
    expect(await box.claim(later(9), 1)).toMatchObject([{ id: claimed.id, attempts: 2 }]);
  });

  it('of an instance that died before it began is planned again; of one that died while sending nobody knows', async () => {
    await planned(2);
    const box = outbox(db, 'one');
    const [begun] = await box.claim(start, 2);
    await box.begin(begun!, start);
    const other = outbox(db, 'other');
    expect(await other.claim(later(29), 10)).toEqual([]);
    expect(await other.claim(later(31), 10)).toMatchObject([{ attempts: 1 }]);
    expect(await tally()).toMatchObject({ unknown: 1, claimed: 1 });
  });

  it('cannot be begun by an instance whose time is over', async () => {
    const claimed = await claim();
    const box = outbox(db, 'one');
    expect(await box.begin(claimed, later(31))).toBe(false);
    await outbox(db, 'other').claim(later(32), 1);
    expect(await box.begin(claimed, later(33))).toBe(false);
  });

  it('that is given back is planned as if nobody had claimed it', async () => {
    const box = outbox(db, 'one');
    await box.release(await claim());
    expect(await box.claim(start, 1)).toMatchObject([{ attempts: 1 }]);
  });
});

describe('cancelling', () => {
  it('stops what has not begun, and leaves alone what has', async () => {
    await planDeliveries(db, about, [...people(3), ...people(1, false)]);
    const box = outbox(db, 'one');
    const [begun, claimed] = await box.claim(start, 2);
    await box.begin(begun!, start);
    await cancelDeliveries(db, about.topic, start);
    expect(await box.begin(claimed!, start)).toBe(false);
    await box.settle(begun!, { state: 'sent', message: 'm' }, start);
    expect(await tally()).toMatchObject({ sent: 1, cancelled: 3, planned: 0, waiting: 0, claimed: 0 });
  });

  it('stops the cards of one topic, and neither another’s nor its recall', async () => {
    await planned(1);
    await planDeliveries(db, { ...about, topic: 'annat' }, people(1));
    await planDeliveries(db, { ...about, purpose: 'recall' }, people(1));
    await cancelDeliveries(db, about.topic, start);
    expect(await tally()).toMatchObject({ planned: 0, cancelled: 1 });
    expect(await tallyOf(db, 'annat')).toMatchObject({ planned: 1 });
    expect(await outbox(db, 'one').claim(start, 10)).toMatchObject([
      { purpose: expect.stringMatching(/card|recall/) as string },
    ]);
  });
});
