import { createInterface } from 'node:readline';
import { asText, isJson, type Json } from './localTeams/activity';
import {
  cardsOf,
  memberNamed,
  NotReachable,
  type Conversation,
  type ChatMessage,
  startChannel,
  type Turn,
} from './localTeams/localTeams';
import { formBehind, formCard, pressingThumb, sendingForm, type Thumb } from './localTeams/feedback';
import { partsOf } from './localTeams/inputs';
import { cardText, toggle, type Toggled } from './terminal/cardText';
import { askFields } from './terminal/fields';
import { helpText, hintOf, type Screen, screenOf } from './terminal/screen';
import { readArguments } from '../src/shared/arguments';
import { botUrlOf, notReachable } from './botUrl';

export interface ChatOptions {
  readonly botUrl: string;
  /** The person who writes; the same name is the same person next time. */
  readonly name: string;
  /** Writes each line after its prompt: for lines that nobody sees typed. */
  readonly echo?: boolean;
}

const cardType = 'application/vnd.microsoft.card.adaptive';

/**
 * Talks to the bot as a person in Teams does, line by line, until the lines end or the person leaves.
 * Returns the exit code: 0, or 1 when the service can't be reached.
 */
export async function chat(
  lines: AsyncIterator<string>,
  write: (text: string) => void,
  { botUrl, name, echo = false }: ChatOptions,
): Promise<number> {
  const person = memberNamed(name);
  /** The message whose buttons the numbers press. */
  let current: { message: ChatMessage; toggled: Toggled; screen: Screen } | undefined;
  let rated: ChatMessage | undefined;
  let prompt: string | undefined;
  let refusals = 0;

  /** A message may arrive while the person writes: then the prompt is printed again below it. */
  const show = (text: string) => write(prompt === undefined ? `${text}\n\n` : `\n\n${text}\n\n${prompt}`);

  function display(message: ChatMessage, toggled: Toggled = new Map()): void {
    const screen = screenOf(message.activity, toggled);
    if (screen.buttons.length || current?.message === message) current = { message, toggled, screen };
    if (screen.asks) rated = message;
    show([screen.text, hintOf(screen)].filter(Boolean).join('\n\n'));
  }

  async function read(question: string): Promise<string | undefined> {
    prompt = question;
    write(question);
    const next = await lines.next();
    prompt = undefined;
    if (next.done) write('\n');
    else write(echo ? `${next.value}\n\n` : '\n');
    return next.done ? undefined : next.value;
  }

  // A person types slowly. Lines out of a file come at once, which is no reason to refuse their answers.
  const channel = await startChannel({
    botUrl,
    rates: 'none',
    onEvent: (_where, { kind, message }) =>
      kind === 'deleted' ? show('(Meddelandet är borttaget.)') : display(message),
  });
  const personal = (n: number) => ({
    id: `a:${person.aadObjectId}${n ? `:${n}` : ''}`,
    type: 'personal' as const,
    members: [person],
  });
  let started = 0;
  let conversation: Conversation = channel.conversation(personal(0));

  /** Shows what came back besides messages: the response to a button, and what went wrong. */
  function conclude({ status, body, sent }: Turn, pressed?: ChatMessage): void {
    const value = isJson(body) ? body.value : undefined;
    if (status >= 400) show(troubleOf(status));
    else if (typeof value === 'string') {
      // Teams shows it for a moment while the message comes. Here the message is already above it.
      if (!sent.length) show(value);
    } else if (isJson(body) && body.type === 'application/vnd.microsoft.error')
      show(isJson(value) ? asText(value.message) : troubleOf(500));
    else if (
      isJson(body) &&
      body.type === cardType &&
      isJson(value) &&
      pressed &&
      !same(value, cardsOf(pressed.activity)[0])
    ) {
      // The client of the person who pressed shows the card of the response, whatever the message says.
      pressed.activity = { ...pressed.activity, attachments: [{ contentType: cardType, content: value }] };
      display(pressed);
    }
    channel.refusals.slice(refusals).forEach(({ message }) => show(`(Teams hade inte tagit emot det här: ${message})`));
    refusals = channel.refusals.length;
  }

  async function press(number: number): Promise<void> {
    const action = current?.screen.buttons[number - 1];
    if (!current || !action)
      return show(
        `Det finns ingen knapp ${number}. ${current ? hintOf({ ...current.screen, asks: false }) : ''}`.trim(),
      );
    const { message, screen } = current;
    const toggled = toggle(current.toggled, screen.card, action);
    if (toggled) return display(message, toggled);
    if (action.type === 'Action.OpenUrl') return show(`Öppna ${asText(action.url)} i en webbläsare.`);
    const { data } = action;
    if (isJson(data) && isJson(data.msteams) && data.msteams.type === 'imBack') return say(asText(data.msteams.value));
    const inputs = action.associatedInputs === 'none' ? [] : fieldsWith(action, message, screen);
    const entered = await askFields(inputs, read, show);
    if (!entered) return;
    conclude(await channel.press(conversation, person, action, { message, inputs: entered }), message);
  }

  async function say(text: string): Promise<void> {
    conclude(await channel.say(conversation, person, text));
  }

  async function rate(sign: string, word: string): Promise<void> {
    if (!rated) return show('Det finns inget svar att tycka till om än.');
    const thumb = sign === '+' ? 'like' : 'dislike';
    const turn = await (word || formBehind(rated) !== 'custom'
      ? channel.feedback(conversation, person, rated, thumb, word)
      : fillIn(rated, thumb));
    if (!turn) return;
    if (turn.status < 400 && !turn.sent.length) show('Tack, det är sparat.');
    conclude(turn);
  }

  /** The bot's own form behind a thumb; undefined when the person stops. */
  async function fillIn(message: ChatMessage, thumb: Thumb): Promise<Turn | undefined> {
    const fetched = await channel.post(conversation, person, pressingThumb(message, thumb));
    const form = formCard(fetched.body);
    if (!form) return fetched;
    // Its only button is the last choice.
    const { text, inputs } = cardText({ ...form, actions: [] });
    show(text);
    const entered = await askFields(inputs, read, show);
    return entered && channel.post(conversation, person, sendingForm(message, thumb, fetched.body, entered));
  }

  async function meet(next: Conversation): Promise<void> {
    conversation = next;
    current = undefined;
    rated = undefined;
    for (const turn of await channel.install(conversation, person)) conclude(turn);
  }

  async function take(line: string): Promise<void> {
    const text = line.trim();
    const [, sign, word = ''] = /^([+\-–−])(?:\s+(.*))?$/.exec(text) ?? [];
    if (!text) return;
    if (text === '/hjälp') return show(helpText);
    if (text === '/ny') return meet(channel.conversation(personal((started += 1))));
    if (text === '/grupp')
      return meet(
        channel.conversation({
          id: `19:${person.aadObjectId}@thread.v2`,
          type: 'groupChat',
          name: 'Chefsgruppen',
          members: [person, ...colleagues],
        }),
      );
    if (text.startsWith('/')) return show(`Kommandot ${text} finns inte. Skriv /hjälp.`);
    if (sign) return rate(sign, word);
    if (/^\d{1,2}$/.test(text) && current) return press(Number(text));
    return say(line);
  }

  try {
    write(`Du skriver som ${name}. /hjälp visar vad du kan göra, /avsluta avslutar.\n\n`);
    await meet(conversation);
    for (let line = await read('> '); line !== undefined && line.trim() !== '/avsluta'; line = await read('> '))
      await take(line);
    return 0;
  } catch (error) {
    if (!(error instanceof NotReachable)) throw error;
    write(`${notReachable(botUrl, 'chat')}\n`);
    return 1;
  } finally {
    await channel.close();
  }
}

