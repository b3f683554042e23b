import { type WelcomePurpose } from '../deliveries/delivery';
import { type WelcomeStore } from '../outreach/deliverWelcome';
import { type Database } from './database';
import { planDeliveries } from './deliveries';
import { planWaiting } from './waitingDeliveries';
import { claimWelcome, findPerson, recordRoster, releaseWelcome } from './people';

/** Both deliveries have this topic, one of each kind for a person for ever. */
const about = { topic: 'welcome', occurrence: '' } as const;

const unreached = ['blocked', 'not-found', 'failed', 'cancelled'] as const;
/** States from which they are planned again. Looking up twice does no harm, welcoming twice does. */
const again = { welcome: unreached, lookup: [...unreached, 'unknown'] } as const;

/** Milliseconds between the welcome and the look into the roster, because the outbox sends one thing at a time to a person. */
const lookupAfter = 2_000;

/**
 * Plans the welcome of a person who has got the bot, and the look into the roster, where the person has not had them. What never
 * reached the person before, because the bot was blocked or removed, is planned again.
 */
export async function planWelcome(db: Database, person: string, now: Date): Promise<void> {
  const { welcomedAt, rosterAt } = (await findPerson(db, person)) ?? {};
  if (welcomedAt === undefined) await plan(db, person, 'welcome', now);
  if (rosterAt === undefined) await plan(db, person, 'lookup', new Date(now.getTime() + lookupAfter));
}

async function plan(db: Database, person: string, purpose: WelcomePurpose, dueAt: Date): Promise<void> {
  await planDeliveries(db, { ...about, purpose, dueAt }, [{ person, group: '', reachable: true }]);
  await db
    .updateTable('deliveries')
    .set({ state: 'planned', due_at: dueAt.toISOString(), attempts: 0, settled_at: null })
    .where('topic', '=', about.topic)
    .where('occurrence', '=', about.occurrence)
    .where('purpose', '=', purpose)
    .where('person', '=', person)
    .where('state', 'in', again[purpose])
    .execute();
}

/** Fits the store to the port of welcomes. `opensAt` gives the next moment when HR's cards may be sent. */
export function welcomeStore(db: Database, now: () => Date, opensAt: () => Date): WelcomeStore {
  return {
    reach: async (person) => {
      const { address, rosterAt } = (await findPerson(db, person)) ?? {};
      return { address, rosterAsked: rosterAt !== undefined };
    },
    claim: (person) => claimWelcome(db, person, now()),
    release: (person) => releaseWelcome(db, person),
    recordRoster: (person, roster) =>
      db.transaction().execute(async (all) => {
        await recordRoster(all, person, roster, now());
        await planWaiting(all, person, roster.email, opensAt());
      }),
  };
}
