import { type CampaignView, type Trial } from '../../src/hr/campaigns';
import { type ListView } from '../../src/hr/groups';
import { type Results } from '../../src/hr/results';
import { type RunView } from '../../src/hr/runs';
import { addPeople } from '../verify/audience';
import { draft, local, signIn, type InHr } from './inHr';
import { newManager } from './manager';
import { toMorning, waitFor } from './sent';
import { run, texts, type Running } from './service';
import { type AuditEntry, type Group } from '../../src/hr/ports';

jest.setTimeout(60_000);

let running: Running;
let hanna: InHr;
let holger: InHr;
const managers: ReturnType<typeof newManager>[] = [];
beforeAll(async () => {
  running = await run({ rates: 'none' });
  toMorning(running, 'tis');
  for (let n = 0; n < 14; n++) {
    const manager = newManager(running);
    await manager.say('hej');
    managers.push(manager);
  }
  hanna = await signIn(running, 'Hanna');
  holger = await signIn(running, 'Holger');
});
afterAll(() => running.stop());

const hour = 3_600_000;
const log = () => hanna.get<AuditEntry[]>('log');

/** Launched, and in everybody's chat: after the week in which everybody has already got a card. */
async function sent(over: object = {}) {
  running.pass(8 * 24 * hour);
  toMorning(running, 'tis');
  const { id } = await hanna.make(over);
  await hanna.act(id, 'launch');
  running.pass(2 * hour);
  await waitFor(running, async () => (await hanna.get<CampaignView>(`campaigns/${id}`)).tally.sent >= managers.length);
  return id;
}

