import { type Json } from '../../tools/localTeams/localTeams';
import { partsOf } from '../../tools/localTeams/inputs';
import { cardOf, newestCard } from './walk';
import { anna, bo, run, texts, wordsOf, type Running } from './service';

let running: Running;
let chat: ReturnType<Running['chat']>;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
beforeEach(async () => {
  chat = running.chat(anna);
  for (const table of ['sessions', 'moves'] as const) await running.stored((db) => db.deleteFrom(table).execute());
  await running.channel.say(chat, anna, 'delegering');
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const stored = () => running.stored((db) => db.selectFrom('moves').selectAll().execute());
const nextButton = () => partsOf(cardOf(newestCard(chat)), 'Action.').find(({ verb }) => verb === 'next')!;

/** A press with any data, which no real client would send. */
function forge(data: unknown, verb = 'next', person = anna) {
  const where = person === anna ? chat : running.chat(person);
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  const gesture = { type: 'invoke', name: 'adaptiveCard/action', replyToId: newestCard(chat).id, value };
  return running.channel.post(where, person, person === anna ? gesture : { ...gesture, replyToId: undefined });
}

const verbs = ['next', 'back', 'pause', 'resume', 'stop', 'open', 'erase', 'eraseForGood', 'answer'];

describe("another person's session", () => {
  it.each(verbs)('is as if it were not there: %s', async (verb) => {
    const data = { ...(nextButton().data as Json), uppdrag: 'Bos ord', text: 'Bos ord' };
    const turn = await forge(data, verb, bo);
    expect(`${JSON.stringify(turn.body)} ${wordsOf(turn)}`).toContain('Jag hittar inte den guiden');
    expect(await stored()).toEqual([]);
    expect(await running.stored((db) => db.selectFrom('sessions').select('id').execute())).toHaveLength(1);
  });

  it('answers the same as one that never was', async () => {
    const data = nextButton().data as Json;
    const [theirs, nobodys] = [await forge(data, 'open', bo), await forge({ ...data, session: 'aldrig' }, 'open', bo)];
    expect(nobodys.body).toEqual(theirs.body);
  });
});

describe('tampered data', () => {
  it.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['a list', []],
    ['no session', { card: 'uppdrag', revision: 0 }],
    ['objects for ids', { session: {}, card: [], revision: '0' }],
    ['a negative revision', { session: 'x', card: 'uppdrag', revision: -1 }],
  ])('gets a clear reply and changes nothing: %s', async (_, data) => {
    for (const verb of verbs) {
      const turn = await forge(data, verb);
      expect(turn.status).toBe(200);
      expect(JSON.stringify(turn.body)).toMatch(/fungerar inte längre|hittar inte/);
    }
    expect(await stored()).toEqual([]);
  });

  it('of a card that the guide has not, keeps what was typed and shows where the manager is', async () => {
    const turn = await forge({ ...(nextButton().data as Json), card: 'fanns', fanns: 'Mina ord' });
    expect(JSON.stringify(turn.body)).toContain('steg 1 av 8');
    expect(await stored()).toHaveLength(1);
    await running.channel.say(chat, anna, 'mina svar');
    await running.channel.press(chat, anna, 'open');
    expect(JSON.stringify(cardOf(newestCard(chat)))).toContain('Mina ord');
  });

  it.each(['constructor', '__proto__', 'finns-inte', 'ja,nej'])(
    'takes no option that is not offered: %s',
    async (option) => {
      await running.channel.say(chat, anna, 'avbryt');
      await running.channel.say(chat, anna, 'vad förordar du');
      const turn = await forge({ ...(nextButton().data as Json), lage: option });
      expect(JSON.stringify(turn.body)).toContain(texts.coaching.problems.notAnOption);
      expect(
        await running.stored((db) => db.selectFrom('moves').selectAll().where('kind', '=', 'next').execute()),
      ).toEqual([]);
    },
  );

  it('starts no guide that there is not', async () => {
    const turn = await forge({ flow: 'finns-inte' }, 'start');
    expect(JSON.stringify(turn.body)).toContain(texts.coaching.unknownGuide);
  });
});

describe('what a person writes', () => {
  it('of 100 KB gets a clear reply, and nothing is kept', async () => {
    const turn = await forge({ ...(nextButton().data as Json), uppdrag: 'å'.repeat(100_000) });
    expect(JSON.stringify(turn.body)).toContain('Texten är för lång');
    expect(await stored()).toEqual([]);
  });

  it('is shown as it was written: no template, link, image or mention comes of it', async () => {
    const words = '${texts.error} [länk](http://x.example) ![bild](http://y.example/z.png) <at>Chefen</at> **fet**';
    await running.channel.press(chat, anna, 'next', { inputs: { uppdrag: words } });
    await running.channel.press(chat, anna, 'back');
    const [input] = partsOf(cardOf(newestCard(chat)), 'Input.');
    expect(String(input?.value).replace('\u2060', '')).toBe(words);
    await running.channel.press(chat, anna, 'next');
    await running.channel.say(chat, anna, 'mina svar');
    await running.channel.press(chat, anna, 'open');
    const card = cardOf(newestCard(chat));
    const runs = partsOf(card, 'TextRun').map(({ text }) => String(text).replace('\u2060', ''));
    expect(runs).toContain(words);
    expect(partsOf(card, 'TextBlock').filter(({ text }) => String(text).includes('länk'))).toEqual([]);
    expect(partsOf(card, 'Image')).toEqual([]);
    expect(newestCard(chat).activity.entities ?? []).toEqual([]);
  });
});

describe('a flow whose file is gone', () => {
  it('leaves the manager’s words to read and erase, and is no dead end', async () => {
    await running.channel.press(chat, anna, 'next', { inputs: { uppdrag: 'Sommarschemat' } });
    const button = nextButton();
    await running.stored((db) => db.updateTable('sessions').set({ flow: 'borta' }).execute());
    const turn = await running.channel.press(chat, anna, button, { inputs: { syfte: 'x' } });
    expect(JSON.stringify(turn.body)).toContain(texts.coaching.withoutFlow);
    expect(JSON.stringify(turn.body)).toContain('Sommarschemat');
    await running.channel.say(chat, anna, 'fortsätt');
    await running.channel.say(chat, anna, 'mina svar');
    await running.channel.press(chat, anna, 'open');
    await running.channel.press(chat, anna, 'erase');
    await running.channel.press(chat, anna, 'eraseForGood');
    expect(await stored()).toEqual([]);
  });
});
