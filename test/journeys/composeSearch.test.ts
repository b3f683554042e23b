import { type Json, type Turn } from '../../tools/localTeams/localTeams';
import { cardObjection } from '../../tools/localTeams/rules';
import { partsOf } from '../../tools/localTeams/inputs';
import { anna, bo, run, texts, type Running } from './service';

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterAll(() => running.stop());

/** A search from the compose box of a chat between people, where the bot need not be. */
function search(value: unknown): Promise<Turn> {
  const chat = running.channel.conversation({ id: '19:kollegor', type: 'groupChat', members: [anna, bo] });
  return running.channel.post(chat, anna, { type: 'invoke', name: 'composeExtension/query', value });
}
const searchFor = (query: string) =>
  search({ commandId: 'search', parameters: [{ name: 'query', value: query }], queryOptions: { skip: 0, count: 25 } });

interface Attachment {
  readonly content: Json;
  readonly preview: { readonly content: { readonly title: string; readonly text: string } };
}
const extensionOf = (turn: Turn) =>
  (turn.body as { composeExtension: { type: string; text?: string; attachments?: Attachment[] } }).composeExtension;
const hitsOf = (turn: Turn) => extensionOf(turn).attachments ?? [];

describe('a search from the compose box', () => {
  it('finds quotations: a preview with publisher and year, and a card with the source and no button', async () => {
    const hits = hitsOf(await searchFor('Vad är tillitsbaserad styrning?'));
    expect(hits.length).toBeGreaterThan(1);
    for (const { content, preview } of hits) {
      expect(preview.content.title).toMatch(/\S/);
      expect(preview.content.text).toMatch(/(\d{4}|odaterad)/);
      expect(cardObjection(content)).toBeUndefined();
      expect(partsOf(content, 'Action.')).toEqual([]);
      expect(JSON.stringify(content)).toMatch(/[Rr]egion|Vänsterpartiet/);
    }
  });

  it.each([
    ['just opened', { commandId: 'search', parameters: [{ name: 'initialRun', value: 'true' }] }],
    ['empty', { commandId: 'search', parameters: [{ name: 'query', value: '  ' }] }],
  ])('that is %s shows topics', async (_, value) => {
    const hits = hitsOf(await search(value));
    expect(hits.length).toBeGreaterThan(3);
    for (const { preview } of hits) expect(preview.content.text).toContain(texts.compose.topic);
  });

  it('finds a guide by its name, with what it is for', async () => {
    const found = hitsOf(await searchFor('delegering')).find(({ preview }) =>
      preview.content.text.includes(texts.compose.guide),
    );
    expect(JSON.stringify(found?.content)).toContain('skriv *guider*');
  });

  it('has no hits for what the documents do not know, nor for a region that they do not name', async () => {
    for (const query of ['Får min kanariefågel bo i fikarummet?', 'Hur många anställda har Region Stockholm?']) {
      const answer = extensionOf(await searchFor(query));
      expect([query, answer.type, answer.text]).toEqual([query, 'message', expect.stringContaining('Det står inte')]);
    }
  });

  it('answers a case for people with people, and never with a quotation', async () => {
    const answer = extensionOf(await searchFor('Jag orkar inte leva längre'));
    expect(answer).toMatchObject({ type: 'message', text: expect.stringContaining(texts.concern.danger) as string });
    expect(answer.attachments).toBeUndefined();
  });

  it('keeps nothing: no person, no words, no turn, and no word in the log', async () => {
    await searchFor('Får xantippas kanariefågel parkering?');
    const tables = ['people', 'activities', 'unanswered', 'answers'] as const;
    for (const table of tables)
      expect([table, await running.stored((db) => db.selectFrom(table).selectAll().execute())]).toEqual([table, []]);
    expect(running.logged.join('')).not.toMatch(/xantippa|kanarie|parkering/i);
  });

  it.each([
    ['nothing', undefined],
    ['another command', { commandId: 'erase', parameters: [] }],
    ['no parameters', { commandId: 'search' }],
    ['parameters that are none', { commandId: 'search', parameters: 'query' }],
  ])('with %s is refused', async (_, value) => {
    expect((await search(value)).status).toBe(400);
  });

  it.each([
    ['a value that is no text', { name: 'query', value: { a: 1 } }],
    ['what looks like a query language', { name: 'query', value: 'semesterlön~8 +tillit* ${x} "' }],
    ['as much as a message holds', { name: 'query', value: 'tillit '.repeat(4000) }],
  ])('takes %s without harm', async (_, parameter) => {
    const turn = await search({ commandId: 'search', parameters: [null, parameter] });
    expect(turn.status).toBe(200);
    for (const { content } of hitsOf(turn)) expect(cardObjection(content)).toBeUndefined();
  });
});
