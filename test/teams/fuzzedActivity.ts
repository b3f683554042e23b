import fc from 'fast-check';
import { envelope, installing, reacting, uninstalling } from '../../tools/localTeams/gesture';
import { addConversation } from '../../tools/localTeams/connector';
import { type Json, memberNamed } from '../../tools/localTeams/activity';
import { rating } from '../../tools/localTeams/feedback';
import { quoting, saying } from '../../tools/localTeams/saying';

const bot = { id: '28:22222222-2222-2222-2222-222222222222', name: 'Tillitscoachen' };
const tenant = { id: 't', conversations: new Map(), nextId: () => '1', onEvent: () => undefined };
const people = ['Anna Berg', 'Bo Ek', 'Åsa Öst'].map(memberNamed);
const [anna] = people as [(typeof people)[0]];
const personal = addConversation(tenant, { id: 'a:anna', type: 'personal', members: [anna] });
const group = addConversation(tenant, { id: '19:group@thread.v2', type: 'groupChat', members: people, name: 'Chefer' });
const channel = addConversation(tenant, { id: '19:team@thread.tacv2', type: 'channel', members: people, name: 'Team' });
const shown = {
  id: '1700000000009',
  author: 'bot',
  activity: { type: 'message', text: 'Så står det', channelData: { feedbackLoop: { type: 'default' } } },
  updates: 0,
  deleted: false,
};

const execute = (verb: string, data: object) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: shown.id,
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
});
const query = (typed: string) => ({
  type: 'invoke',
  name: 'composeExtension/query',
  value: { commandId: 'search', parameters: [{ name: 'query', value: typed }] },
});

/** What Teams really sends, one of each kind. */
const gestures = [
  ...['hej', 'Hur undviker jag detaljstyrning?', 'delegering', 'visa allt om mig', 'påminn mig på fredag', 'ram'].map(
    (text) => saying(personal, bot, text),
  ),
  saying(group, bot, 'dialog'),
  quoting(personal, bot, shown, 'Vad betyder det?'),
  ...installing(bot),
  ...uninstalling(bot),
  reacting(shown, 'like'),
  rating(shown, 'dislike', 'Fel'),
  ...['next', 'ask', 'cite', 'resume', 'back', 'erase', 'askHr', 'share', 'programme', 'own', 'remind'].map((verb) =>
    execute(verb, { session: 's', revision: 1, question: 'Vad är tillit?', uppgift: 'Ord' }),
  ),
  query('tillit'),
  {
    type: 'invoke',
    name: 'message/fetchTask',
    replyToId: shown.id,
    value: { data: { actionName: 'feedback', actionValue: { reaction: 'like' } } },
  },
  { type: 'message', value: { verb: 'next', data: {} } },
  { type: 'messageUpdate', id: '1', text: 'hej igen', channelData: { eventType: 'editMessage' } },
  { type: 'conversationUpdate', channelData: { eventType: 'teamRenamed', team: { id: channel.id, name: 'Ny' } } },
];

const strings = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    ...['', ' ', '\u0000', '\ud800', '__proto__', 'constructor', '${$root}', 'msteams', 'invoke', 'message', '1e999'],
    ...['<at>Tillitscoachen</at>', '<blockquote itemtype="http://schema.skype.com/Reply">x', '[x](javascript:1)'],
    ...['+a^1~8 *', '2026-13-45', 'a:anna', '19:group@thread.v2', 'x'.repeat(5000), '<'.repeat(3000), '@'.repeat(3000)],
  ),
);
/** Mostly such as are taken. */
const ids = fc.oneof({ weight: 9, arbitrary: fc.stringMatching(/^[ -~]{3,40}$/) }, strings);
const deep = fc.integer({ min: 5, max: 300 }).map((depth) => {
  let value: unknown = 'x';
  for (let n = 0; n < depth; n++) value = n % 2 ? [value] : { action: value };
  return value;
});
const anything = fc.oneof(
  { weight: 4, arbitrary: strings },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, [], {}, [null], { type: 'mention' }),
  deep,
);

