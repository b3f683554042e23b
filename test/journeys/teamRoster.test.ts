import { type Conversation, memberNamed } from '../../tools/localTeams/localTeams';
import { type ListView } from '../../src/hr/groups';
import { newManager } from './manager';
import { anna, bo, run, type Running } from './service';

jest.setTimeout(60_000);

let running: Running;
let failing: (page: URLSearchParams) => number | undefined;
let pages: URLSearchParams[];
beforeEach(async () => {
  failing = () => undefined;
  pages = [];
  running = await run({
    rates: 'none',
    fail: ({ path, query }) => {
      if (path[3] !== 'pagedmembers') return undefined;
      pages.push(query);
      return failing(query);
    },
  });
});
afterEach(() => running.stop());

const members = (count: number) => Array.from({ length: count }, (_, n) => memberNamed(`Chef Nummer ${n}`));

const teamOf = (size: number, name = 'Chefer i närsjukvården', id = '19:abc@thread.tacv2') =>
  running.channel.conversation({ id, type: 'channel', name, members: [anna, ...members(size - 1)] });
const added = async (team: Conversation) => {
  await running.channel.install(team, anna);
  return team;
};

/** HR's page asks, signed in. */
async function hr<T>(method: string, path: string, body?: object): Promise<{ status: number; said: T }> {
  const call = (to: string, json: unknown, headers: Record<string, string> = {}) =>
    fetch(`${running.service.url}/api/hr/${to}`, {
      method: to === 'sign-in' ? 'POST' : method,
      headers: { 'content-type': 'application/json', ...headers },
      body: json === undefined ? undefined : JSON.stringify(json),
    });
  const { token } = (await (await call('sign-in', { name: 'hanna@region.example', isHr: true })).json()) as {
    token: string;
  };
  const response = await call(path, body, { authorization: `Bearer ${token}` });
  return { status: response.status, said: (await response.json()) as T };
}
const teams = async () => (await hr<{ id: string; title: string }[]>('GET', 'teams')).said;
const roster = ({ id }: Pick<Conversation, 'id'>) =>
  hr<ListView & { error: string }>('POST', `teams/${encodeURIComponent(id)}/roster`);

describe('the teams that HR may fetch a list from', () => {
  it('are those that the bot has been added to, until it is taken away', async () => {
    expect(await teams()).toEqual([]);
    const [one, other] = [teamOf(2, 'Östra'), teamOf(2, 'Västra', '19:def@thread.tacv2')];
    for (const team of [one, other]) await added(team);
    expect(await teams()).toEqual([
      { id: other.id, title: 'Västra' },
      { id: one.id, title: 'Östra' },
    ]);
    await running.channel.uninstall(one, anna);
    expect(await teams()).toEqual([{ id: other.id, title: 'Västra' }]);
  });

  it('are known by either of the two events that tell of it, and greeted once', async () => {
    const team = teamOf(2);
    const turn = await running.channel.post(team, anna, { type: 'installationUpdate', action: 'add' });
    expect([turn.sent.length, (await teams()).length]).toEqual([0, 1]);
    await added(team);
    expect(team.messages.filter(({ author }) => author === 'bot')).toHaveLength(1);
  });

  it('have the names that they have now, and are gone when they are deleted', async () => {
    const team = await added(teamOf(2));
    const event = (eventType: string, name: string) =>
      running.channel.post(team, anna, {
        type: 'conversationUpdate',
        channelData: { eventType, team: { id: team.id, name } },
      });
    await event('teamRenamed', 'Nya namnet');
    expect(await teams()).toEqual([{ id: team.id, title: 'Nya namnet' }]);
    await event('teamDeleted', 'Nya namnet');
    expect(await teams()).toEqual([]);
  });

  it('are no group chats', async () => {
    await added(running.channel.conversation({ id: '19:g', type: 'groupChat', name: 'Chefer', members: [anna, bo] }));
    expect(await teams()).toEqual([]);
  });
});