const colleagues = ['Bengt Öst', 'Carina Ek'].map(memberNamed);

const same = (one: Json, other: Json | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The visible fields of the card that a button belongs to. */
function fieldsWith(action: Json, message: ChatMessage, screen: Screen): readonly Json[] {
  const card = cardsOf(message.activity).find((one) => partsOf(one, 'Action.').includes(action));
  const own = partsOf(card, 'Input.');
  return screen.inputs.filter((input) => own.includes(input));
}

const troubleOf = (status: number): string => {
  if (status === 401 || status === 403) return 'Tjänsten är inte i lokalt läge: den talar bara med Teams.';
  if (status === 504) return 'Tjänsten svarade inte i tid. Försök igen.';
  return `Tjänsten svarade med ett fel (${status}). Se i fönstret där den körs.`;
};

async function run(): Promise<void> {
  const options = { url: { type: 'string' }, name: { type: 'string' } } as const;
  const usage = 'Så här: npm run chat [-- --url ADRESS] [--name NAMN]';
  const { url, name } = readArguments({ options }, usage).values;
  const input = createInterface({ input: process.stdin });
  process.exitCode = await chat(input[Symbol.asyncIterator](), (text) => process.stdout.write(text), {
    botUrl: url ?? botUrlOf(process.env),
    name: name?.trim() || 'Anna Åkerlund',
    echo: !process.stdin.isTTY,
  });
  input.close();
}

if (require.main === module)
  run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
