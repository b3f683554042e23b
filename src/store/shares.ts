import { type Selectable } from 'kysely';
import { dayOf, daysLater } from '../shared/localTime';
import { shareDays, type Share, type ShareDeliveryStore, type ShareStore } from '../shares/share';
import { type Database, emptyJournal } from './database';
import { planDeliveries } from './deliveries';
import { findPerson } from './people';
import { decryptFor, encryptFor } from './personKeys';
import { findReceiver } from './receiver';
import { type SharesTable } from './shareTables';
import { emptyUnderstanding, keepUnderstanding, sealUnderstanding, understandingsOf } from './understandings';

type Row = Selectable<SharesTable>;
type Sealed = Pick<Share, 'ownerName' | 'receiverName' | 'written' | 'isAgreement'>;
const aboutOf = (owner: string, id: string) => ({ personId: owner, purpose: `share ${id}` });

const to = (person: string) => [{ person, group: '', reachable: true }];
const planOf = (topic: string, purpose: 'share' | 'unshare', dueAt: Date) => ({
  topic,
  occurrence: '',
  purpose,
  dueAt,
});

/**
 * Fits the store to the port of shares. What is shared is encrypted with the owner's key, so that erasing the owner destroys
 * every copy.
 */
export function shareStore(db: Database, serviceKey: Buffer, now: () => Date): ShareStore & ShareDeliveryStore {
  const readable = (column: 'receiver_id' | 'owner_id', person: string, id: string) =>
    db
      .selectFrom('shares')
      .selectAll()
      .where('id', '=', id)
      .where(column, '=', person)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', now().toISOString())
      .executeTakeFirst();
  const seal = (owner: string, { id, ownerName, receiverName, written, isAgreement }: Sealed & Pick<Share, 'id'>) => {
    const words: Sealed = { ownerName, receiverName, written, ...(isAgreement && { isAgreement }) };
    return encryptFor(db, serviceKey, aboutOf(owner, id), JSON.stringify(words), now());
  };
  /** Also a share that the receiver can no longer read. */
  const sentByOwner = async (owner: string, id: string): Promise<Share | undefined> => {
    const row = await db
      .selectFrom('shares')
      .selectAll()
      .where('id', '=', id)
      .where('owner_id', '=', owner)
      .executeTakeFirst();
    return row && openShare(db, serviceKey, row);
  };
  /** Notes that the receiver reads it. This also locks the row until the transaction ends. */
  const noteOpened = (all: Database, receiver: string, id: string) =>
    all
      .updateTable('shares')
      .set({ opened_on: dayOf(now()) })
      .where('id', '=', id)
      .where('receiver_id', '=', receiver)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', now().toISOString())
      .returningAll()
      .executeTakeFirst();
  const opened = async (rows: readonly Row[]): Promise<Share[]> => {
    const ids = rows.map(({ id }) => id);
    const understandings = await understandingsOf(db, serviceKey, ids);
    const shares = await Promise.all(rows.map((row) => openShare(db, serviceKey, row)));
    return shares.flatMap((share) => {
      const understanding = share && understandings.get(share.id);
      return share ? [{ ...share, ...(understanding && { understanding }) }] : [];
    });
  };
  const openedOne = async (row: Row | undefined) => (row ? (await opened([row]))[0] : undefined);
  const answered = async (owner: string, id: string) => {
    const share = await openedOne(await readable('owner_id', owner, id));
    return share?.understanding?.words === undefined ? undefined : share;
  };

  return {
    nameOf: async (person) => (await findPerson(db, person))?.name,
    findReceiver: async (owner, asked) => findReceiver(db, owner, asked),
    send: async ({ id, owner, ownerName, receiver, written, isAgreement }) => {
      const sealed = await seal(owner, {
        id,
        ownerName,
        receiverName: receiver.name,
        written,
        ...(isAgreement && { isAgreement }),
      });
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
      return opened(rows);
    },
    withdraw: async (owner, id) => {
      const kept = await sentByOwner(owner, id);
      if (!kept) return false;
      const sealed = await seal(owner, { ...kept, written: withoutText(kept.written) });
      const isWithdrawn = await db.transaction().execute(async (all) => {
        const row = await all
          .updateTable('shares')
          .set({ withdrawn_at: now().toISOString(), sealed })
          .where('id', '=', id)
          .where('owner_id', '=', owner)
          .where('withdrawn_at', 'is', null)
          .returning('receiver_id')
          .executeTakeFirst();
        if (!row) return false;
        await planDeliveries(all, planOf(id, 'unshare', now()), to(row.receiver_id));
        await emptyUnderstanding(all, { share: id, owner }, now());
        return true;
      });
      if (isWithdrawn) await emptyJournal(db);
      return isWithdrawn;
    },
    open: async (receiver, id) => openedOne(await noteOpened(db, receiver, id)),
    writeBack: async (receiver, id, words) => {
      const share = await openedOne(await readable('receiver_id', receiver, id));
      if (!share?.isAgreement) return share;
      const sealed = await sealUnderstanding(db, serviceKey, { share: id, writer: receiver, words }, now());
      const row = await db.transaction().execute(async (all) => {
        const read = await noteOpened(all, receiver, id);
        if (read) await keepUnderstanding(all, { share_id: id, writer_id: receiver, sealed }, read.owner_id, now());
        return read;
      });
      return openedOne(row);
    },
    takeBack: async (receiver, id) => {
      const row = await readable('receiver_id', receiver, id);
      if (row) {
        await db
          .transaction()
          .execute((all) => emptyUnderstanding(all, { share: id, owner: row.owner_id, writer: receiver }, now()));
        await emptyJournal(db);
      }
      return openedOne(row);
    },
    openAnswered: answered,
    reach: async (person) => (await findPerson(db, person))?.address,
    senderOf: async (receiver, id) => {
      return (await openedOne(await readable('receiver_id', receiver, id)))?.ownerName;
    },
    writerTo: async (owner, id) => (await answered(owner, id))?.receiverName,
    messageOf: async (person, id, purpose) => {
      const row = await db
        .selectFrom('deliveries')
        .select('message')
        .where('topic', '=', id)
        .where('purpose', '=', purpose)
        .where('person', '=', person)
        .executeTakeFirst();
      return row?.message ?? undefined;
    },
  };
}

