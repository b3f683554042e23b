import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import {
  type Activity,
  type BotEvent,
  type Conversation,
  type Json,
  type Member,
  type ChatMessage,
  withNull,
} from './activity';
import {
  addConversation,
  type Call,
  carryOut,
  conversationOf,
  failure,
  type CallOutcome,
  type Tenant,
  writes,
} from './connector';
import { editing, envelope, installing, type Press, pressing, reacting, removing, uninstalling } from './gesture';
import { rating, type Thumb } from './feedback';
import { postActivity, serve } from './http';
import { admit, conversationLimits, type Limit, tenantLimits } from './limits';
import { responseObjection } from './responses';
import { type Gesture, quoting, saying } from './saying';

export type { Activity, BotEvent, Conversation, Json, Member, ChatMessage } from './activity';
export { cardsOf, memberNamed } from './activity';
export { NotReachable } from './http';

const defaultBotUrl = 'http://127.0.0.1:3978/api/messages';

export interface ChannelOptions {
  readonly botUrl?: string;
  /** Milliseconds since 1970; rates and timestamps follow it. Default: the wall clock. */
  readonly now?: () => number;
  /** 'none' lifts the rates (for benchmarks); sizes and cards are checked all the same. Default: 'teams'. */
  readonly rates?: 'teams' | 'none';
  /**
   * Lets a call fail on purpose: the status that it gets, or undefined to let it through. With `delivered` the call is carried
   * out and only its response is lost, as when a gateway times out. With 'silence' it is carried out and there is no response at
   * all. Such failures are not refusals.
   */
  readonly fail?: (
    call: Call,
  ) => number | { readonly status: number; readonly delivered: true } | 'silence' | undefined;
  /** The Authorization header of what is posted to the bot; without it none is sent. */
  readonly authorization?: () => string;
  readonly tenantId?: string;
  /** Told at once about everything that the bot sends, updates and deletes. */
  readonly onEvent?: (conversation: Conversation, event: BotEvent) => void;
}

/** What came of one activity: the bot's HTTP response, and what it did in this conversation meanwhile. */
export interface Turn {
  readonly activity: Activity;
  /** 504 when the bot took longer than Teams waits. */
  readonly status: number;
  readonly body: unknown;
  readonly sent: readonly ChatMessage[];
  readonly updated: readonly ChatMessage[];
}

/** A call of the bot that Teams would have refused. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly call: Call;
}

export interface Channel {
  readonly serviceUrl: string;
  readonly bot: { readonly id: string; readonly name: string };
  /** Every refusal so far: a test asserts that it is empty. */
  readonly refusals: readonly Refusal[];
  conversation(about: Pick<Conversation, 'id' | 'type' | 'members' | 'name'>): Conversation;
  /**
   * Sends any activity; what it doesn't say is filled in as Teams would, and the fields that are named ("from.name") are
   * written as null. @throws {NotReachable}
   */
  post(conversation: Conversation, person: Member, activity: Gesture, asNull?: readonly string[]): Promise<Turn>;
  /** In a group the bot is mentioned; a member behind an at sign is, too. */
  say(conversation: Conversation, person: Member, text: string): Promise<Turn>;
  /** Says something in reply to a message, which is quoted. */
  quote(conversation: Conversation, person: Member, message: ChatMessage, text: string): Promise<Turn>;
  /** Presses a button by its title, verb or id, or the action itself out of the card. */
  press(conversation: Conversation, person: Member, button: string | Json, press?: Press): Promise<Turn>;
  /** In a client that shows its own form; for the bot's form see feedback.ts. */
  feedback(
    conversation: Conversation,
    person: Member,
    message: ChatMessage,
    reaction: Thumb,
    word?: string,
  ): Promise<Turn>;
  react(conversation: Conversation, person: Member, message: ChatMessage, type?: string): Promise<Turn>;
  install(conversation: Conversation, person: Member): Promise<readonly Turn[]>;
  uninstall(conversation: Conversation, person: Member): Promise<readonly Turn[]>;
  edit(conversation: Conversation, person: Member, message: ChatMessage, text: string): Promise<Turn>;
  remove(conversation: Conversation, person: Member, message: ChatMessage): Promise<Turn>;
  /** What stands in the conversation now: updated messages as updated, deleted ones gone. */
  seen(conversation: Conversation): readonly ChatMessage[];
  close(): Promise<void>;
}

/**
 * Our own Teams on loopback: the connector with which a bot talks, and the people who talk to the bot. It is as strict as the
 * real one where a bot can be wrong: unknown conversations and activities, sizes, cards, rates.
 */
