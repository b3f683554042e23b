import { type Selectable } from 'kysely';
import { dayOf, daysLater } from '../shared/localTime';
import { shareDays, type Receiver, type Share, type ShareDeliveryStore, type ShareStore } from '../shares/share';
import { type Database } from './database';
import { planDeliveries } from './deliveries';
import { lowered } from './listedPeople';
import { findPerson } from './people';
import { decryptFor, encryptFor } from './personKeys';
import { type SharesTable } from './shareTables';

type Row = Selectable<SharesTable>;
type Sealed = Pick<Share, 'ownerName' | 'receiverName' | 'written'>;
const aboutOf = (owner: string, id: string) => ({ personId: owner, purpose: `share ${id}` });

const to = (person: string) => [{ person, group: '', reachable: true }];
const planOf = (topic: string, purpose: 'share' | 'unshare', dueAt: Date) => ({
  topic,
  occurrence: '',
  purpose,
  dueAt,
});

/** What people share. Under the owner's key, so that an erasure of the owner destroys every copy. */
export function shareStore(db: Database, serviceKey: Buffer, now: () => Date): ShareStore & ShareDeliveryStore {
  const readable = (receiver: string, id: string) =>
    db
      .selectFrom('shares')
      .selectAll()
      .where('id', '=', id)
      .where('receiver_id', '=', receiver)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', now().toISOString())
      .executeTakeFirst();
  const opened = (row: Row) => openShare(db, serviceKey, row);

  return {
    nameOf: async (person) => (await findPerson(db, person))?.name,
    findReceiver: async (owner, asked) => findReceiver(db, owner, asked),
    send: async ({ id, owner, ownerName, receiver, written }) => {
      const words: Sealed = { ownerName, receiverName: receiver.name, written };
      const sealed = await encryptFor(db, serviceKey, aboutOf(owner, id), JSON.stringify(words), now());
      await db.transaction().execute(async (all) => {
        const { numInsertedOrUpdatedRows } = await all
          .insertInto('shares')
          .values({
            id,
            owner_id: owner,
            receiver_id: receiver.id,
            sealed,
            shared_at: now().toISOString(),
            expires_at: daysLater(now(), shareDays).toISOString(),
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 1n) await planDeliveries(all, planOf(id, 'share', now()), to(receiver.id));
      });
    },
    sentBy: async (owner) => {
      const rows = await db
        .selectFrom('shares')
        .selectAll()
        .where('owner_id', '=', owner)
        .orderBy('shared_at', 'desc')
        .execute();
      return (await Promise.all(rows.map(opened))).flatMap((share) => share ?? []);
    },
    withdraw: (owner, id) =>
      db.transaction().execute(async (all) => {
        const row = await all
          .updateTable('shares')
          .set({ withdrawn_at: now().toISOString() })
          .where('id', '=', id)
          .where('owner_id', '=', owner)
          .where('withdrawn_at', 'is', null)
          .returning('receiver_id')
          .executeTakeFirst();
        if (row) await planDeliveries(all, planOf(id, 'unshare', now()), to(row.receiver_id));
        return row !== undefined;
      }),
    open: async (receiver, id) => {
      const row = await readable(receiver, id);
      if (!row) return undefined;
      await db
        .updateTable('shares')
        .set({ opened_on: dayOf(now()) })
        .where('id', '=', id)
        .execute();
      return opened(row);
    },
    reach: async (person) => (await findPerson(db, person))?.address,
    senderOf: async (receiver, id) => {
      const row = await readable(receiver, id);
      return row && (await opened(row))?.ownerName;
    },
    messageOf: async (receiver, id) => {
      const row = await db
        .selectFrom('deliveries')
        .select('message')
        .where('topic', '=', id)
        .where('purpose', '=', 'share')
        .where('person', '=', receiver)
        .executeTakeFirst();
      return row?.message ?? undefined;
    },
  };
}

async function openShare(db: Database, serviceKey: Buffer, row: Row): Promise<Share | undefined> {
  const words = await decryptFor(db, serviceKey, aboutOf(row.owner_id, row.id), row.sealed);
  return words === undefined
    ? undefined
    : {
        ...(JSON.parse(words) as Sealed),
        id: row.id,
        owner: row.owner_id,
        sharedAt: row.shared_at,
        expiresAt: row.expires_at,
        withdrawn: row.withdrawn_at !== null,
        ...(row.opened_on !== null && { openedOn: row.opened_on }),
      };
}

/** Of two people with the same name nobody is guessed. */
async function findReceiver(db: Database, owner: string, asked: string): Promise<Receiver | undefined> {
  const people = await db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('address', 'is not', null)
    .where('name', 'is not', null)
    .where('id', '!=', owner)
    .execute();
  const is = (text: string | null) => text !== null && lowered(text.trim()) === lowered(asked.trim());
  const byEmail = people.filter(({ email }) => is(email));
  const found = byEmail.length ? byEmail : people.filter(({ name }) => is(name));
  return found.length === 1 ? { id: found[0]!.id, name: found[0]!.name! } : undefined;
}

/** Takes back what an owner has shared: the receivers' cards are replaced. To be called before the owner is erased. */
export async function withdrawAllOf(all: Database, owner: string, now: Date): Promise<void> {
  const rows = await all.selectFrom('shares').select(['id', 'receiver_id']).where('owner_id', '=', owner).execute();
  for (const { id, receiver_id } of rows) await planDeliveries(all, planOf(id, 'unshare', now), to(receiver_id));
}

/** Forgets what is too old, and replaces the receivers' cards. */
export async function pruneShares(db: Database, now: Date): Promise<void> {
  await db.transaction().execute(async (all) => {
    const rows = await all
      .deleteFrom('shares')
      .where('expires_at', '<=', now.toISOString())
      .returning(['id', 'receiver_id'])
      .execute();
    for (const { id, receiver_id } of rows) await planDeliveries(all, planOf(id, 'unshare', now), to(receiver_id));
  });
}

/** What a person has shared, and what has been shared with the person, for the person's own export: of others' texts only the name. */
export async function sharesOf(db: Database, serviceKey: Buffer, person: string) {
  const rows = await db
    .selectFrom('shares')
    .selectAll()
    .where((row) => row.or([row('owner_id', '=', person), row('receiver_id', '=', person)]))
    .orderBy('shared_at')
    .orderBy('id')
    .execute();
  const all = (await Promise.all(rows.map((row) => openShare(db, serviceKey, row)))).flatMap((share) => share ?? []);
  return all.map(({ owner, written, ...share }) =>
    owner === person ? { ...share, written } : { ...share, title: written.title },
  );
}
