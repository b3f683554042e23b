import { TeamsInfo } from 'botbuilder';
import {
  type Channel,
  type Conversation,
  type Json,
  memberNamed,
  startChannel,
} from '../../../tools/localTeams/localTeams';
import { startSdkBot } from './sdkBot';

const anna = memberNamed('Anna Åkerlund');
const bengt = memberNamed('Bengt Öst');
let bot: Awaited<ReturnType<typeof startSdkBot>>;
let channel: Channel;
let personal: Conversation;
let group: Conversation;

beforeAll(async () => (bot = await startSdkBot()));
afterAll(() => bot.close());
beforeEach(async () => {
  channel = await startChannel({ botUrl: bot.url, rates: 'none' });
  personal = channel.conversation({ id: 'a:anna', type: 'personal', members: [anna] });
  group = channel.conversation({ id: '19:g@thread.v2', type: 'groupChat', members: [anna, bengt] });
});
afterEach(() => channel.close());

const call = (path: string, method = 'GET', body?: Json) =>
  fetch(`${channel.serviceUrl}v3/conversations${path}`, { method, body: body && JSON.stringify(body) });
const codeOf = async (response: Promise<Response>) =>
  ((await (await response).json()) as { error: { code: string } }).error.code;

describe('activities', () => {
  it('shows a message as it was updated, and hides it once deleted', async () => {
    bot.does(async (context) => {
      const sent = await context.sendActivity('först');
      await context.updateActivity({ type: 'message', text: 'sedan', id: sent?.id });
      const gone = await context.sendActivity('bort');
      await context.deleteActivity(gone!.id);
    });
    const turn = await channel.say(personal, anna, 'Hej');
    expect(channel.seen(personal).map((m) => m.activity.text)).toEqual(['Hej', 'sedan']);
    expect(turn.updated.map((m) => [m.activity.text, m.updates])).toEqual([['sedan', 1]]);
    expect(await codeOf(call(`/a:anna/activities/${turn.sent[1]?.id}`, 'DELETE'))).toBe(
      'ActivityNotFoundInConversation',
    );
  });

  it('refuses what it does not know and what is not the bot’s, and keeps every refusal', async () => {
    const { activity } = await channel.say(personal, anna, 'Hej');
    const body = { type: 'message', text: 'x' };
    expect(await codeOf(call('/a:okand/activities', 'POST', body))).toBe('ConversationNotFound');
    expect(await codeOf(call('/a:anna/activities/99', 'POST', body))).toBe('ActivityNotFoundInConversation');
    expect(await codeOf(call('/a:anna/activities/99', 'PUT', body))).toBe('ActivityNotFoundInConversation');
    expect(await codeOf(call('/a:anna/activities/99', 'DELETE'))).toBe('ActivityNotFoundInConversation');
    expect(await codeOf(call(`/a:anna/activities/${activity.id}`, 'PUT', body))).toBe('ForbiddenOperationException');
    expect(await codeOf(call('/a:anna/history'))).toBe('NotFound');
    expect(channel.refusals.map((refusal) => refusal.status)).toEqual([404, 404, 404, 404, 403, 404]);
  });

  it('refuses to send or update to what Teams would not show', async () => {
    const sent = (await (await call('/a:anna/activities', 'POST', { type: 'message', text: 'x' })).json()) as {
      id: string;
    };
    const wrong = { type: 'message', text: '' };
    expect(await codeOf(call('/a:anna/activities', 'POST', wrong))).toBe('BadSyntax');
    expect(await codeOf(call(`/a:anna/activities/${sent.id}`, 'PUT', wrong))).toBe('BadSyntax');
    expect(channel.seen(personal).map((m) => m.activity.text)).toEqual(['x']);
  });
});

describe('members', () => {
  it('gives a person by channel id and by directory id, and everyone page by page', async () => {
    let got: (string | undefined)[] = [];
    bot.does(async (context) => {
      const one = await TeamsInfo.getMember(context, bengt.aadObjectId);
      const same = await TeamsInfo.getMember(context, bengt.id);
      const page = await TeamsInfo.getPagedMembers(context, 1);
      const rest = await TeamsInfo.getPagedMembers(context, 1, page.continuationToken);
      got = [one.email, same.userPrincipalName, page.members[0]?.name, rest.members[0]?.name, rest.continuationToken];
    });
    await channel.say(group, anna, 'Hej');
    expect(got).toEqual([
      'bengt.ost@region.example',
      'bengt.ost@region.example',
      'Anna Åkerlund',
      'Bengt Öst',
      undefined,
    ]);
    expect(await (await call('/19:g@thread.v2/members')).json()).toMatchObject([
      { name: anna.name },
      { name: bengt.name },
    ]);
    expect(await codeOf(call('/a:anna/members/29:okand'))).toBe('MemberNotFoundInConversation');
  });
});

describe('creating a conversation', () => {
  const create = async (member: Json, more: Json = {}) => {
    const channelData = { tenant: { id: '11111111-1111-1111-1111-111111111111' } };
    const response = await call('', 'POST', { members: [member], channelData, ...more });
    return { status: response.status, ...((await response.json()) as { id?: string; activityId?: string }) };
  };

  it('gives the one personal conversation that a person has', async () => {
    expect(await create({ id: anna.id })).toMatchObject({ status: 201, id: 'a:anna' });
    const first = await create({ id: bengt.aadObjectId });
    expect(await create({ id: bengt.id })).toEqual(first);
  });

  it('sends the first message along', async () => {
    const created = await create({ id: anna.id }, { activity: { type: 'message', text: 'Hej' } });
    expect(channel.seen(personal).map((m) => m.id)).toEqual([created.activityId]);
    expect(await create({ id: anna.id }, { activity: {} })).toMatchObject({ status: 400 });
  });

  it('refuses who has not installed the app, another tenant, groups and several people', async () => {
    expect(await create({ id: '29:okand' })).toMatchObject({ status: 403 });
    expect(await create({ id: anna.id }, { channelData: { tenant: { id: 'annan' } } })).toMatchObject({ status: 400 });
    expect(await create({ id: anna.id }, { isGroup: true })).toMatchObject({ status: 400 });
    expect(await create({ id: anna.id }, { members: [{ id: anna.id }, { id: bengt.id }] })).toMatchObject({
      status: 400,
    });
  });
});