describe('a campaign of HR', () => {
  it('is drafted, changed, tried out, sent, answered and closed; the log has each act and no content', async () => {
    const { id } = await hanna.make({ title: 'Hemligt namn' });
    const changed = await hanna.call('PUT', `campaigns/${id}`, { ...draft(running), title: 'Bättre namn' });
    expect(changed.json).toMatchObject({ title: 'Bättre namn', state: 'draft', acts: ['launch'] });
    expect(await hanna.get<Trial>(`campaigns/${id}/trial`)).toMatchObject({
      recipients: 14,
      waiting: 0,
      pushes: { sendings: 0, most: 0 },
      needsApproval: false,
    });
    expect((await hanna.act(id, 'launch')).json).toMatchObject({ state: 'running' });
    running.pass(2 * hour);
    await waitFor(running, async () => (await hanna.get<CampaignView>(`campaigns/${id}`)).tally.sent === 14);
    for (const manager of managers.slice(0, 5)) await manager.press('next', { 'tydliga-ramar': '4' });
    await managers[5]!.press('next', { 'tydliga-ramar': '2' });
    const results = () => hanna.get<Results>(`campaigns/${id}/results`);
    expect((await results()).occurrences).toEqual([]);

    expect((await hanna.act(id, 'close')).json).toMatchObject({ state: 'closed', acts: [] });
    await waitFor(running, () => managers[0]!.shown().includes(texts.campaigns.thanks.slice(-20)));
    const { report } = (await results()).occurrences[0]!;
    expect(report.together!.rows[0]!.options.map(({ count }) => count)).toEqual([0, 1, 0, 5, 0, 0]);
    expect((await hanna.call('GET', `campaigns/${id}/sheet/csv`)).text).toContain('"Ganska tydliga";5;83');
    expect((await hanna.call('GET', `campaigns/${id}/sheet/pdf`)).text).toMatch(/^%PDF-1\.7/);

    const entries = (await log()).filter(({ about }) => about === id);
    expect(entries.map(({ act, name }) => [act, name]).reverse()).toEqual(
      ['draft', 'change', 'launch', 'close', 'export', 'export'].map((act) => [act, 'Hanna']),
    );
    expect(JSON.stringify(await running.stored((db) => db.selectFrom('audit').selectAll().execute()))).not.toMatch(
      /namn|Ramar/,
    );
  });

  it('is not changed or launched by somebody who has seen an older version of it', async () => {
    const { id, revision } = await hanna.make();
    const title = (words: string) => ({ ...draft(running), title: words, revision });
    expect((await holger.call('PUT', `campaigns/${id}`, title('Holgers'))).status).toBe(200);
    const refused = await hanna.call('PUT', `campaigns/${id}`, title('Hannas'));
    expect([refused.status, refused.json.error]).toEqual([409, expect.stringContaining('har ändrat')]);
    expect((await hanna.call('POST', `campaigns/${id}/launch?revision=${revision}`)).status).toBe(409);
    expect(await hanna.get(`campaigns/${id}`)).toMatchObject({
      title: 'Holgers',
      state: 'draft',
      revision: revision + 1,
    });
    expect((await hanna.call('POST', `campaigns/${id}/launch?revision=${revision + 1}`)).status).toBe(200);
    await hanna.act(id, 'cancel');
  });

  it('thanks with the one sentence in which HR promised something, and with the guide that fits; then nothing is changed', async () => {
    const id = await sent();
    const [{ day }] = await hanna.get<[RunView]>(`campaigns/${id}/runs`);
    const { revision } = await hanna.get<CampaignView>(`campaigns/${id}`);
    const write = (by: InHr, text: unknown, seen: unknown = revision) =>
      by.call('PUT', `campaigns/${id}/runs/${day}/promise`, { text, revision: seen });
    expect((await write(holger, 'Vi ses i [mars](http://x).')).status).toBe(200);
    const refused = await write(hanna, 'Något annat.');
    expect([refused.status, refused.json.error]).toEqual([409, expect.stringContaining('har ändrat')]);
    for (const [text, seen] of [['x'.repeat(301)], [7], ['Något annat.', '1'], ['Något annat.', undefined]] as const)
      expect((await write(hanna, text, seen ?? (text === 'Något annat.' ? null : revision + 1))).status).toBe(400);
    expect((await hanna.call('PUT', `campaigns/${id}/runs/2020-01-01/promise`, { text: 'a', revision })).status).toBe(
      404,
    );
    expect(await hanna.get(`campaigns/${id}/runs`)).toMatchObject([
      { promise: 'Vi ses i [mars](http://x).', mayPromise: true },
    ]);

    await hanna.act(id, 'close');
    await waitFor(running, () => managers[0]!.shown().includes(texts.thanksCard.promise));
    expect(managers[0]!.shown()).toMatch(/Vi ses i \(mars\)\(http:.{0,3}\/\/x\)\./);
    const before = managers[0]!.chat.messages.length;
    await managers[0]!.press('guide');
    expect(managers[0]!.shown()).toContain('Klargör ett uppdrag');
    // The guide opens below, and the result stays where it is.
    expect(managers[0]!.chat.messages.length).toBe(before + 1);
    expect((await write(hanna, 'Något annat.', revision + 2)).status).toBe(409);
    expect(await hanna.get(`campaigns/${id}/runs`)).toMatchObject([
      { state: 'published', promise: 'Vi ses i [mars](http://x).', mayPromise: false },
    ]);
    expect((await log()).map(({ act }) => act)).toContain('runPromise');
  });

  it('tells nobody in HR who wants no campaigns: they look like all others, before it is sent and after', async () => {
    const [first] = managers;
    await first!.say('avstå utskick');
    await first!.press('confirmOptOut');
    toMorning(running, 'tis');
    const { id } = await hanna.make();
    expect(await hanna.get<Trial>(`campaigns/${id}/trial`)).toMatchObject({ recipients: managers.length });
    const before = first!.chat.messages.length;
    await hanna.act(id, 'launch');
    running.pass(2 * hour);
    const view = () => hanna.get<CampaignView>(`campaigns/${id}`);
    await waitFor(running, async () => (await view()).tally.sent === managers.length);
    expect((await view()).tally).not.toHaveProperty('declined');
    expect((await hanna.get<RunView[]>(`campaigns/${id}/runs`))[0]).toMatchObject({ recipients: managers.length });
    expect(first!.chat.messages.length).toBe(before);
    await first!.say('få utskick');
    await hanna.act(id, 'recall');
  });

  it('goes on after a pause, stops when it is stopped, and is taken back', async () => {
    const id = await sent();
    expect((await hanna.act(id, 'pause')).json).toMatchObject({
      state: 'paused',
      acts: ['resume', 'cancel', 'recall', 'close'],
    });
    expect((await hanna.act(id, 'resume')).json).toMatchObject({ state: 'running' });
    expect((await hanna.act(id, 'cancel')).json).toMatchObject({ state: 'cancelled' });
    expect((await hanna.act(id, 'launch')).status).toBe(409);
    await hanna.act(id, 'recall');
    await waitFor(running, () => managers[0]!.shown().includes('HR har tagit tillbaka frågan'));
  });

  it('is copied, kept as a template and thrown away as long as it has not been sent', async () => {
    const { id } = await hanna.make();
    const copy = (await hanna.act(id, 'duplicate')).json as unknown as CampaignView;
    const template = (await hanna.act(id, 'template')).json as unknown as CampaignView;
    expect([copy.state, template.state, template.acts]).toEqual(['draft', 'template', []]);
    expect((await hanna.act(template.id, 'launch')).status).toBe(409);
    for (const each of [id, copy.id, template.id])
      expect((await hanna.call('DELETE', `campaigns/${each}`)).status).toBe(200);
    expect((await hanna.call('GET', `campaigns/${id}`)).status).toBe(404);
    const running = await sent();
    expect((await hanna.call('DELETE', `campaigns/${running}`)).status).toBe(409);
  });

  it('is launched once by two who press at once', async () => {
    const { id } = await hanna.make();
    const [one, other] = await Promise.all([hanna.act(id, 'launch'), holger.act(id, 'launch')]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    expect((await log()).filter(({ about, act }) => about === id && act === 'launch')).toHaveLength(1);
    await hanna.act(id, 'cancel');
  });

  it('to a group goes to those on its list, whom HR has seen line by line', async () => {
    const rows = managers.slice(0, 3).map(({ person }) => person.aadObjectId);
    const list = await hanna.call(
      'POST',
      'lists',
      Buffer.from(['id', ...rows, 'ny@region.example', rows[0], '?'].join('\n')),
    );
    const { counts, lines } = list.json as unknown as ListView;
    expect(counts).toEqual({ matched: 3, unknown: 1, duplicate: 1, malformed: 1 });
    const members = lines
      .filter(({ verdict }) => verdict === 'matched' || verdict === 'unknown')
      .map(({ listedAs, unit }) => ({ listedAs, unit }));
    const group = (await hanna.call('POST', 'groups', { title: 'Tre', members })).json as unknown as Group;
    const { id } = await hanna.make({ audience: { kind: 'group', group: group.id } });
    running.pass(8 * 24 * hour);
    expect(await hanna.get(`campaigns/${id}/trial`)).toMatchObject({ recipients: 3, waiting: 1 });
    expect((await hanna.call('DELETE', `groups/${group.id}`)).status).toBe(409);
    await hanna.call('DELETE', `campaigns/${id}`);
    expect((await hanna.call('DELETE', `groups/${group.id}`)).status).toBe(200);
  });

  it('leaves out who is away', async () => {
    const away = `id;från;till\n${managers[0]!.person.aadObjectId};2020-01-01;2030-01-01`;
    expect((await hanna.call('PUT', 'absences', Buffer.from(away))).status).toBe(200);
    expect(
      (await hanna.call('PUT', 'absences', Buffer.from('id;från;till\nx;2020-01-01;2019-01-01'))).json,
    ).toMatchObject({
      lines: [{ verdict: 'malformed' }],
    });
    const { id } = await hanna.make();
    running.pass(8 * 24 * hour);
    expect(await hanna.get(`campaigns/${id}/trial`)).toMatchObject({ absent: 1, recipients: 13 });
    await hanna.call('DELETE', `campaigns/${id}`);
  });

  it('sends somebody in HR the very card, once that person has a chat with the bot', async () => {
    expect((await hanna.call('POST', 'questions/tydliga-ramar/preview')).json.error).toContain('Skriv hej');
    const manager = managers[13]!;
    const inHr = await signIn(running, manager.person.aadObjectId);
    const before = manager.chat.messages.length;
    expect((await inHr.call('POST', 'questions/tydliga-ramar/preview')).status).toBe(200);
    expect(manager.chat.messages.length).toBe(before + 1);
    expect(manager.shown()).toContain('Hur tydliga är ramarna');
    const previews = (await log()).filter(({ act }) => act === 'preview');
    expect(previews).toMatchObject([{ name: manager.person.aadObjectId, about: 'tydliga-ramar' }]);
  });

  // Last: it fills the store with people who are nowhere.
  it('to more than 500 waits for somebody else than who launched it', async () => {
    const many = Array.from({ length: 500 }, (_, n) => ({ id: `p${n}`, address: '{}' }));
    await running.stored((db) => addPeople(db, many));
    const { id } = await hanna.make({
      plan: { kind: 'once', at: local(new Date(running.now().getTime() + 700 * hour)) },
    });
    expect(await hanna.get(`campaigns/${id}/trial`)).toMatchObject({ needsApproval: true });
    expect((await hanna.act(id, 'launch')).json).toMatchObject({
      state: 'awaiting',
      ownLaunch: true,
      acts: ['cancel'],
    });
    expect((await hanna.act(id, 'approve')).json.error).toContain('Någon annan än du');
    expect(await holger.get(`campaigns/${id}`)).toMatchObject({ state: 'awaiting', acts: ['approve', 'cancel'] });
    expect((await holger.act(id, 'approve')).json).toMatchObject({ state: 'running' });
  });
});
