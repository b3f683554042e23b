import { z } from 'zod';

/** No database can store a lone surrogate or NUL, so an id with one of them is refused. */
const storable = (name: string): boolean => !/[\0\p{Surrogate}]/u.test(name);

/** An id becomes part of a URL, where `.` and `..` lead to another path. */
const addressable = (id: string): boolean => id !== '.' && id !== '..';
/** The SDK also writes the id of a conversation into a header. A header takes only these characters. */
const inHeader = (id: string): boolean => /^[\t\x20-\x7e\x80-\xff]+$/.test(id);

const text = z.string().max(1000).optional();
const Id = z.string().min(1).max(1000).refine(storable, 'an id is text').refine(addressable, 'an id is more than dots');
const ConversationId = Id.refine(inHeader, 'a header can hold the id of a conversation');

/** Whether a value can be the id of a conversation: a chat or a team. */
export const isConversationId = (id: unknown): id is string => ConversationId.safeParse(id).success;

const Account = z
  .object({
    id: Id,
    aadObjectId: z.string().min(1).max(200).refine(storable, 'an id is text').optional(),
    name: text,
    role: text,
  })
  .passthrough();

const Entity = z
  .object({ type: z.string(), mentioned: Account.optional(), text: z.string().optional() })
  .passthrough()
  .refine((entity) => entity.type !== 'mention' || entity.mentioned, 'a mention says who is mentioned');

/** Some senders write null for a missing value. What a card or a person sends is checked where it is used. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(
    given.map(([key, inner]) => [key, key === 'value' || key === 'content' ? inner : withoutNulls(inner)]),
  );
};

/**
 * An activity as it comes over the wire, checked before any other code sees it: the fields that the bot and an SDK rely on. What
 * a card or a person sends in `value` is checked where it is used.
 */
export const Activity = z.preprocess(
  withoutNulls,
  z
    .object({
      type: z.string().min(1).max(100),
      id: Id.or(z.literal('')).optional(),
      name: z.string().optional(),
      action: z.string().optional(),
      replyToId: Id.or(z.literal('')).optional(),
      timestamp: z.string().optional(),
      locale: text,
      channelId: z.string(),
      serviceUrl: z.string().url(),
      from: Account,
      recipient: Account,
      conversation: Account.extend({
        id: ConversationId,
        tenantId: z.string().optional(),
        conversationType: text,
        isGroup: z.boolean().optional(),
      }),
      channelData: z
        .object({
          tenant: z.object({ id: z.string().optional() }).optional(),
          eventType: z.string().optional(),
        })
        .passthrough()
        .optional(),
      text: z.string().optional(),
      textFormat: text,
      entities: z.array(Entity).optional(),
      attachments: z.array(z.object({ contentType: z.string().optional() }).passthrough()).optional(),
      membersAdded: z.array(Account).optional(),
    })
    .passthrough(),
);
export type Activity = z.infer<typeof Activity>;

/** What a message has besides its text: a card, a file, a quoted message. */
export type Attachment = NonNullable<Activity['attachments']>[number];

/** A message as the bot sends it. The channel adds the receiver. */
export interface OutgoingActivity {
  readonly type: 'message';
  readonly text?: string;
  readonly textFormat?: 'markdown';
  readonly summary?: string;
  readonly attachments?: readonly Attachment[];
  readonly entities?: readonly Readonly<Record<string, unknown>>[];
  readonly channelData?: Readonly<Record<string, unknown>>;
}

/** A card as an attachment. */
export const adaptiveCard = (card: unknown): Attachment => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: card,
});
