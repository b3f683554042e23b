import { sql } from 'kysely';
import { compiledOnce } from './compiledOnce';
import { type Database } from './database';
import { encrypt } from './encryption';
import { decryptByService, type Sealed } from './keyring';
import { moveNames } from './moves';
import { type SealedText } from './schema';

const about = (person: string, session: string) => ({ personId: person, purpose: `message of session ${session}` });

interface SessionMessage {
  readonly person: string;
  readonly session: string;
  readonly name: string;
  readonly sealed: SealedText;
}

const insertMessage = compiledOnce((db, { person, session, name, sealed }: SessionMessage) =>
  db
    .insertInto('session_messages')
    .columns(['session_id', 'sealed'])
    .expression((row) =>
      row
        .selectFrom('sessions')
        .select([
          sql<string>`cast(${name} as text)`.as('session_id'),
          sql<string>`cast(${sealed} as text)`.as('sealed'),
        ])
        .where('id', '=', session)
        .where('person_id', '=', person),
    )
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ sealed })),
);

/** Stores which message shows a session now. It is stored under a pseudonym, because a press has moved the session there. */
export async function recordSessionMessage(
  db: Database,
  serviceKey: Buffer,
  { person, session, message }: { readonly person: string; readonly session: string; readonly message: string },
): Promise<void> {
  const name = moveNames(serviceKey)(session);
  const sealed = encrypt(serviceKey, about(person, session), message);
  await insertMessage(db, { person, session, name, sealed });
}

/**
 * Stores the message in which a card from HR was sent. Where the card has an earlier message, this stores that it was sent again.
 */
export async function recordSentMessage(
  db: Database,
  serviceKey: Buffer,
  sent: { readonly person: string; readonly session: string; readonly message: string },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('sessions')
    .set({ message: sent.message })
    .where('id', '=', sent.session)
    .where('person_id', '=', sent.person)
    .where('message', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) await recordSessionMessage(db, serviceKey, sent);
}

/** The message that shows a session, where it is another one than the message that was sent. @throws {Error} as openMessage does */
export async function movedTo(
  db: Database,
  serviceKey: Buffer,
  { person, session }: { readonly person: string; readonly session: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('session_messages')
    .select('sealed')
    .where('session_id', '=', moveNames(serviceKey)(session))
    .executeTakeFirst();
  return row && openMessage(serviceKey, { person, session }, row.sealed);
}

/**
 * The id of the message that shows a session.
 * @throws {Error} without content, where the service key is another or the row has been changed
 */
export const openMessage = (
  serviceKey: Buffer,
  { person, session }: { readonly person: string; readonly session: string },
  sealed: SealedText,
): string => decryptByService(serviceKey, about(person, session), sealed);

/**
 * The encrypted messages of all sessions, a hundred sessions at a time, for a change of the service key. The sessions are read first,
 * because only a session's row says whose message it is.
 */
export async function* sealedMessages(db: Database, serviceKey: Buffer): AsyncGenerator<readonly Sealed[]> {
  const nameOf = moveNames(serviceKey);
  let after = '';
  for (;;) {
    const sessions = await db
      .selectFrom('sessions')
      .select(['id', 'person_id'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(100)
      .execute();
    if (!sessions.length) return;
    after = sessions.at(-1)!.id;
    const named = new Map(sessions.map(({ id, person_id }) => [nameOf(id), about(person_id, id)]));
    const rows = await db
      .selectFrom('session_messages')
      .selectAll()
      .where('session_id', 'in', [...named.keys()])
      .execute();
    yield rows.map(({ session_id, sealed: text }) => ({
      about: named.get(session_id)!,
      text,
      replace: (sealed: string) =>
        db
          .updateTable('session_messages')
          .set({ sealed })
          .where('session_id', '=', session_id)
          .where('sealed', '=', text)
          .execute(),
    }));
  }
}
