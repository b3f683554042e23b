import { draft, signIn, type InHr } from './inHr';
import { run, type Running } from './service';

let running: Running;
let hanna: InHr;
beforeAll(async () => {
  running = await run({ rates: 'none' });
  hanna = await signIn(running, 'Hanna');
  await hanna.make();
});
afterAll(() => running.stop());

const everything = async () => JSON.stringify(await hanna.get('campaigns'));

describe('what HR asks for', () => {
  it('may be a group of 20,000', async () => {
    const members = Array.from({ length: 20_000 }, (_, n) => ({
      listedAs: `forvaltningschef.nummer.${n}@region.example`,
      unit: 'Förvaltningen för hälso- och sjukvård i regionens norra del',
    }));
    const { status, json } = await hanna.call('POST', 'groups', { title: 'Alla i norr', members });
    expect([status, json.size]).toEqual([200, 20_000]);
  });

  it.each<[string, () => unknown, string]>([
    ['no name', () => ({ title: ' ' }), 'title'],
    ['a time that has been', () => ({ plan: { kind: 'once', at: '2020-01-01T09:00' } }), 'plan'],
    ['a day that is none', () => ({ plan: { kind: 'once', at: '2027-02-30T09:00' } }), 'plan'],
    ['an unknown question', () => ({ flow: '__proto__' }), 'flow'],
    ['an unknown group', () => ({ audience: { kind: 'group', group: 'constructor' } }), 'audience'],
    ['results from five', () => ({ least: 5 }), 'least'],
  ])('is not written down with %s: the field and the remedy are named', async (_what, over, field) => {
    const before = await everything();
    const { status, json } = await hanna.call('POST', 'campaigns', { ...draft(running), ...(over() as object) });
    expect(status).toBe(400);
    expect(Object.keys(json.fields as object).some((name) => name.startsWith(field))).toBe(true);
    expect(await everything()).toBe(before);
  });

  it.each<[string, string, string, unknown, number]>([
    ['what is no JSON', 'POST', 'campaigns', '{', 400],
    ['a list', 'POST', 'campaigns', [], 400],
    ['more than there is', 'POST', 'campaigns', { title: 'x', state: 'running' }, 400],
    ['somebody else’s id', 'GET', 'campaigns/__proto__', undefined, 404],
    ['a path out of it', 'GET', 'campaigns/..%2F..%2Fme', undefined, 404],
    ['an act that is none', 'POST', 'campaigns/x/toString', undefined, 404],
    ['an act on nothing', 'POST', 'campaigns/x/launch', undefined, 404],
    ['a card of no question', 'GET', 'questions/__proto__/card', undefined, 404],
    ['an upload of three megabytes', 'POST', 'lists', Buffer.alloc(3_000_000, 'a'), 413],
    ['a picture', 'POST', 'lists', Buffer.from('89504e470d0a1a0a0000', 'hex'), 400],
    ['a group of nobody', 'POST', 'groups', { title: 'Ingen', members: [] }, 400],
    ['a group without members', 'POST', 'groups', { title: 'x' }, 400],
    ['a group that is gone', 'PUT', 'groups/x', { title: 'x', members: [{ listedAs: 'a@b.se', unit: '' }] }, 404],
  ])('answers %s clearly, and changes nothing', async (_what, method, path, body, expected) => {
    const before = await everything();
    const { status, json } = await hanna.call(method, path, body);
    expect(status).toBe(expected);
    expect(String(json.error)).toMatch(/\S/);
    expect(await everything()).toBe(before);
  });
});
