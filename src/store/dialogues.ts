import { randomUUID } from 'node:crypto';
import { type Selectable } from 'kysely';
import { type Dialogue, leastAnswers, type Lesson, mostPeople, roundTakes, groupSteps } from '../dialogue/dialogue';
import { type DialogueRef, type DialogueStore } from '../dialogue/ports';
import { dayAfter, dayOf } from '../shared/localTime';
import { type Database, emptyJournal } from './database';
import { dialogueKey, newDialogueKey } from './dialogueKeys';
import { type DialoguesTable } from './dialogueTables';
import { pseudonymiser } from './pseudonym';

type Row = Selectable<DialoguesTable>;

/** The place to which an answer's encryption is bound, so that nobody can move the answer to another round or person. */
export const placeOf = (round: string, author: string): string => `${round} ${author}`;
const lessonPlace = 'lesson';

/** Fits the store to the port of dialogues. Every call reaches the dialogue of one chat only. */
export function dialogueStore(db: Database, serviceKey: Buffer, now: () => Date): DialogueStore {
  const chatName = pseudonymiser(serviceKey, 'chats of dialogues');
  const inChat = ({ id, chat }: Pick<DialogueRef, 'id' | 'chat'>) =>
    db.selectFrom('dialogues').selectAll().where('id', '=', id).where('chat', '=', chatName(chat));

  /** Locks the dialogue until the transaction ends, so that a person who writes and a person who opens take turns. */
  const lock = (all: Database, { id, chat }: DialogueRef): Promise<Row | undefined> =>
    all
      .updateTable('dialogues')
      .set((row) => ({ phase: row.ref('phase') }))
      .where('id', '=', id)
      .where('chat', '=', chatName(chat))
      .returningAll()
      .executeTakeFirst();

  async function asMet(row: Row, person: string): Promise<Dialogue> {
    const key = dialogueKey(serviceKey, row);
    const asker = key.nameOf(person);
    const answers = await db.selectFrom('dialogue_answers').selectAll().where('dialogue_id', '=', row.id).execute();
    return {
      id: row.id,
      content: row.content,
      phase: row.phase,
      startedByAsker: row.starter === asker,
      answers: answers.map(({ round, author, late, sealed }) => ({
        round,
        text: key.unseal(placeOf(round, author), sealed),
        late: late === 1,
        own: author === asker,
      })),
      ...(row.sealed_lesson && { lesson: JSON.parse(key.unseal(lessonPlace, row.sealed_lesson)) as Lesson }),
    };
  }

  const newestOfToday = (chat: string) =>
    db
      .selectFrom('dialogues')
      .selectAll()
      .where('chat', '=', chatName(chat))
      .where('started_day', '=', dayOf(now()))
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();

  return {
    begin: async (chat, person, { id: content, retentionDays }) => {
      const running = await newestOfToday(chat);
      if (running && running.phase !== 'ended') return { dialogue: await asMet(running, person), isNew: false };
      const id = randomUUID();
      const sealed_key = newDialogueKey(serviceKey, id);
      const day = dayOf(now());
      const row: Row = {
        id,
        chat: chatName(chat),
        started_day: day,
        number: (running?.number ?? 0) + 1,
        content,
        starter: dialogueKey(serviceKey, { id, sealed_key }).nameOf(person),
        phase: 'writing',
        sealed_lesson: null,
        sealed_key,
        erase_on: dayAfter(day, retentionDays),
      };
      const { numInsertedOrUpdatedRows: isNew } = await db
        .insertInto('dialogues')
        .values(row)
        .onConflict((conflict) => conflict.columns(['chat', 'started_day', 'number']).doNothing())
        .executeTakeFirstOrThrow();
      // Where two people begin at once, this may be the other person's.
      const begun = isNew === 1n ? row : await newestOfToday(chat);
      return { dialogue: await asMet(begun ?? row, person), isNew: isNew === 1n };
    },
    find: async (ref) => {
      const row = await inChat(ref).executeTakeFirst();
      return row && asMet(row, ref.person);
    },
    write: (ref, round, text) =>
      db.transaction().execute(async (all) => {
        const row = await lock(all, ref);
        if (!row) return 'lost';
        const takes = roundTakes(row.phase, round);
        if (!takes) return 'closed';
        const key = dialogueKey(serviceKey, row);
        const author = key.nameOf(ref.person);
        const written = await all
          .selectFrom('dialogue_answers')
          .select(['author', 'late'])
          .where('dialogue_id', '=', row.id)
          .where('round', '=', round)
          .execute();
        const before = written.find((one) => one.author === author);
        // The group has seen it.
        if (before && takes === 'late' && before.late === 0) return 'closed';
        if (!before && written.length >= mostPeople) return 'full';
        const sealed = key.seal(placeOf(round, author), text);
        await all
          .insertInto('dialogue_answers')
          .values({ dialogue_id: row.id, round, author, late: takes === 'late' ? 1 : 0, sealed })
          .onConflict((conflict) =>
            conflict
              .columns(['dialogue_id', 'round', 'author'])
              .doUpdateSet({ sealed, late: takes === 'late' ? 1 : 0 }),
          )
          .execute();
        return takes === 'late' ? 'late' : 'kept';
      }),
    takeBack: (ref, round) =>
      db.transaction().execute(async (all) => {
        const row = await lock(all, ref);
        const takes = row && roundTakes(row.phase, round);
        if (!takes) return;
        await all
          .deleteFrom('dialogue_answers')
          .where('dialogue_id', '=', row.id)
          .where('round', '=', round)
          .where('author', '=', dialogueKey(serviceKey, row).nameOf(ref.person))
          .where('late', '=', takes === 'late' ? 1 : 0)
          .execute();
      }),
    step: (ref, step, lesson) =>
      db.transaction().execute(async (all) => {
        const { from, to, opens } = groupSteps[step];
        const row = await lock(all, ref);
        if (row?.phase !== from) return false;
        if (opens) {
          const written = await all
            .selectFrom('dialogue_answers')
            .select('author')
            .where('dialogue_id', '=', row.id)
            .where('round', '=', opens)
            .execute();
          if (written.length < leastAnswers) return false;
        }
        const sealed = lesson && dialogueKey(serviceKey, row).seal(lessonPlace, JSON.stringify(lesson));
        await all
          .updateTable('dialogues')
          .set({ phase: to, ...(sealed && { sealed_lesson: sealed }) })
          .where('id', '=', row.id)
          .execute();
        return true;
      }),
    stepBack: (ref, step) =>
      db.transaction().execute(async (all) => {
        const { from, to, opens } = groupSteps[step];
        const row = await lock(all, ref);
        if (row?.phase !== to) return;
        await all.updateTable('dialogues').set({ phase: from, sealed_lesson: null }).where('id', '=', row.id).execute();
        // An answer that came meanwhile is not late any more.
        if (opens)
          await all
            .updateTable('dialogue_answers')
            .set({ late: 0 })
            .where('dialogue_id', '=', row.id)
            .where('round', '=', opens)
            .execute();
      }),
    erase: async ({ id, chat }) => {
      await db.deleteFrom('dialogues').where('id', '=', id).where('chat', '=', chatName(chat)).execute();
      await emptyJournal(db);
    },
  };
}

/** Deletes dialogues that are to be erased by today, a local day (YYYY-MM-DD). */
export async function pruneDialogues(db: Database, today: string): Promise<void> {
  await db.deleteFrom('dialogues').where('erase_on', '<=', today).execute();
}
