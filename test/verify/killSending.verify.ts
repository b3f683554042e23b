import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { startChannel } from '../../tools/localTeams/localTeams';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { tallyOf } from '../../src/store/deliveries';
import { onPostgres, temporaryFolder, temporaryPlace } from '../store/temporary';
import { cardsIn, prepare } from './audience';
import { isShort } from './short';
import { freePort, startService } from './kill';

jest.setTimeout(1_800_000);

/** At least a hundred, as the promise goes. */
const kills = Number(process.env.KILLS ?? (isShort ? 6 : 100));
const size = isShort ? 1000 : 5000;
/** Slow enough that the campaign lasts through all of them. */
const SEND_RATE = '12';
const serviceKey = Buffer.alloc(32, 7);

/** Those whose sending has begun and whose end is not stored. */
const begun = async (db: Database) =>
  db
    .selectFrom('deliveries')
    .select(['id', 'begun_at'])
    .where('state', '=', 'claimed')
    .where('begun_at', 'is not', null)
    .execute();

(onPostgres ? it : it.skip)(
  `kill -9 of one of two instances, ${kills} times: nobody is lost, nobody gets it twice`,
  async () => {
    const databaseUrl = await temporaryPlace();
    const db = await openDatabase(databaseUrl);
    const arrivals: number[] = [];
    const channel = await startChannel({ onEvent: () => void arrivals.push(performance.now()) });
    const audience = await prepare(db, serviceKey, channel, size);
    const ports = [await freePort(), await freePort()];
    const env = {
      DATABASE_URL: databaseUrl,
      DATA_DIR: temporaryFolder(),
      SERVICE_KEY: serviceKey.toString('base64'),
      SEND_RATE,
    };
    const services = await Promise.all(ports.map((port) => startService(port, env)));

    const inFlight = new Set<string>();
    for (let kill = 0; kill < kills; kill++) {
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
    expect(atLastKill.planned).toBeGreaterThan(0);
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
    for (const service of services) {
      const ended = once(service, 'exit');
      service.kill('SIGTERM');
      await ended;
    }
    const { sent, unknown, ...others } = await tallyOf(db, audience.campaign.id);
    const cards = cardsIn(audience);
    const longest = Math.max(...arrivals.slice(1).map((at, n) => at - arrivals[n]!)) / 1000;
    process.stdout.write(
      `${kills} kills: ${sent} sent, ${unknown} unknown of ${inFlight.size} in flight, most cards in a chat ${Math.max(...cards)}, ` +
        `longest silence ${longest.toFixed(1)} s, what the last dead one held free after ${resumed.toFixed(0)} s, ${channel.refusals.length} refusals\n`,
    );
    await channel.close();
    await closeDatabase(db);
    expect(sent + unknown).toBe(size);
    expect(Object.values(others).every((count) => count === 0)).toBe(true);
    expect(Math.max(...cards)).toBe(1);
    expect(cards.filter(Boolean).length).toBeGreaterThanOrEqual(sent);
    expect(unknown).toBeLessThanOrEqual(inFlight.size);
    expect(Math.max(longest, resumed)).toBeLessThanOrEqual(60);
    expect(channel.refusals).toEqual([]);
  },
);
