import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { isJson, memberNamed, type Json, type Member } from '../localTeams/activity';
import { envelope } from '../localTeams/gesture';
import { partsOf } from '../localTeams/inputs';

/** A card, and the message that it stands in. */
export interface Shown {
  readonly message: string;
  readonly card: Json;
}

/** A channel that accepts everything at once and answers nothing, so that it costs the same for every bot. */
export interface Stub {
  readonly serviceUrl: string;
  /** The newest card that a conversation has got. Updates of older cards are no new ones. */
  readonly cards: ReadonlyMap<string, Shown>;
  close(): void;
}

/** One person in a chat. The next act may depend on the card that the person has. */
export interface Visitor {
  readonly person: Member;
  readonly conversation: string;
  shown?: Shown;
}

/** What a visitor does: the activity's own fields, and whether it counts as a turn of the measured kind. */
export type VisitorAct = (
  visitor: Visitor,
  n: number,
) => { readonly gesture: Json & { type: string }; readonly counts: boolean };

/** What the people of one crowd do. */
export interface Load {
  readonly name: string;
  readonly act: VisitorAct;
}

export interface MeasuredLoad {
  /** All that counted. */
  readonly turns: number;
  readonly turnsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const bot = { id: '28:22222222-2222-2222-2222-222222222222', name: 'Tillitscoachen' };
const tenantId = '11111111-1111-1111-1111-111111111111';

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const parsed = (text: string): Json => {
  const value: unknown = text ? JSON.parse(text) : {};
  return isJson(value) ? value : {};
};

/** Starts a stub on a free port of 127.0.0.1. The caller closes it. */
export async function startStub(): Promise<Stub> {
  const cards = new Map<string, Shown>();
  let ids = 0;
  const server = createServer((incoming, response) => {
    void textOf(incoming).then((text) => {
      const [, , , conversation = ''] = (incoming.url ?? '').split('/').map(decodeURIComponent);
      const [attachment] =
        (incoming.method === 'POST' && text.includes('"attachments"')
          ? (parsed(text).attachments as Json[] | undefined)
          : []) ?? [];
      const id = incoming.method === 'PUT' ? incoming.url?.split('/').at(-1) : `m${++ids}`;
      if (id && isJson(attachment?.content)) cards.set(conversation, { message: id, card: attachment.content });
      // Not in one expression: restify's writeHead returns nothing.
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ id, name: 'Chef' }));
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { serviceUrl, cards, close: () => void (server.close(), server.closeAllConnections()) };
}

const agent = new Agent({ keepAlive: true, maxSockets: 100 });

async function post(url: string, body: string): Promise<Json> {
  const sent = request(url, { method: 'POST', agent, headers: { 'Content-Type': 'application/json' } });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const text = await textOf(response);
  if (response.statusCode !== 200) throw new Error(`The bot answered ${response.statusCode}.`);
  return text.startsWith('{') ? parsed(text) : {};
}

let posted = 0;

/**
 * Lets `crowd` people act at once for `milliseconds`, each as soon as the last act is answered. With `rate`, all together make
 * that many acts a second. Rejects at the first answer that is not 200.
 */
export async function load(
  botUrl: string,
  stub: Stub,
  { name, act }: Load,
  crowd: number,
  milliseconds: number,
  rate = Infinity,
): Promise<MeasuredLoad> {
  const times: number[] = [];
  const started = performance.now();
  const over = () => performance.now() - started > milliseconds;
  const live = async (visitor: Visitor) => {
    for (let n = 0; !over(); n++) {
      const early = started + (n * crowd * 1000) / rate - performance.now();
      if (early > 0) await pause(early);
      visitor.shown ??= stub.cards.get(visitor.conversation);
      const { gesture, counts } = act(visitor, n);
      const stamp = { serviceUrl: stub.serviceUrl, bot, tenantId, timestamp: new Date().toISOString() };
      const chat = {
        id: visitor.conversation,
        type: 'personal' as const,
        members: [],
        messages: [],
        events: [],
        known: new Set<string>(),
      };
      const activity = envelope(chat, visitor.person, { ...gesture, id: `a${++posted}` }, stamp);
      const before = performance.now();
      const { value } = await post(botUrl, JSON.stringify(activity));
      if (counts) times.push(performance.now() - before);
      visitor.shown = isJson(value) && visitor.shown ? { ...visitor.shown, card: value } : undefined;
    }
  };
  const people = Array.from({ length: crowd }, (_, n): Visitor => {
    const person = memberNamed(`${name} ${n}`);
    return { person, conversation: `a:${person.aadObjectId}` };
  });
  await Promise.all(people.map(live));
  // Acts that do not count take no time: each person is busy for that long with turns that count.
  const seconds = times.reduce((sum, time) => sum + time, 0) / crowd / 1000;
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? NaN;
  return { turns: times.length, turnsPerSecond: times.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** Asks a question at each act, not in the order of the list, so that people who act at once ask different ones. */
export const asking =
  (questions: readonly string[]): VisitorAct =>
  (_, n) => ({ gesture: { type: 'message', text: questions[(n * 7 + posted) % questions.length]! }, counts: true });

/** Walks a guide again and again, by the buttons and inputs of its cards. Starting it again does not count. */
export const walking =
  (guide: string): VisitorAct =>
  ({ shown }) => {
    const { card, message } = shown ?? {};
    const button = partsOf(card, 'Action.').find(({ verb }) => verb === 'next' || verb === 'startAnew');
    if (!button || !card) return { gesture: { type: 'message', text: guide }, counts: false };
    const inputs = partsOf(card, 'Input.').map((input) => {
      const choices = Array.isArray(input.choices) ? (input.choices as Json[]) : [];
      return [input.id, input.type === 'Input.Date' ? '2030-01-15' : (choices[0]?.value ?? 'Några ord om saken')];
    });
    const data = { ...(button.data as Json), ...(Object.fromEntries(inputs) as Json) };
    const value = { action: { type: 'Action.Execute', verb: button.verb, data }, trigger: 'manual' };
    return {
      gesture: { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: message },
      counts: button.verb === 'next',
    };
  };
