import { cpus, loadavg } from 'node:os';
import { sessionStore } from '../../src/store/sessions';
import { openDatabase, databaseOf, closeDatabase } from '../../src/store/database';
import { openKeyring } from '../../src/store/openKeyring';
import { readServiceKey } from '../../src/store/serviceKey';
import { onPostgres, temporaryFolder, temporaryPlace } from '../store/temporary';
import { isShort } from './short';
import { bareStart, killWhileAnswering, slowestStart, usualStart } from './kill';

/** At least fifty, as the promise goes. */
const rounds = Number(process.env.ROUNDS ?? (isShort ? 5 : 50));

it.each([
  ['SIGKILL', 'kill -9'],
  ['SIGTERM', 'SIGTERM'],
] as const)(
  `%s while steps are answered, ${rounds} times: no acknowledged step is lost`,
  async (signal, name) => {
    const dataDir = temporaryFolder();
    const databaseUrl = onPostgres ? await temporaryPlace() : undefined;
    const env = { DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
    const { words, longest, ready } = await killWhileAnswering(rounds, env, signal);

    const db = await openDatabase(databaseOf({ dataDir, databaseUrl }));
    const store = sessionStore(db, await openKeyring(db, readServiceKey(dataDir)), () => new Date());
    let acknowledged = 0;
    for (const [person, promised] of words) {
      const sessions = await store.list(person, 0, 10_000);
      const given = sessions.flatMap(({ moves }) => moves.flatMap((move) => Object.values(move.given)));
      const kept = new Set(given.flatMap((each) => each.words));
      expect(promised.filter((word) => !kept.has(word))).toEqual([]);
      acknowledged += promised.length;
    }
    await closeDatabase(db);
    expect(acknowledged).toBeGreaterThan(rounds);
    const [usual, slowest] = [ready[Math.floor(ready.length / 2)]!, ready.at(-1)!];
    process.stdout.write(
      `${onPostgres ? 'PostgreSQL' : 'SQLite'}: ${rounds} times ${name}, ${acknowledged} acknowledged steps, 0 lost, ended after ${Math.round(longest)} ms at most, ` +
        `ready after ${Math.round(usual)} ms (p50), ${Math.round(slowest)} ms at most\n`,
    );
    // Where others use the machine too, the time tells of them.
    if (loadavg()[0]! > 2 * cpus().length) return;
    const bare = bareStart();
    expect(usual / bare).toBeLessThan(usualStart);
    expect(slowest / bare).toBeLessThan(slowestStart);
  },
  // A start takes ten times as long on a machine that others use too.
  rounds * 120_000,
);
