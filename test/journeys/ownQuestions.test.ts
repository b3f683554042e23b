import { type CampaignView } from '../../src/hr/campaigns';
import { type QuestionSetPreview } from '../../src/hr/previewQuestionSet';
import { type QuestionSetView } from '../../src/hr/questionSets';
import { type QuestionView } from '../../src/hr/questions';
import { type QuoteView } from '../../src/hr/quotes';
import { type AuditEntry } from '../../src/hr/ports';
import { type Results } from '../../src/hr/results';
import { draft, signIn, type InHr } from './inHr';
import { newManager } from './manager';
import { toMorning, waitFor } from './sent';
import { run, texts, type Running } from './service';

jest.setTimeout(60_000);

let running: Running;
let hanna: InHr;
let holger: InHr;
const managers: ReturnType<typeof newManager>[] = [];
beforeAll(async () => {
  running = await run({ rates: 'none' });
  toMorning(running, 'tis');
  for (let n = 0; n < 6; n++) {
    const manager = newManager(running);
    await manager.say('hej');
    managers.push(manager);
  }
  hanna = await signIn(running, 'Hanna');
  holger = await signIn(running, 'Holger');
});
afterAll(() => running.stop());
afterEach(() => expect(running.channel.refusals).toEqual([]));

const hour = 3_600_000;
const meeting = { kind: 'choice', ask: 'Vad tar mest tid?', intro: '', options: ['Möten', 'Rapporter', 'Schema'] };
const words = (over: object = {}) => ({ title: 'Tiden', principle: 'tillit', questions: [meeting], ...over });
const keep = async (over: object = {}) =>
  (await hanna.call('POST', 'sets', { ...words(), ready: true, ...over })).json as unknown as QuestionSetView;
const change = (inHr: InHr, set: QuestionSetView, over: object = {}) =>
  inHr.call('PUT', `sets/${set.id}`, { ...words(over), revision: set.revision });

