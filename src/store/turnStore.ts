import { type Trace } from '../bot/trace';
import { type ConversationAddress } from '../people/person';
import { claimActivity, finishActivity, releaseActivity } from './activities';
import { recordAnswer } from './answers';
import { type Database } from './database';
import { planWaiting } from './waitingDeliveries';
import { remember } from './people';
import { type Pseudonymise } from './pseudonym';
import { recordSessionMessage } from './sessionMessages';

interface TurnStoreDeps {
  readonly now: () => Date;
  readonly serviceKey: Buffer;
  readonly pseudonymise: Pseudonymise;
  /** Gives the next moment at which something may be sent. */
  readonly opensAt: () => Date;
}

/** Fits the store to what a turn needs (teams/turnDeps.ts). */
export const turnStore = (db: Database, { now, serviceKey, pseudonymise, opensAt }: TurnStoreDeps) => ({
  claim: async (key: string) => {
    const claimedAt = now();
    if ((await claimActivity(db, key, claimedAt)) !== 'new') return undefined;
    return {
      finish: () => finishActivity(db, key, now()),
      release: () => releaseActivity(db, { key, claimedAt }),
    };
  },
  recordSessionMessage: (person: string, session: string, message: string) =>
    recordSessionMessage(db, serviceKey, { person, session, message }),
  remember: async (id: string, address: ConversationAddress | undefined) => {
    const known = await remember(db, { id, address }, now());
    // Deliveries that wait for the person's e-mail are planned when the roster has told it.
    if (address !== undefined && !known.rosterAsked) await planWaiting(db, id, undefined, opensAt());
    return known;
  },
  recordAnswer: (conversation: string, message: string, { outcome, passage }: Trace) =>
    recordAnswer(db, { message: pseudonymise(conversation, message), outcome, passageId: passage }, now()),
});
