import {
  type Activity,
  type BotEvent,
  type Conversation,
  isJson,
  type Json,
  type Member,
  type ChatMessage,
} from './activity';
import { objection } from './rules';

/** Everything that the channel knows: plain data, changed by the calls below and by what people do. */
export interface Tenant {
  readonly id: string;
  readonly conversations: Map<string, Conversation>;
  readonly nextId: () => string;
  readonly onEvent: (conversation: Conversation, event: BotEvent) => void;
}

/** One HTTP call of the bot, path decoded and without query. */
export interface Call {
  readonly method: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface CallOutcome {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The bot is not told. */
  readonly silent?: true;
}

/** A refusal in the shape that Teams gives it. */
export const failure = (status: number, code: string, message: string): CallOutcome => ({
  status,
  body: { error: { code, message } },
});

/** The conversation that a call speaks of; a thread of a channel belongs to its channel. */
export const conversationOf = (tenant: Tenant, call: Call): Conversation | undefined =>
  tenant.conversations.get((call.path[2] ?? '').replace(/;messageid=.*$/, ''));

/** True for the calls that Teams counts against one conversation. */
export const writes = (call: Call): boolean => call.path[3] === 'activities';

/** Does what a bot asks for, as Teams would: the routes under /v3/conversations. */
export function carryOut(tenant: Tenant, call: Call): CallOutcome {
  const [version, root, id, part, item] = call.path;
  if (version !== 'v3' || root !== 'conversations') return noRoute(call);
  if (id === undefined) return call.method === 'POST' ? create(tenant, call.body) : noRoute(call);
  const conversation = conversationOf(tenant, call);
  if (!conversation) return failure(404, 'ConversationNotFound', `Conversation not found: ${id}`);
  switch (`${call.method} ${part}${item === undefined ? '' : '/:id'}`) {
    case 'POST activities':
    case 'POST activities/:id':
      return send(tenant, conversation, call.body, item, call.query.get('isTargetedActivity') === 'true');
    case 'PUT activities/:id':
      return change(tenant, conversation, item, 'updated', call.body);
    case 'DELETE activities/:id':
      return change(tenant, conversation, item, 'deleted');
    case 'GET members':
      return { status: 200, body: conversation.members.map(onRoster(tenant)) };
    case 'GET members/:id':
      return oneMember(tenant, conversation, item);
    case 'GET pagedmembers':
      return pageOfMembers(tenant, conversation, call.query);
    default:
      return noRoute(call);
  }
}

const noRoute = (call: Call): CallOutcome =>
  failure(404, 'NotFound', `No such call: ${call.method} /${call.path.join('/')}`);

/** Teams gives the same personal conversation each time it is asked for, and only with a person who has the app. */
function create(tenant: Tenant, body: unknown): CallOutcome {
  const asked = isJson(body) ? body : {};
  const { members, channelData } = asked;
  const tenantId = isJson(channelData) && isJson(channelData.tenant) ? channelData.tenant.id : asked.tenantId;
  const wanted: unknown = Array.isArray(members) && members.length === 1 ? members[0] : undefined;
  if (tenantId !== tenant.id || !isJson(wanted) || asked.isGroup === true)
    return failure(400, 'BadSyntax', 'Incorrect conversation creation parameters: one member and the tenant id.');
  const known = [...tenant.conversations.values()];
  const person = known.flatMap((c) => c.members).find(isMember(wanted.id));
  if (!person) return failure(403, 'ForbiddenOperationException', 'The bot is not installed for this person.');
  const conversation =
    known.find((c) => c.type === 'personal' && c.members[0]?.id === person.id) ??
    addConversation(tenant, { id: `a:${person.aadObjectId}`, type: 'personal', members: [person] });
  if (asked.activity === undefined) return { status: 201, body: { id: conversation.id } };
  const sent = send(tenant, conversation, asked.activity);
  return sent.status < 300 ? { status: 201, body: { id: conversation.id, activityId: (sent.body as Json).id } } : sent;
}

/** Adds an empty conversation, in the place of one that has the same id. */
export function addConversation(
  tenant: Tenant,
  about: Pick<Conversation, 'id' | 'type' | 'members' | 'name'>,
): Conversation {
  const conversation: Conversation = { ...about, messages: [], events: [], known: new Set() };
  tenant.conversations.set(about.id, conversation);
  return conversation;
}

function send(
  tenant: Tenant,
  conversation: Conversation,
  body: unknown,
  replyTo?: string,
  isTargeted = false,
): CallOutcome {
  if (replyTo !== undefined && !conversation.known.has(replyTo)) return activityNotFound(replyTo);
  const refused = objection(body);
  if (refused) return failure(refused.status, refused.code, refused.message);
  const seenBy = isTargeted ? recipientIn(conversation, body as Activity) : undefined;
  if (isTargeted && !seenBy)
    return failure(400, 'BadSyntax', 'A targeted message needs a group, and one of its members as its recipient.');
  const id = tenant.nextId();
  conversation.known.add(id);
  const activity: Activity = { ...(body as Activity), id, ...(replyTo === undefined ? {} : { replyToId: replyTo }) };
  if (activity.type === 'message') {
    const message: ChatMessage = { id, author: 'bot', activity, updates: 0, deleted: false, ...(seenBy && { seenBy }) };
    conversation.messages.push(message);
    record(tenant, conversation, 'sent', message);
  }
  return { status: 201, body: { id } };
}

/** The member of a group to whom alone a message is shown. */
function recipientIn({ type, members }: Conversation, { recipient }: Activity): string | undefined {
  const id = isJson(recipient) ? recipient.id : undefined;
  return type === 'personal' ? undefined : members.find((member) => member.id === id)?.id;
}

/** A bot may update and delete what it wrote itself, as long as it is there. */
function change(
  tenant: Tenant,
  conversation: Conversation,
  id: string | undefined,
  kind: 'updated' | 'deleted',
  body?: unknown,
): CallOutcome {
  const message = conversation.messages.find((m) => m.id === id && !m.deleted);
  if (!message) return activityNotFound(id);
  if (message.author !== 'bot')
    return failure(403, 'ForbiddenOperationException', 'A bot changes only its own messages.');
  const refused = kind === 'updated' ? objection(body) : undefined;
  if (refused) return failure(refused.status, refused.code, refused.message);
  if (kind === 'updated') {
    message.activity = { ...(body as Activity), id: message.id };
    message.updates += 1;
  } else message.deleted = true;
  record(tenant, conversation, kind, message);
  return { status: 200, body: kind === 'updated' ? { id: message.id } : {} };
}

const activityNotFound = (id: string | undefined): CallOutcome =>
  failure(404, 'ActivityNotFoundInConversation', `Activity not found in conversation: ${id}`);

function record(tenant: Tenant, conversation: Conversation, kind: BotEvent['kind'], message: ChatMessage): void {
  const event = { kind, message, activity: message.activity };
  conversation.events.push(event);
  tenant.onEvent(conversation, event);
}

const isMember =
  (id: unknown) =>
  (member: Member): boolean =>
    member.id === id || member.aadObjectId === id;

const onRoster = (tenant: Tenant) => (member: Member) => {
  const [givenName, ...rest] = member.name.split(' ');
  return {
    ...member,
    givenName,
    surname: rest.join(' '),
    userPrincipalName: member.email,
    tenantId: tenant.id,
    userRole: 'user',
  };
};

function oneMember(tenant: Tenant, conversation: Conversation, id: string | undefined): CallOutcome {
  const member = conversation.members.find(isMember(id));
  return member
    ? { status: 200, body: onRoster(tenant)(member) }
    : failure(404, 'MemberNotFoundInConversation', `Member not found in conversation: ${id}`);
}

function pageOfMembers(tenant: Tenant, conversation: Conversation, query: URLSearchParams): CallOutcome {
  const from = Number(query.get('continuationToken') ?? 0);
  const to = from + Number(query.get('pageSize') ?? 200);
  const members = conversation.members.slice(from, to).map(onRoster(tenant));
  return {
    status: 200,
    body: { members, ...(to < conversation.members.length ? { continuationToken: String(to) } : {}) },
  };
}
