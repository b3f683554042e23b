import { type Json } from '../../tools/localTeams/localTeams';
import { cardOf, newestCard } from './walk';
import { anna, type Running } from './service';

let people = 0;

/** A manager whom nobody has met before, in her own chat with the bot. */
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
    /** What is stored of her moves. */
    moves: () =>
      running.stored((db) =>
        db
          .selectFrom('moves')
          .innerJoin('sessions', 'sessions.id', 'moves.session_id')
          .where('person_id', '=', id)
          .selectAll('moves')
          .execute(),
      ),
  };
}
