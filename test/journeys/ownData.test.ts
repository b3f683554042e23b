import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import mammoth from 'mammoth';
import { type Json } from '../../tools/localTeams/localTeams';
import { partsOf } from '../../tools/localTeams/inputs';
import { pagesOf } from '../sheets/pageText';
import { onPostgres } from '../store/temporary';
import { newManager } from './manager';
import { buttonOn, pressAgain } from './sent';
import { run, texts, wordsOf, type Running } from './service';
import { steal } from './thief';
import { cardOf, hasButton } from './walk';

const canary = 'Xantippas kanariefågel & <hök>';
const privately = 'Min egen oro åäö';
const { file, overview, erasing, erased, erasedBefore } = texts.ownData;

let running: Running;
let her: ReturnType<typeof newManager>;
let bo: ReturnType<typeof newManager>;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
beforeEach(async () => {
  her = newManager(running);
  bo = newManager(running);
  await bo.say('hej');
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const linksOn = (one: typeof her): string[] =>
  partsOf(cardOf(one.newest()), 'Action.OpenUrl').map(({ url }) => String(url));
/** The code on the card with the links. */
const codeOn = (one: typeof her): string => /Kod: (\d{3} \d{3})/.exec(one.shown())![1]!;
const fetched = async (url: string, kod: string) =>
  Buffer.from(await (await fetch(url, { method: 'POST', body: new URLSearchParams({ kod }) })).arrayBuffer());
const allOn = (one: typeof her) => Promise.all(linksOn(one).map((link) => fetched(link, codeOn(one))));

/** Through the whole guide, with a step that is only for the manager. */
async function delegate(one = her): Promise<void> {
  await one.say('delegering');
  await one.press('next', { uppdrag: canary });
  for (let step = 0; hasButton(one.newest(), 'next') && step < 10; step++) {
    const inputs = partsOf(cardOf(one.newest()), 'Input.').map(({ id, type, choices }) => [
      String(id),
      type === 'Input.Date'
        ? '2030-01-15'
        : type === 'Input.ChoiceSet'
          ? String((choices as Json[])[0]!.value)
          : String(id) === 'slappa'
            ? privately
            : `Ord om ${String(id)}`,
    ]);
    await one.press('next', Object.fromEntries(inputs) as Record<string, string>);
  }
}

describe('a summary', () => {
  it('is downloaded as Word, PDF and Markdown, with what is private marked so', async () => {
    await delegate();
    await her.press('download');
    expect(her.shown()).toContain(file.summary.lead);
    const [word, pdf, markdown] = await allOn(her);
    const { value } = await mammoth.extractRawText({ buffer: word! });
    for (const text of [value, (await pagesOf(pdf!)).join(' '), markdown!.toString().replaceAll('\\', '')]) {
      expect(text).toContain(canary);
      expect(text).toContain('Överenskommelse (utkast)');
      expect(text.replace(/\s+/g, ' ')).toMatch(/Bara för dig\.\*?\s+Ord om|Bara för dig\.\*?\s+Min egen oro åäö/);
    }
    await her.press('open');
    expect(her.shown()).toContain(canary);
  });

  it('is not to be had with another person’s session, and of a link only once', async () => {
    await delegate();
    await her.press('download');
    const [link] = linksOn(her);
    const code = codeOn(her);
    const session = (partsOf(cardOf(her.newest()), 'Action.Execute')[0]!.data as { session: string }).session;
    const before = await running.stored(steal);
    for (const verb of ['download', 'open', 'erase', 'eraseForGood']) {
      const turn = await pressAgain(running, bo, { verb, data: { session } }, bo.newest().id);
      expect(wordsOf(turn) + JSON.stringify(turn.body)).not.toMatch(/kanarie|hamta/i);
    }
    // Another person who has the link and no code of six digits gets nothing, and does not use up an attempt.
    for (const kod of ['', '12345', 'x'.repeat(5000)])
      expect((await fetched(link!, kod)).toString()).toContain(file.landing.noCode);
    expect(await running.stored(steal)).toEqual(before);
    expect((await fetched(link!, code)).subarray(0, 2).toString()).toBe('PK');
    expect((await fetched(link!, code)).toString()).toContain(file.gone.title);
  });
});

describe('own data', () => {
  it('is shown in counts, and exported in clear to the person alone', async () => {
    await delegate();
    await her.say('visa allt om mig');
    expect(her.shown()).toContain(`${texts.ownData.kinds.sessions}: 1`);
    expect(her.shown()).not.toContain('kanarie');
    await her.press('exportOwnData');
    const [page, json] = await allOn(her);
    expect(page!.toString()).toContain('Xantippas kanariefågel &#38; &#60;hök&#62;');
    expect(page!.toString()).not.toContain('<hök>');
    expect(JSON.parse(json!.toString())).toMatchObject({ id: her.person.aadObjectId });
    expect(json!.toString()).toContain(canary);
    await bo.say('exportera');
    const others = (await allOn(bo)).join('');
    expect(others).not.toMatch(/kanarie/i);
  });

  it.each(['visa allt om mig', 'exportera', 'radera allt om mig'])('is not told in a group: %s', async (text) => {
    const members = [her.person, bo.person];
    const group = running.channel.conversation({ id: `19:grupp-${text}`, type: 'groupChat', members });
    const said = wordsOf(await running.channel.say(group, her.person, `<at>Tillitscoachen</at> ${text}`));
    expect(said).toContain(texts.ownData.personalOnly);
  });

  it('is erased with two presses, and the canary is then in no row, file, log line or export', async () => {
    await delegate();
    await her.say('radera allt om mig');
    expect(her.shown()).toContain(overview.title);
    await her.press('exportOwnData');
    const [page] = linksOn(her);
    const code = codeOn(her);
    await her.press('ownData');
    await her.press('eraseAll');
    for (const line of erasing.lines) expect(her.shown()).toContain(line);
    const [card, confirm] = [her.newest().id, buttonOn(her, 'eraseAllForGood')];
    await her.press('eraseAllForGood');
    expect(her.shown()).toContain(erased);
    expect((await fetched(page!, code)).toString()).toContain(file.gone.title);
    const rows = JSON.stringify(await running.stored(steal));
    const id = her.person.aadObjectId;
    // Its key's row stays, empty, as the list of erasures.
    expect(rows.split(id)).toHaveLength(2);
    if (!onPostgres) for (const bytes of files()) expect(bytes).not.toMatch(/Xantippas|kanariefågel/);
    expect(running.logged.join('')).not.toMatch(/Xantippas|kanarie|hamta\//i);

    // Teams delivers the press once more, after something new was begun.
    await her.say('delegering');
    await her.press('next', { uppdrag: 'Nytt' });
    await pressAgain(running, her, confirm, card, {});
    expect(JSON.stringify(her.chat.messages)).toContain(erasedBefore);
    expect(await her.moves()).toHaveLength(1);
  });
});

const files = () => {
  const folder = running.settings.DATA_DIR!;
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(path.join(folder, name)).toString('utf8'));
};