describe('the list of a team', () => {
  it('holds everyone, page by page, and tells who has the bot', async () => {
    const manager = newManager(running);
    await manager.say('hej');
    const all = [manager.person, ...members(1200)];
    const team = await added(
      running.channel.conversation({ id: '19:stor', type: 'channel', name: 'Alla', members: all }),
    );
    const { status, said } = await roster(team);
    expect([status, said.counts]).toEqual([200, { matched: 1, unknown: 1200, duplicate: 0, malformed: 0 }]);
    expect(new Set(said.lines.map(({ listedAs }) => listedAs))).toEqual(new Set(all.map(({ email }) => email)));
    expect(pages.map((page) => [page.get('pageSize'), page.get('continuationToken')])).toEqual([
      ['500', null],
      ['500', '500'],
      ['500', '1000'],
    ]);
  });

  it('can be saved as a group, like a list that is uploaded', async () => {
    const team = await added(teamOf(3));
    const { lines } = (await roster(team)).said;
    expect((await hr<object[]>('GET', 'groups')).said).toEqual([]);
    const kept = lines.map(({ listedAs, unit }) => ({ listedAs, unit }));
    const { said } = await hr<{ id: string }>('POST', 'groups', { title: 'Teamet', members: kept });
    const group = (await hr<{ size: number; members: { listedAs: string }[] }>('GET', `groups/${said.id}`)).said;
    expect(group.size).toBe(3);
    expect(group.members.map(({ listedAs }) => listedAs).sort()).toEqual(kept.map(({ listedAs }) => listedAs).sort());
  });

  it('names a person by object id where the bot knows nothing else', async () => {
    const manager = newManager(running);
    await manager.say('hej');
    await running.stored((db) => db.updateTable('people').set({ email: null }).execute());
    const people = [manager.person, anna];
    const team = await added(running.channel.conversation({ id: '19:t', type: 'channel', name: 'T', members: people }));
    const { said } = await roster(team);
    expect(said.lines.map(({ listedAs, verdict }) => [listedAs, verdict])).toEqual([
      [manager.person.aadObjectId, 'matched'],
      [anna.email, 'unknown'],
    ]);
  });

  it('waits as long as Teams asks', async () => {
    const team = await added(teamOf(700));
    let left = 2;
    failing = (page) => (page.get('continuationToken') && left-- > 0 ? 429 : undefined);
    const started = performance.now();
    expect((await roster(team)).said.counts).toMatchObject({ unknown: 700 });
    expect(performance.now() - started).toBeGreaterThanOrEqual(2_000);
  });

  it.each([
    [500, 'Teams lämnade inte ut hela listan. Inget är ändrat.'],
    [429, 'Teams har mycket att göra just nu. Inget är ändrat.'],
  ])('is all or nothing: a %i in the middle is told, and changes nothing', async (status, words) => {
    const team = await added(teamOf(700));
    failing = (page) => (page.get('continuationToken') ? status : undefined);
    const answer = await roster(team);
    expect([answer.status, answer.said.lines]).toEqual([503, undefined]);
    expect(answer.said.error).toContain(words);
    expect([(await hr<object[]>('GET', 'groups')).said, (await teams()).length]).toEqual([[], 1]);
  });

  it.each([403, 404])('is declined where the bot is not in the team any more (%i)', async (status) => {
    const team = await added(teamOf(2));
    failing = () => status;
    const answer = await roster(team);
    expect([answer.status, answer.said.error]).toEqual([404, expect.stringContaining('inte med i teamet längre')]);
    expect((await roster({ id: '19:okänt' })).status).toBe(404);
  });

  it('is told in the log that HR fetched, without who was on it', async () => {
    await roster(await added(teamOf(2)));
    const { said } = await hr<object[]>('GET', 'log');
    expect(said).toMatchObject([{ act: 'roster', name: 'hanna@region.example' }]);
    expect(running.logged.join('')).not.toContain('region.example');
  });
});
