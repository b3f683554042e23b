import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DocumentEntry, type DocumentView, type TriedQuestion } from '../../src/hr/documentViews';
import { hrTexts } from '../../src/shared/catalogues';
import { copySmallLibrary } from '../knowledge/library';
import { type InHr, signIn } from './inHr';
import { anna, run, wordsOf, type Running } from './service';

jest.setTimeout(60_000);

const seed = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
let running: Running;
let hr: InHr;
beforeAll(async () => {
  copySmallLibrary(seed);
  running = await run({ seed });
  hr = await signIn(running, 'Hanna HR');
});
afterAll(async () => {
  await running.stop();
  rmSync(seed, { recursive: true });
});

const question = 'Hur ofta avkalkas kaffebryggaren?';
const say = async (text = question) => wordsOf(await running.channel.say(running.chat(), anna, text));

/** Until this instance answers by what the store has now. */
async function saysUntil(isWanted: (words: string) => boolean): Promise<string> {
  for (;;) {
    await running.lookAtDocuments();
    const words = await say();
    if (isWanted(words)) return words;
  }
}

const view = (json: unknown) => json as DocumentView;
const facts = (document: DocumentView, over: object = {}) => {
  const { title, publisher, date, kind, weight, url, audience, revision } = document;
  return { title, publisher, date, kind, weight, url, audience, revision, ...over };
};
const act = async (document: DocumentView, verb: string) => {
  const { status, json } = await hr.call('POST', `documents/${document.id}/${verb}?revision=${document.revision}`);
  expect([verb, status, json.error]).toEqual([verb, 200, undefined]);
  return view(json);
};

describe('a document that HR uploads', () => {
  let document: DocumentView;

  it('is a draft with what the file says, and answers nobody', async () => {
    const { status, json } = await hr.send(
      'documents?name=Kaffehandboken.txt',
      'Kaffehandboken\n\nKaffebryggaren avkalkas varje fredag av den som senast bryggde.',
    );
    expect(status).toBe(200);
    document = view(json);
    expect(document).toMatchObject({ id: 'kaffehandboken', state: 'draft', version: 1, publisher: '', hasDraft: true });
    expect(document.acts).toEqual(['publish', 'discard', 'replace']);
    expect(document.blocks.map(({ text }) => text).join('\n')).toContain('varje fredag');
    await running.lookAtDocuments();
    expect(await say()).not.toContain('varje fredag');
  });

  it('can be tried as if it were published', async () => {
    const { json } = await hr.call('POST', 'documents/try', { question, draft: document.id });
    const tried = json as unknown as TriedQuestion;
    expect(tried).toMatchObject({ outcome: 'found', quotes: [{ document: document.id }] });
    expect((await hr.call('POST', 'documents/try', { question })).json.outcome).not.toBe('found');
    const facts = await hr.call('POST', 'documents/try', { question: 'vilket år kom redovisningen från Jämtland' });
    expect(facts.json.reasons).toEqual([hrTexts.tried.documents]);
  });

  it('is not published before somebody says who stands behind it, nor over what somebody else has changed', async () => {
    const refused = await hr.call('POST', `documents/${document.id}/publish?revision=${document.revision}`);
    expect([refused.status, Object.keys(refused.json.fields as object)]).toEqual([400, ['publisher']]);
    const { json } = await hr.call('PUT', `documents/${document.id}`, facts(document, { publisher: 'Region Prov' }));
    const stale = await hr.call('POST', `documents/${document.id}/publish?revision=${document.revision}`);
    expect(stale.status).toBe(409);
    document = view(json);
    expect(document.publisher).toBe('Region Prov');
  });

  it('answers when it is published, and stands under om', async () => {
    document = await act(document, 'publish');
    expect(document).toMatchObject({ state: 'published', hasDraft: false, acts: ['withdraw', 'undo', 'replace'] });
    expect(await saysUntil((words) => words.includes('varje fredag'))).toContain('Region Prov');
    expect(await say('om')).toContain('Kaffehandboken');
  });

  it('answers with the former words until a replacement is published, and then with the new ones alone', async () => {
    const { json } = await hr.send(
      `documents/${document.id}/file?name=ny.txt&revision=${document.revision}`,
      'Kaffehandboken\n\nKaffebryggaren avkalkas varje måndag av den som först brygger.',
    );
    document = view(json);
    expect(document).toMatchObject({ state: 'published', version: 2, hasDraft: true, publisher: 'Region Prov' });
    await running.lookAtDocuments();
    expect(await say()).toContain('varje fredag');
    document = await act(document, 'publish');
    expect(await saysUntil((words) => words.includes('varje måndag'))).not.toContain('varje fredag');
  });

  it('answers no more when it is withdrawn, and again when that is undone', async () => {
    document = await act(document, 'withdraw');
    await saysUntil((words) => !words.includes('varje måndag'));
    document = await act(document, 'undo');
    await saysUntil((words) => words.includes('varje måndag'));
  });

  it('gives way to a newer edition that is published in its place, and HR is told of both until then', async () => {
    const { json } = await hr.send(
      'documents?name=Kaffehandboken%202027.txt',
      'Kaffehandboken 2027\n\nKaffebryggaren avkalkas varje torsdag av den som sist gick hem.',
    );
    const { id } = view(json);
    const said = facts(view(json), { publisher: 'Region Prov', date: '2027' });
    const newer = view((await hr.call('PUT', `documents/${id}`, said)).json);
    expect(newer.older).toEqual([{ id: document.id, title: 'Kaffehandboken', date: '' }]);
    const path = `documents/${id}/publish?revision=${newer.revision}`;
    const both = view((await hr.call('POST', path)).json);
    const listed = (await hr.get<DocumentEntry[]>('documents')).find((each) => each.id === document.id);
    expect(listed?.reviews).toEqual([{ kind: 'newer', id, title: 'Kaffehandboken 2027', date: '2027' }]);
    const draft = await act(both, 'undo');
    await hr.call('POST', `documents/${id}/publish?revision=${draft.revision}&withdraws=${document.id}`);
    // Both may have answered for a while.
    await saysUntil((words) => words.includes('varje torsdag') && !words.includes('varje måndag'));
    document = await hr.get<DocumentView>(`documents/${document.id}`);
    expect(document).toMatchObject({ state: 'withdrawn', reviews: [] });
  });

  it('has a history of who did what', () => {
    expect(document.history.map(({ act: what, name }) => `${what} ${name}`)).toEqual(
      ['withdraw', 'undo', 'withdraw', 'publish', 'replace', 'publish', 'change', 'add'].map(
        (what) => `${what} Hanna HR`,
      ),
    );
  });
});

describe('the documents of a release', () => {
  it('are in the store, published, and listed for HR', async () => {
    const entries = await hr.get<DocumentEntry[]>('documents');
    expect(entries.filter(({ state }) => state === 'published').map(({ id }) => id)).toContain('skane-motionssvar');
  });

  it('are not withdrawn while a guide quotes them, and the refusal names it', async () => {
    const document = await hr.get<DocumentView>('documents/gavleborg-goda-exempel');
    const { status, json } = await hr.call('POST', `documents/${document.id}/withdraw?revision=${document.revision}`);
    expect(status).toBe(409);
    expect(json.error).toMatch(/citeras i guiden ”/);
  });
});