export async function startChannel(options: ChannelOptions = {}): Promise<Channel> {
  const { botUrl = defaultBotUrl, now = Date.now, rates = 'teams' } = options;
  const bot = { id: '28:22222222-2222-2222-2222-222222222222', name: 'Tillitscoachen' };
  const refusals: Refusal[] = [];
  const windows = new Map<string, readonly number[]>();
  let lastId = 0;
  const tenant: Tenant = {
    id: options.tenantId ?? '11111111-1111-1111-1111-111111111111',
    conversations: new Map(),
    nextId: () => String((lastId = Math.max(lastId + 1, now()))),
    onEvent: (conversation, event) => options.onEvent?.(conversation, event),
  };

  /** Counts a call against the tenant and, when it writes, against its conversation. */
  function tooFast(call: Call): CallOutcome | undefined {
    const conversation = conversationOf(tenant, call);
    const scopes: [string, readonly Limit[]][] = [['', tenantLimits]];
    if (conversation && writes(call)) scopes.push([conversation.id, conversationLimits]);
    const admissions = scopes.map(
      ([scope, limits]) => [scope, admit(windows.get(scope) ?? [], now(), limits)] as const,
    );
    const wait = Math.max(...admissions.map(([, admission]) => admission.retryAfterSeconds ?? 0));
    if (wait > 0)
      return { ...failure(429, 'TooManyRequests', 'Too many requests.'), headers: { 'Retry-After': String(wait) } };
    admissions.forEach(([scope, admission]) => windows.set(scope, admission.window));
    return undefined;
  }

  function answer(call: Call): CallOutcome {
    const failed = options.fail?.(call);
    if (typeof failed === 'number') {
      const outcome = failure(failed, 'Injected', 'Failed on purpose.');
      return failed === 429 ? { ...outcome, headers: { 'Retry-After': '1' } } : outcome;
    }
    const outcome = (rates === 'teams' ? tooFast(call) : undefined) ?? carryOut(tenant, call);
    if (outcome.status >= 400) refuse(call, outcome);
    if (failed === 'silence') return { ...outcome, silent: true };
    return failed ? failure(failed.status, 'Injected', 'Failed on purpose, after it was carried out.') : outcome;
  }

  function refuse(call: Call, { status, body }: CallOutcome): void {
    const { code, message } = (body as { error: { code: string; message: string } }).error;
    refusals.push({ status, code, message, call });
  }

  const server = createServer((request, response) => void serve(request, response, answer));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  async function post(
    conversation: Conversation,
    person: Member,
    gesture: Gesture,
    asNull: readonly string[] = [],
  ): Promise<Turn> {
    const id = gesture.id ?? tenant.nextId();
    const stamp = { serviceUrl, bot, tenantId: tenant.id, timestamp: new Date(now()).toISOString() };
    const activity = envelope(conversation, person, { ...gesture, id }, stamp);
    if (activity.type === 'message' && !conversation.known.has(id))
      conversation.messages.push({ id, author: person.id, activity, updates: 0, deleted: false });
    conversation.known.add(id);
    const start = conversation.events.length;
    const { status, body } = await postActivity(botUrl, asNull.reduce(withNull, activity), options.authorization?.());
    const wrong = responseObjection(activity, status, body);
    if (wrong)
      refusals.push({ ...wrong, call: { method: 'invoke response', path: [id], query: new URLSearchParams(), body } });
    const events = conversation.events.slice(start);
    const mine = ({ activity: { replyToId } }: BotEvent) => replyToId === undefined || replyToId === id;
    return {
      activity,
      status,
      body,
      sent: events.filter((event) => event.kind === 'sent' && mine(event)).map((event) => event.message),
      updated: events.filter((event) => event.kind === 'updated').map((event) => event.message),
    };
  }

  async function postAll(conversation: Conversation, person: Member, gestures: readonly Gesture[]): Promise<Turn[]> {
    const turns: Turn[] = [];
    for (const gesture of gestures) turns.push(await post(conversation, person, gesture));
    return turns;
  }

  return {
    serviceUrl,
    bot,
    refusals,
    conversation: (about) => addConversation(tenant, about),
    post,
    say: (conversation, person, text) => post(conversation, person, saying(conversation, bot, text)),
    quote: (conversation, person, message, text) =>
      post(conversation, person, quoting(conversation, bot, message, text)),
    press: async (conversation, person, button, press) =>
      post(conversation, person, pressing(conversation, button, press)),
    feedback: async (conversation, person, message, reaction, word = '') =>
      post(conversation, person, rating(message, reaction, word)),
    react: (conversation, person, message, type = 'like') => post(conversation, person, reacting(message, type)),
    edit: (conversation, person, message, text) => {
      message.activity = { ...message.activity, text };
      message.updates += 1;
      return post(conversation, person, editing(conversation, bot, message, text));
    },
    remove: (conversation, person, message) => {
      message.deleted = true;
      return post(conversation, person, removing(message));
    },
    install: (conversation, person) => postAll(conversation, person, installing(bot)),
    uninstall: (conversation, person) => postAll(conversation, person, uninstalling(bot)),
    seen: (conversation) => conversation.messages.filter((message) => !message.deleted),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
