import { type ChatMessage } from '../../tools/localTeams/activity';
import { partsOf } from '../../tools/localTeams/inputs';
import { type Json, type Member, type Turn } from '../../tools/localTeams/localTeams';
import { anna, bo, type Running } from './service';
import { cardOf } from './walk';

let chats = 0;

/** A group in which its first member has begun a dialogue. */
export async function groupIn(running: Running, members: readonly Member[] = [anna, bo]) {
  const chat = running.channel.conversation({ id: `19:ledning-${++chats}`, type: 'groupChat', members });
  await running.channel.say(chat, members[0]!, 'dialog');
  const messages = () => chat.messages.filter(({ author, deleted }) => author === 'bot' && !deleted);

  /** Sends a press as Teams would, whatever its data. */
  const post = (person: Member, verb: string, data: unknown, replyToId: string): Promise<Turn> =>
    running.channel.post(chat, person, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId,
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    });

  /** Presses a button of a card as it was shown to this person, in the place of a message. */
  function pressOn(card: Json, person: Member, on: ChatMessage, verb: string, inputs: object = {}, step?: string) {
    const found = partsOf(card, 'Action.Execute').find(
      (action) => action.verb === verb && (!step || (action.data as Json).step === step),
    );
    if (!found) throw new Error(`No button ${verb} ${step ?? ''} on ${JSON.stringify(card)}`);
    return post(person, verb, { ...(found.data as object), ...inputs }, on.id);
  }
  const press = (person: Member, on: ChatMessage, verb: string, inputs: object = {}, step?: string) =>
    pressOn(cardOf(on), person, on, verb, inputs, step);

  return {
    chat,
    messages,
    newest: () => messages().at(-1)!,
    first: messages()[0]!,
    /** The dialogue's id, as every button of it has it. */
    dialogue: (partsOf(cardOf(messages()[0]!), 'Action.Execute')[0]!.data as { dialogue: string }).dialogue,
    post,
    press,
    pressOn,
    write: (person: Member, on: ChatMessage, svar: string) => press(person, on, 'dialogueWrite', { svar }),
    /** Asks and takes a step, from a card that all see. */
    take: async (person: Member, on: ChatMessage, step: string, inputs: object = {}) => {
      const asked = await press(person, on, 'dialogueAsk', inputs, step);
      return pressOn(ownCard(asked), person, on, 'dialogueStep');
    },
  };
}

/** The card that only the person who pressed sees. */
export const ownCard = (turn: Turn): Json => (turn.body as { value: Json }).value;

/** All that a press shows the person who pressed, as text. */
export const own = (turn: Turn): string => JSON.stringify(turn.body);
/** All that a message shows the group, as text. */
export const shown = (message: ChatMessage): string => JSON.stringify(message.activity);

export const storedAnswers = (running: Running) =>
  running.stored((db) => db.selectFrom('dialogue_answers').selectAll().execute());
export const storedDialogues = (running: Running) =>
  running.stored((db) => db.selectFrom('dialogues').selectAll().execute());
