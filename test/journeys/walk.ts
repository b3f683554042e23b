import { asText, type Json, type ChatMessage } from '../../tools/localTeams/activity';
import { cardsOf } from '../../tools/localTeams/localTeams';
import { partsOf } from '../../tools/localTeams/inputs';
import { type anna, type Running } from './service';

type Chat = ReturnType<Running['chat']>;

/** Which of `count` ways to go, at the nth branch of a walk. */
export type Decide = (count: number) => number;

export const cardOf = (message: ChatMessage): Json => cardsOf(message.activity)[0] ?? {};

/** The newest card in the chat. */
export const newestCard = (chat: Chat): ChatMessage => {
  const message = chat.messages.filter(({ author, deleted }) => author === 'bot' && !deleted).at(-1);
  if (!message) throw new Error('The bot has sent nothing.');
  return message;
};

export const hasButton = (message: ChatMessage, verb: string): boolean =>
  partsOf(cardOf(message), 'Action.').some((action) => action.verb === verb);

/** Fills every input of a card, choosing where there is a choice; lists to unfold, the scales of one card, all alike. */
export function filled(message: ChatMessage, decide: Decide): Record<string, string> {
  let alike: number | undefined;
  return Object.fromEntries(
    partsOf(cardOf(message), 'Input.').map((input) => {
      const id = asText(input.id);
      if (input.type === 'Input.Date') return [id, '2030-01-15'];
      if (input.type !== 'Input.ChoiceSet') return [id, `Ord om ${id}`.slice(0, Number(input.maxLength))];
      const values = (input.choices as Json[]).map(({ value }) => asText(value));
      const way = input.style === 'compact' ? (alike ??= decide(values.length)) : decide(values.length);
      return [id, values[way]!];
    }),
  );
}

const twoWeeks = 14 * 24 * 60 * 60 * 1000;
/** Presses within which two weeks at a time have led past the last look back of a programme. Its page is its end. */
const allWeeks = 20;

/** The page of a programme shows help to other weeks. */
const isProgramme = (message: ChatMessage): boolean => hasButton(message, 'weeks');

/** On the page it opens the look back whose day has come, else it ticks two weeks later. */
const fromPage = (message: ChatMessage): string => (hasButton(message, 'lookBack') ? 'lookBack' : 'next');

/**
 * Walks the guide on the newest card to its end by nothing but the inputs and buttons that the cards show, and gives every
 * card on the way, the summary last. The same message shows them all.
 */
export async function walk(running: Running, chat: Chat, person: typeof anna, decide: Decide): Promise<Json[]> {
  const message = newestCard(chat);
  const cards = [cardOf(message)];
  for (
    let step = 0;
    hasButton(message, 'next') || (hasButton(message, 'resume') && !hasButton(message, 'erase'));
    step++
  ) {
    if (isProgramme(message) && step > allWeeks) break;
    if (step > 40) throw new Error('The guide does not end.');
    const button = isProgramme(message) ? fromPage(message) : hasButton(message, 'next') ? 'next' : 'resume';
    if (button === 'next' && isProgramme(message)) running.pass(twoWeeks);
    const inputs = button !== 'resume' ? filled(message, decide) : {};
    const turn = await running.channel.press(chat, person, button, { message, inputs });
    const { value } = turn.body as { value: Json };
    expect(turn.status).toBe(200);
    expect(value).toEqual(cardOf(message));
    cards.push(value);
  }
  return cards;
}

/** Every way through a guide: all combinations of choices. */
export async function everyWay(walkOnce: (decide: Decide) => Promise<void>): Promise<number> {
  let plan: number[] = [];
  for (let walks = 1; ; walks++) {
    const counts: number[] = [];
    await walkOnce((count) => {
      counts.push(count);
      return plan[counts.length - 1] ?? 0;
    });
    const taken = counts.map((_, at) => plan[at] ?? 0);
    const fork = taken.findLastIndex((way, at) => way + 1 < counts[at]!);
    if (fork < 0) return walks;
    plan = [...taken.slice(0, fork), taken[fork]! + 1];
  }
}
