import { asText, isJson, type ChatMessage, type Json, type Member } from '../localTeams/activity';
import { type Channel, cardsOf, memberNamed, type Conversation, type Turn } from '../localTeams/localTeams';
import { formBehind, formCard, pressingThumb, sendingForm, type Thumb } from '../localTeams/feedback';
import { partsOf } from '../localTeams/inputs';
import { dayAfter } from '../../src/shared/localTime';
import { chanceOf, drawn } from './chance';
import { fillCard } from './fillCard';
import { type DemoFiles } from './readDemo';

/** What somebody does about a card, and from which day on. */
interface Intention {
  readonly does: 'answer' | 'putOff' | 'optOut' | 'nothing';
  readonly from: string;
}

/** An invented manager, in a chat with the bot. */
export interface Manager {
  readonly person: Member;
  readonly unit: string;
  readonly chat: Conversation;
  /** Session -> what is to be done about its card. */
  readonly intentions: Map<string, Intention>;
  /** Question -> how many times it has been answered. */
  readonly answered: Map<string, number>;
  /** Messages with an answer of HR's that have been looked at. */
  readonly read: Set<string>;
}

/** The share of people who thank for an answer, and so close their question. */
const thanking = 0.6;

/** The seed of the managers' habits. Another word makes other people answer, and perhaps too few in a unit. */
const habits = 'drag';

/** No guide has so many cards. */
const mostCards = 40;

/**
 * All invented managers, and what they do in their chats: nothing but what a person can do there. `named` throws where nobody
 * with the bot has that name, and each act where the service answers with an error.
 */
export function invitedManagers(channel: Channel, { managers, answers, story }: DemoFiles) {
  const all = Object.entries(managers).flatMap(([unit, names]) =>
    names.map((name) => managerNamed(channel, name, unit)),
  );
  const withBot = all.filter(({ person }) => person.name !== story.notYet);
  const named = (name: string): Manager => {
    const found = withBot.find(({ person }) => person.name === name);
    if (!found) throw new Error(`There is no manager ${name} who has the bot.`);
    return found;
  };

  async function press(by: Manager, verb: string, inputs: Record<string, string> = {}, message?: ChatMessage) {
    return expectTaken(await channel.press(by.chat, by.person, verb, { inputs, ...(message && { message }) }));
  }

  /** Everybody does on this day what they have in mind about what HR has sent. */
  async function act(today: string): Promise<void> {
    for (const manager of withBot) {
      for (const message of cardsFromHr(manager)) {
        const session = sessionOf(message);
        const intention = manager.intentions.get(session) ?? intend(manager, today);
        manager.intentions.set(session, intention);
        if (intention.from > today) continue;
        if (intention.does === 'optOut') {
          await press(manager, 'optOut', {}, message);
          await press(manager, 'confirmOptOut');
        } else if (intention.does === 'putOff') {
          await press(manager, 'snooze', {}, message);
          manager.intentions.set(session, { does: 'answer', from: today });
        } else if (intention.does === 'answer') await answer(manager, message, today);
      }
      for (const message of answersOfHr(manager)) {
        manager.read.add(message.id);
        if (chanceOf(manager.person.name, 'thanks') < thanking) await press(manager, 'closeToHr', {}, message);
      }
    }
  }

  function intend({ person: { name }, intentions }: Manager, today: string): Intention {
    const nth = intentions.size;
    if (name === story.optsOut && nth > 0) return { does: 'optOut', from: today };
    const habit = drawn(answers.habits, chanceOf(name, habits, nth));
    if (habit === 'silent') return { does: 'nothing', from: today };
    if (habit === 'putOff') return { does: 'putOff', from: today };
    return { does: 'answer', from: dayAfter(today, { sameDay: 0, nextDay: 1, late: 3 }[habit]) };
  }

  async function answer(manager: Manager, message: ChatMessage, today: string): Promise<void> {
    const { person, unit, answered } = manager;
    const place = withBot.indexOf(manager);
    for (let cards = 0; cards < mostCards && buttonOn(message, 'next'); cards++) {
      const card = cardOf(message);
      const [first] = partsOf(card, 'Input.');
      const question = asText(first?.id);
      const nth = answered.get(question) ?? 0;
      answered.set(question, nth + 1);
      await press(manager, 'next', fillCard(card, { name: person.name, unit, place, nth, today }, answers), message);
    }
  }

  return {
    all,
    named,
    press,
    /** Says something to the bot, and goes through the guide that it offers in place of an answer. */
    say: async (manager: Manager, text: string, today: string) => {
      const turn = expectTaken(await channel.say(manager.chat, manager.person, text));
      for (const message of turn.sent) {
        if (!buttonOn(message, 'start') || formBehind(message)) continue;
        await press(manager, 'start', {}, message);
        await answer(manager, manager.chat.messages.at(-1)!, today);
      }
      return turn;
    },
    /** A thumb under an answer, and the form behind it sent as it is but for a reason where it asks for one. */
    rate: async ({ chat, person }: Manager, { sent }: Turn, thumb: Thumb) => {
      const rated = sent.find((message) => formBehind(message) === 'custom');
      if (!rated) return;
      const { body } = await channel.post(chat, person, pressingThumb(rated, thumb));
      const reasons = partsOf(formCard(body), 'Input.').flatMap(({ id, choices }) =>
        Array.isArray(choices) ? [[asText(id), drawn(answers.reasons, chanceOf(person.name, rated.id))] as const] : [],
      );
      expectTaken(await channel.post(chat, person, sendingForm(rated, thumb, body, Object.fromEntries(reasons))));
    },
    install: async () => {
      for (const { chat, person } of withBot) for (const turn of await channel.install(chat, person)) expectTaken(turn);
    },
    act,
    withBot,
  };
}
export type Managers = ReturnType<typeof invitedManagers>;

function managerNamed(channel: Channel, name: string, unit: string): Manager {
  const person = memberNamed(name);
  const chat = channel.conversation({ id: `a:${person.aadObjectId}`, type: 'personal', members: [person] });
  return { person, unit, chat, intentions: new Map(), answered: new Map(), read: new Set() };
}

function expectTaken(turn: Turn): Turn {
  if (turn.status >= 400) throw new Error(`The service answered ${turn.status}.`);
  return turn;
}

const cardOf = (message: ChatMessage): Json => cardsOf(message.activity)[0] ?? {};

const buttonOn = (message: ChatMessage, verb: string): Json | undefined =>
  partsOf(cardOf(message), 'Action.').find((action) => action.verb === verb);

/** Cards that HR has sent and that wait for an answer: only these can be put off. */
const cardsFromHr = ({ chat }: Manager): ChatMessage[] =>
  chat.messages.filter(
    (message) =>
      message.author === 'bot' && !message.deleted && buttonOn(message, 'next') && buttonOn(message, 'snooze'),
  );

const answersOfHr = ({ chat, read }: Manager): ChatMessage[] =>
  chat.messages.filter(
    (message) =>
      !read.has(message.id) && !message.deleted && buttonOn(message, 'replyToHr') && buttonOn(message, 'closeToHr'),
  );

function sessionOf(message: ChatMessage): string {
  const data = buttonOn(message, 'next')?.data;
  return isJson(data) ? asText(data.session) : '';
}