describe("a question of HR's own", () => {
  it('is seen as the card, quoted, kept, sent, answered by several on one card, counted once, and thanked for', async () => {
    const [quote] = (await hanna.call('POST', 'sets/quotes', { search: 'Hur undviker jag detaljstyrning?' }))
      .json as unknown as QuoteView[];
    const { document, quote: said } = quote!;
    const questions = [
      { ...meeting, source: { document, quote: said } },
      { kind: 'scale', ask: 'Hur lätt är det att säga nej?', intro: '', poles: ['Svårt', 'Lätt'] },
      { kind: 'text', ask: 'Vad kan ni sluta med?', intro: '' },
    ];
    const seen = (await hanna.call('POST', 'sets/preview', words({ questions }))).json as unknown as QuestionSetPreview;
    expect(seen.findings).toEqual([]);
    const set = await keep({ questions });
    expect(set).toMatchObject({ state: 'ready', revision: 0, questions });
    const [listed] = await hanna.get<QuestionView[]>('questions');
    expect(listed).toMatchObject({ id: set.flow, kind: 'own', ask: 'Vad tar mest tid?', counted: true });

    const { id } = await hanna.make({ flow: set.flow });
    await hanna.act(id, 'launch');
    running.pass(2 * hour);
    await waitFor(running, () => managers.every((manager) => manager.shown().includes('Vad tar mest tid?')));
    const shown = managers[0]!.shown();
    for (const part of ['Vill inte svara', 'Skriv om saken', 'Närmare ”Lätt”', said.replace(/^- /, '').slice(0, 20)])
      expect([part, JSON.stringify(seen.card).includes(part), shown.includes(part)]).toEqual([part, true, true]);
    for (const [n, manager] of managers.entries()) {
      const inputs = { 'fraga-1': n < 5 ? 'svar-1' : 'vill-inte-svara', 'fraga-2': n < 4 ? '5' : 'declined' };
      await manager.press('next', { ...inputs, 'fraga-3': n === 0 ? 'Papegojor' : '' });
    }
    await hanna.act(id, 'close');
    await waitFor(running, () => managers[0]!.shown().includes(texts.campaigns.thanks.slice(-20)));
    expect(managers[0]!.shown()).toMatch(/Vad tar mest tid\?.*Möten.*83 %.*Hur lätt är det att säga nej\?/);
    const { occurrences } = await hanna.get<Results>(`campaigns/${id}/results`);
    const rows = occurrences[0]!.report.together!.rows.map(({ options }) => options.map(({ count }) => count));
    expect(rows).toEqual([
      [5, 0, 0, 1],
      [0, 0, 0, 0, 4, 0, 2],
    ]);
    expect((await hanna.call('GET', `campaigns/${id}/sheet/csv`)).text).toContain('"Möten";5;83');
    await managers[0]!.say('mina svar');
    expect(managers[0]!.shown()).toContain('Tiden');
    expect(JSON.stringify(await hanna.get(`campaigns/${id}/results`)) + running.logged.join('')).not.toMatch(
      /papegoj/i,
    );
  });

  it('is refused with a health question, a grade or a name, and may wait as a draft', async () => {
    for (const ask of ['Är du sjukskriven?', 'Hur bra är din chef?', 'Vad gör Kerstin bra?']) {
      const questions = [{ ...meeting, ask }];
      const { status, json } = await hanna.call('POST', 'sets', words({ questions, ready: true }));
      expect([ask, status, Object.keys(json.fields as object)]).toEqual([ask, 400, ['questions.0.ask']]);
      const kept = await keep({ questions, ready: false });
      expect(kept).toMatchObject({ state: 'draft', findings: [{ stops: true }] });
      const sent = await hanna.call('POST', 'campaigns', { ...draft(running), flow: kept.flow });
      expect([sent.status, sent.json.error]).toEqual([400, expect.stringContaining('utkast')]);
    }
  });

  it.each<[string, object, string]>([
    ['no question', { questions: [] }, 'questions'],
    ['four questions', { questions: [meeting, meeting, meeting, meeting] }, 'questions'],
    ['one option', { questions: [{ ...meeting, options: ['Möten'] }] }, 'questions.0.options'],
    ['the same option twice', { questions: [{ ...meeting, options: ['Ja', 'ja'] }] }, 'questions.0.options'],
    ['markup', { questions: [{ ...meeting, ask: '[Tryck](https://elak.example)' }] }, 'questions.0.ask'],
    ['a template', { questions: [{ ...meeting, options: ['${place}', 'b'] }] }, 'questions.0.options.0'],
    ['a quotation that nobody has said', { questions: [{ ...meeting, source: { document: 'gavleborg-goda-exempel', quote: 'Detta står ingenstans.' } }] }, 'questions.0.source'], // oxfmt-ignore
    ['a document outside the library', { questions: [{ ...meeting, source: { document: '../README', quote: 'Tillit' } }] }, 'questions.0.source'], // oxfmt-ignore
    ['an unknown principle', { principle: '__proto__' }, 'principle'],
  ])('is not kept with %s: the field and the remedy are named', async (_what, over, field) => {
    const before = await hanna.get('sets');
    const { status, json } = await hanna.call('POST', 'sets', words(over));
    expect([status, Object.keys(json.fields as object)]).toEqual([400, [field]]);
    expect(await hanna.get('sets')).toEqual(before);
  });

  it('is not overwritten by somebody who has not seen the latest', async () => {
    const set = await keep();
    expect((await change(holger, set, { title: 'Tid' })).status).toBe(200);
    const refused = await change(hanna, set, { title: 'Andras tid' });
    expect([refused.status, refused.json.error]).toEqual([409, expect.stringContaining('har ändrat')]);
    const stale = await hanna.call('POST', `sets/${set.id}/retire?revision=${set.revision}`);
    expect(stale.status).toBe(409);
    expect(await hanna.get(`sets/${set.id}`)).toMatchObject({ title: 'Tid', state: 'ready', revision: 1 });
  });

  it('stays as it was launched, while drafts get the change and a person who has seen the draft is told', async () => {
    running.pass(8 * 24 * hour);
    const set = await keep();
    const launched = await hanna.launch({ flow: set.flow });
    const waiting = await hanna.make({ flow: set.flow });
    const questions = [{ ...meeting, ask: 'Vad tar minst tid?' }];
    const changed = (await change(hanna, set, { questions })).json as unknown as QuestionSetView;
    expect(changed.flow).not.toBe(set.flow);
    const of = (id: string) => hanna.get<CampaignView>(`campaigns/${id}`);
    expect(await of(launched.id)).toMatchObject({ flow: set.flow, question: 'Vad tar mest tid?' });
    expect(await of(waiting.id)).toMatchObject({ flow: changed.flow, question: 'Vad tar minst tid?' });
    const stale = await hanna.call('POST', `campaigns/${waiting.id}/launch?revision=${waiting.revision}`);
    expect([stale.status, stale.json.error]).toEqual([409, expect.stringContaining('har ändrat')]);
    const copy = (await hanna.act(launched.id, 'duplicate')).json;
    expect(copy).toMatchObject({ flow: changed.flow });

    expect((await hanna.call('POST', `sets/${set.id}/retire?revision=1`)).json).toMatchObject({ state: 'retired' });
    expect((await hanna.act(waiting.id, 'launch')).json.error).toContain('tillbakadragen');
    expect((await hanna.get<QuestionView[]>('questions')).map(({ id }) => id)).not.toContain(changed.flow);
    expect((await change(hanna, { ...changed, revision: 2 })).status).toBe(409);
    running.pass(2 * hour);
    await waitFor(running, () => managers[1]!.shown().includes('Vad tar mest tid?'));
    const again = (await hanna.call('POST', `sets/${set.id}/copy`)).json;
    expect(again).toMatchObject({ state: 'draft', questions });
    const acts = (await hanna.get<AuditEntry[]>('log')).filter(({ about }) => about === set.id).map(({ act }) => act);
    expect(acts).toEqual(['retireQuestionSet', 'changeQuestionSet', 'questionSet']);
  });
});