/** An activity as the protocol's grammar allows it, with anything in its fields. */
const byGrammar = (serviceUrl: string) => {
  const account = fc.record({ id: ids, name: strings, aadObjectId: ids }, { requiredKeys: ['id'] });
  return fc.record(
    {
      type: fc.constantFrom(
        'message',
        'invoke',
        'conversationUpdate',
        'installationUpdate',
        'messageUpdate',
        'typing',
        'event',
      ),
      name: fc.oneof(
        strings,
        fc.constantFrom('adaptiveCard/action', 'message/submitAction', 'message/fetchTask', 'composeExtension/query'),
      ),
      id: ids,
      channelId: fc.constant('msteams'),
      serviceUrl: fc.constant(serviceUrl),
      from: account,
      recipient: fc.oneof(fc.constant(bot), account),
      conversation: fc.record(
        { id: ids, conversationType: fc.constantFrom('personal', 'groupChat', 'channel', 'x'), tenantId: strings },
        { requiredKeys: ['id'] },
      ),
      text: strings,
      textFormat: fc.constantFrom('plain', 'xml', 'markdown'),
      action: fc.constantFrom('add', 'remove', 'add-upgrade'),
      value: fc.oneof(
        anything,
        fc.record({ action: fc.record({ type: fc.constant('Action.Execute'), verb: strings, data: anything }) }),
        fc.record({ actionName: fc.constant('feedback'), actionValue: anything }),
        fc.record({ commandId: fc.constant('search'), parameters: anything }),
      ),
      entities: fc.array(
        fc.record({ type: fc.constantFrom('mention', 'clientInfo'), mentioned: account, text: strings }),
        { maxLength: 4 },
      ),
      attachments: fc.array(
        fc.record({ contentType: fc.constantFrom('text/html', 'messageReference', 'image/png'), content: anything }),
        { maxLength: 3 },
      ),
      channelData: fc.record({ team: fc.oneof(anything, account), eventType: strings, more: anything }),
      membersAdded: fc.array(account, { maxLength: 3 }),
      membersRemoved: anything,
      replyToId: ids,
      timestamp: strings,
    },
    { requiredKeys: ['type', 'channelId', 'serviceUrl', 'from', 'recipient', 'conversation'] },
  );
};

/** A change of one place: of which, by a number that is taken modulo, and how. */
const change = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'double', 'add'),
  value: anything,
});
type Change = { readonly at: number; readonly how: string; readonly value: unknown };

function changed(activity: Json, { at, how, value }: Change): Json {
  const copy = structuredClone(activity);
  const places: (readonly [holder: Record<string, unknown>, key: string])[] = [];
  const visit = (holder: unknown): void => {
    if (typeof holder !== 'object' || holder === null || places.length > 500) return;
    for (const key of Object.keys(holder)) {
      places.push([holder as Record<string, unknown>, key]);
      visit((holder as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  const [holder, key] = places[at % places.length] ?? [copy, 'type'];
  if (how === 'remove') delete holder[key];
  else if (how === 'double') holder[key] = [holder[key], holder[key]];
  else if (how === 'add') Object.assign(holder, { [`more${at}`]: value });
  else holder[key] = value;
  return copy;
}

/** Activities of the grammar, and real ones with one to four places changed; none of them asks the bot to answer at another address. */
export function fuzzedActivity(serviceUrl = 'http://127.0.0.1:9/'): fc.Arbitrary<Json> {
  const stamp = {
    serviceUrl,
    bot,
    tenantId: '11111111-1111-1111-1111-111111111111',
    timestamp: '2026-11-27T09:00:00.000Z',
  };
  const real = fc
    .record({
      gesture: fc.constantFrom(...gestures),
      conversation: fc.constantFrom(personal, group, channel),
      person: fc.constantFrom(...people),
      id: fc.uuid(),
    })
    .map(({ gesture, conversation, person, id }) => envelope(conversation, person, { id, ...gesture }, stamp) as Json);
  const mutated = fc
    .tuple(real, fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([activity, changes]) => changes.reduce(changed, activity));
  return fc.oneof({ weight: 3, arbitrary: mutated }, { weight: 2, arbitrary: byGrammar(serviceUrl) });
}