/** What the owner's list says of a share that is over: its title alone. */
const withoutText = ({ title }: Share['written']): Share['written'] => ({ title, facts: [], blocks: [], footer: '' });

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

/**
 * Destroys what a person has written back to others, and plans to replace the cards that show it or what the person has shared.
 * The shares themselves go with the person's row, so call it before the person is erased.
 */
export async function withdrawAllOf(all: Database, person: string, now: Date): Promise<void> {
  const rows = await all
    .selectFrom('shares')
    .select(['id', 'owner_id', 'receiver_id'])
    .where((row) => row.or([row('owner_id', '=', person), row('receiver_id', '=', person)]))
    .execute();
  for (const { id, owner_id, receiver_id } of rows)
    if (owner_id === person) await planDeliveries(all, planOf(id, 'unshare', now), to(receiver_id));
    else await emptyUnderstanding(all, { share: id, owner: owner_id }, now);
}

/** Deletes shares that are too old, and plans to replace the receivers' cards. */
export async function pruneShares(db: Database, now: Date): Promise<void> {
  await db.transaction().execute(async (all) => {
    const rows = await all
      .selectFrom('shares')
      .select(['id', 'owner_id', 'receiver_id'])
      .where('expires_at', '<=', now.toISOString())
      .execute();
    for (const { id, owner_id, receiver_id } of rows) {
      await planDeliveries(all, planOf(id, 'unshare', now), to(receiver_id));
      await emptyUnderstanding(all, { share: id, owner: owner_id }, now);
      await all.deleteFrom('shares').where('id', '=', id).execute();
    }
  });
}

/**
 * What a person has shared, and what has been shared with the person, for the person's own export. Of other people's texts it
 * holds only the title. What somebody wrote back is in full for the person who wrote it.
 */
export async function sharesOf(db: Database, serviceKey: Buffer, person: string) {
  const rows = await db
    .selectFrom('shares')
    .selectAll()
    .where((row) => row.or([row('owner_id', '=', person), row('receiver_id', '=', person)]))
    .orderBy('shared_at')
    .orderBy('id')
    .execute();
  const all = (await Promise.all(rows.map((row) => openShare(db, serviceKey, row)))).flatMap((share) => share ?? []);
  const understandings = await understandingsOf(
    db,
    serviceKey,
    all.map(({ id }) => id),
  );
  return all.map(({ owner, written, ...share }) => {
    const understanding = understandings.get(share.id);
    return owner === person
      ? { ...share, written, ...(understanding && { understoodAt: understanding.writtenAt }) }
      : { ...share, title: written.title, ...(understanding && { understanding }) };
  });
}
