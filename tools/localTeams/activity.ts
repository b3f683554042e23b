import { createHash } from 'node:crypto';

/** A JSON object whose shape is checked where it is read. */
export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value out of JSON as a person would read it; lists and objects are no text. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** A Bot Framework activity: the fields that this channel reads. Other fields are kept. */
export interface Activity extends Json {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly attachments?: readonly Json[];
  readonly entities?: readonly Json[];
  readonly channelData?: Json;
}

/** A person as the roster describes them. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  readonly email: string;
}

/** A message as it is now. Updates replace its activity. */
export interface ChatMessage {
  readonly id: string;
  /** 'bot', or the id of the member who wrote it. */
  readonly author: string;
  activity: Activity;
  updates: number;
  deleted: boolean;
  /** The only member of a group who sees it; undefined where everybody does. */
  readonly seenBy?: string;
}

/** An act of the bot, in the order of the acts. The activity is how the message was at that time. */
export interface BotEvent {
  readonly kind: 'sent' | 'updated' | 'deleted';
  readonly message: ChatMessage;
  readonly activity: Activity;
}

export interface Conversation {
  readonly id: string;
  readonly type: 'personal' | 'groupChat' | 'channel';
  readonly members: readonly Member[];
  readonly name?: string;
  readonly messages: ChatMessage[];
  readonly events: BotEvent[];
  /** Ids of everything that was ever said or done here: what the bot may reply to. */
  readonly known: Set<string>;
}

const guidFrom = (seed: string): string =>
  createHash('sha256')
    .update(seed)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-a$4-$5');

/** An invented person: the same name is always the same person, at region.example. */
export function memberNamed(name: string): Member {
  const aadObjectId = guidFrom(`person ${name}`);
  const folded = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const mailbox = folded.match(/[a-z0-9]+/g)?.join('.') ?? aadObjectId;
  return { id: `29:${aadObjectId}`, name, aadObjectId, email: `${mailbox}@region.example` };
}

/** The Adaptive Cards of a message, as the bot wrote them. */
export const cardsOf = (activity: Activity): readonly Json[] =>
  (activity.attachments ?? [])
    .filter((attachment) => attachment.contentType === 'application/vnd.microsoft.card.adaptive')
    .map((attachment) => attachment.content)
    .filter(isJson);

/** The same activity with one field, named by its path, as null, because some senders write null for a missing value. */
export function withNull<T extends Json>(activity: T, path: string): T {
  const [field = '', ...rest] = path.split('.');
  const inner = activity[field];
  return { ...activity, [field]: rest.length ? withNull(isJson(inner) ? inner : {}, rest.join('.')) : null };
}
