import { randomUUID } from 'node:crypto';
import { type CampaignResponseStore } from '../bot/ports';
import { type Database } from './database';
import { findCampaign } from './campaigns';
import { sendingOf } from './deliveries';
import { findPerson, setOptedOut } from './people';
import { eraseResponse, keepResponse } from './responses';
import { type SendingRef } from '../campaigns/ports';

/** Fits the store to the port for answers to campaigns. */
export const campaignResponseStore = (db: Database, serviceKey: Buffer): CampaignResponseStore => ({
  sendingOf: (delivery) => sendingOf(db, delivery),
  find: (campaign) => findCampaign(db, campaign),
  keep: (response) => keepResponse(db, serviceKey, response),
  forget: (response) => eraseResponse(db, serviceKey, response),
  remind: (about, dueAt) => planReminder(db, about, dueAt),
  optOut: (person, now) => optOut(db, person, now),
  optIn: (person) => setOptedOut(db, person, undefined),
  isOptedOut: async (person) => (await findPerson(db, person))?.optedOutAt !== undefined,
});

/** Plans a reminder. One that is to come does not change. One that was sent or cancelled is planned again. */
async function planReminder(
  db: Database,
  { campaign: topic, occurrence, group: in_group, person }: SendingRef & { readonly person: string },
  dueAt: Date,
): Promise<Date> {
  const row = { topic, occurrence, purpose: 'reminder', person } as const;
  const anew = { state: 'planned', due_at: dueAt.toISOString(), attempts: 0 } as const;
  await db
    .insertInto('deliveries')
    .values({ ...row, id: randomUUID(), in_group, ...anew })
    .onConflict((conflict) =>
      conflict
        .columns(['topic', 'occurrence', 'purpose', 'person'])
        .doUpdateSet({ ...anew, message: null, settled_at: null, begun_at: null })
        .where('deliveries.state', 'not in', ['planned', 'claimed']),
    )
    .execute();
  const { due_at } = await db
    .selectFrom('deliveries')
    .select('due_at')
    .where((all) => all.and(row))
    .executeTakeFirstOrThrow();
  return new Date(due_at);
}

/**
 * Notes that a person wants no campaigns, and cancels what was to come. A recall still reaches a card in the chat, and HR's
 * answers still reach the person.
 */
async function optOut(db: Database, person: string, now: Date): Promise<void> {
  await db.transaction().execute(async (all) => {
    await setOptedOut(all, person, now);
    const email = (await findPerson(all, person))?.email;
    await all
      .updateTable('deliveries')
      .set({ state: 'declined', settled_at: now.toISOString(), claimed_by: null, lease_until: null })
      .where('person', 'in', [person, ...(email ? [email.normalize('NFC').toLowerCase()] : [])])
      .where('purpose', 'not in', ['recall', 'answer', 'closing', 'share', 'unshare', 'commitment'])
      .where((row) =>
        row.or([
          row('state', 'in', ['planned', 'waiting']),
          row.and([row('state', '=', 'claimed'), row('begun_at', 'is', null)]),
        ]),
      )
      .execute();
  });
}
