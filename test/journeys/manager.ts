import { type Json } from '../../tools/localTeams/localTeams';
import { moveNames } from '../../src/store/moves';
import { readConfig } from '../../src/shared/config';
import { readKeyring } from '../../src/store/openKeyring';
import { cardOf, newestCard } from './walk';
import { anna, type Running } from './service';

let people = 0;

/** A new manager, in a personal chat with the bot. */
export function newManager(running: Running) {
  const n = ++people;
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const person = { ...anna, id: `29:chef-${n}`, aadObjectId: id };
  const chat = running.chat(person);
  return {
    person,
    chat,
    say: (text: string) => running.channel.say(chat, person, text),
    press: (button: string | Json, inputs: Record<string, string> = {}, more: object = {}) =>
      running.channel.press(chat, person, button, { inputs, ...more }),
    newest: () => newestCard(chat),
    /** The newest card's words. */
    shown: () => JSON.stringify(cardOf(newestCard(chat))),
    /** What is stored of the manager's moves. */
    moves: () =>
      running.stored(async (db) => {
        const nameOf = moveNames(await readKeyring(db, readConfig(running.settings)));
        const sessions = await db.selectFrom('sessions').select('id').where('person_id', '=', id).execute();
        const names = sessions.map((session) => nameOf(session.id));
        return db.selectFrom('moves').selectAll().where('session_id', 'in', names).execute();
      }),
  };
}
