import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DocumentView } from '../../src/hr/documentViews';
import { type Group } from '../../src/hr/ports';
import { copySmallLibrary } from '../knowledge/library';
import { type InHr, signIn } from './inHr';
import { anna, bo, run, texts, wordsOf, type Running } from './service';
import { follow, linksOf } from './sourceLinks';

jest.setTimeout(120_000);

const minute = 60_000;
const question = 'Hur ofta avkalkas kaffebryggaren?';
const secret = 'varje fredag';
const seed = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
let running: Running;
let hr: InHr;
let group: Group;
let document: DocumentView;

beforeAll(async () => {
  copySmallLibrary(seed);
  running = await run({ seed });
  hr = await signIn(running, 'Hanna HR');
  await say(anna, 'hej');
  await say(bo, 'hej');
  group = await groupOf([anna.aadObjectId]);
  const text = 'Kaffehandboken\n\nKaffebryggaren avkalkas varje fredag av den som senast bryggde.';
  const draft = (await hr.send('documents?name=kaffe.txt', text)).json as unknown as DocumentView;
  const { title, date, kind, weight, url, revision } = draft;
  const audience = { kind: 'group', group: group.id };
  const facts = { title, publisher: 'Kafferådet', date, kind, weight, url, audience, revision };
  document = (await hr.call('PUT', `documents/${draft.id}`, facts)).json as unknown as DocumentView;
  const published = await hr.call('POST', `documents/${draft.id}/publish?revision=${document.revision}`);
  document = published.json as unknown as DocumentView;
  while (!wordsOf(await say(anna)).includes(secret)) await running.lookAtDocuments();
});
afterAll(async () => {
  await running.stop();
  rmSync(seed, { recursive: true });
});

async function groupOf(members: readonly string[]): Promise<Group> {
  const listed = members.map((listedAs) => ({ listedAs, unit: '' }));
  return (await hr.call('POST', 'groups', { title: 'Fikagruppen', members: listed })).json as unknown as Group;
}

const say = (person: typeof anna, text = question, chat = running.chat(person)) =>
  running.channel.say(chat, person, text);

/** A press that no card of the person's own has. */
const press = (person: typeof anna, verb: string, data: object) => {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  return running.channel.post(running.chat(person), person, { type: 'invoke', name: 'adaptiveCard/action', value });
};
const saidBy = (turn: Awaited<ReturnType<typeof say>>) => `${wordsOf(turn)} ${JSON.stringify(turn.body)}`;

describe('a document for a group', () => {
  it('is found by a member, and by nobody else', async () => {
    expect(wordsOf(await say(anna))).toContain(secret);
    const others = wordsOf(await say(bo));
    expect(others).not.toContain(secret);
    expect(others).not.toContain('Kafferådet');
  });

  it('is not found by a name that only it has, nor by its title', async () => {
    for (const text of ['Vad säger Kafferådet?', 'Kaffehandboken', 'vad säger kafferådet om fredag']) {
      expect(saidBy(await say(bo, text))).not.toContain(secret);
      expect(saidBy(await say(bo, text))).not.toContain('Kaffehandboken:');
    }
  });

  it('is not found in a group chat, not even by a member: others read along', async () => {
    const chat = running.channel.conversation({ id: '19:fika', type: 'groupChat', members: [anna, bo] });
    expect(wordsOf(await say(anna, question, chat))).not.toContain(secret);
  });

  it('is not reached by a question that goes on from another', async () => {
    const chat = running.chat(bo);
    await say(bo, question, chat);
    for (const text of ['mer', 'och hur ofta då?', 'vad säger Kafferådet då?'])
      expect(wordsOf(await say(bo, text, chat))).not.toContain(secret);
  });

  it('is neither cited nor asked for by a button that somebody else had', async () => {
    const passage = `${document.id}#1`;
    expect(saidBy(await press(anna, 'cite', { passage }))).toContain(secret);
    expect(saidBy(await press(bo, 'cite', { passage }))).not.toContain(secret);
    expect(saidBy(await press(bo, 'cite', { passage }))).toContain(texts.passageGone);
    expect(saidBy(await press(bo, 'ask', { question }))).not.toContain(secret);
  });

  it('stands in nobody’s list of all documents', async () => {
    expect(wordsOf(await say(bo, 'om'))).not.toContain('Kaffehandboken');
  });

  it('is no quotation that HR can put beside a question for everyone', async () => {
    const { text } = await hr.call('POST', 'sets/quotes', { search: question });
    expect(text).not.toContain(secret);
  });

  it('is opened by a link that ends after a quarter of an hour', async () => {
    const [link = ''] = linksOf(await say(anna));
    expect((await follow(link)).page).toContain(secret);
    const named = link.replace(/\d+-[0-9a-f-]+\./, '99999.');
    expect((await follow(named)).status).toBe(404);
    running.pass(16 * minute);
    const { status, page } = await follow(link);
    expect([status, page.includes(secret), page.includes(texts.document.expiredForGroup.lead)]).toEqual([
      410,
      false,
      true,
    ]);
  });

  it('keeps the group: it is not removed while a document is for it', async () => {
    expect((await hr.call('DELETE', `groups/${group.id}`)).status).toBe(409);
  });

  it('is hidden from who is in the group no more, at once', async () => {
    const members = [{ listedAs: bo.aadObjectId, unit: '' }];
    await hr.call('PUT', `groups/${group.id}`, { title: 'Fikagruppen', members });
    expect(wordsOf(await say(anna))).not.toContain(secret);
    expect(wordsOf(await say(bo))).toContain(secret);
  });

  it('is shown to nobody by links of the time when everyone might read it', async () => {
    const view = async () => hr.get<DocumentView>(`documents/${document.id}`);
    const change = async (audience: object) => {
      const { title, publisher, date, kind, weight, url, revision } = await view();
      const facts = { title, publisher, date, kind, weight, url, audience, revision };
      expect((await hr.call('PUT', `documents/${document.id}`, facts)).status).toBe(200);
    };
    await change({ kind: 'everyone' });
    let turn = await say(anna);
    while (!wordsOf(turn).includes(secret)) {
      await running.lookAtDocuments();
      turn = await say(anna);
    }
    const [link = ''] = linksOf(turn);
    expect((await follow(link)).status).toBe(200);
    await change({ kind: 'group', group: group.id });
    while (wordsOf(await say(anna)).includes(secret)) await running.lookAtDocuments();
    expect((await follow(link)).status).toBe(410);
  });

  it('leaves no words of it in the log', () => {
    expect(running.logged.filter((line) => line.includes(secret))).toEqual([]);
  });
});
