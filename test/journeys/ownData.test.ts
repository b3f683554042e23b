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
let manager: ReturnType<typeof newManager>;
let bo: ReturnType<typeof newManager>;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
beforeEach(async () => {
  manager = newManager(running);
  bo = newManager(running);
  await bo.say('hej');
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const linksOn = (one: typeof manager): string[] =>
  partsOf(cardOf(one.newest()), 'Action.OpenUrl').map(({ url }) => String(url));
/** The code on the card with the links. */
const codeOn = (one: typeof manager): string => /Kod: (\d{3} \d{3})/.exec(one.shown())![1]!;
const fetched = async (url: string, kod: string) =>
  Buffer.from(await (await fetch(url, { method: 'POST', body: new URLSearchParams({ kod }) })).arrayBuffer());
const allOn = (one: typeof manager) => Promise.all(linksOn(one).map((link) => fetched(link, codeOn(one))));

/** Through the whole guide, with a step that is only for the manager. */
async function delegate(one = manager): Promise<void> {
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
    await manager.press('download');
    expect(manager.shown()).toContain(file.summary.lead);
    const [word, pdf, markdown] = await allOn(manager);
    const { value } = await mammoth.extractRawText({ buffer: word! });
    for (const text of [value, (await pagesOf(pdf!)).join(' '), markdown!.toString().replaceAll('\\', '')]) {
      expect(text).toContain(canary);
      expect(text).toContain('Överenskommelse (utkast)');
      expect(text.replace(/\s+/g, ' ')).toMatch(/Bara för dig\.\*?\s+Ord om|Bara för dig\.\*?\s+Min egen oro åäö/);
    }
    await manager.press('open');
    expect(manager.shown()).toContain(canary);
  });

  it('is not to be had with another person’s session, and of a link only once', async () => {
    await delegate();
    await manager.press('download');
    const [link] = linksOn(manager);
    const code = codeOn(manager);
    const session = (partsOf(cardOf(manager.newest()), 'Action.Execute')[0]!.data as { session: string }).session;
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
    await manager.say('visa allt om mig');
    expect(manager.shown()).toContain(`${texts.ownData.kinds.sessions}: 1`);
    expect(manager.shown()).not.toContain('kanarie');
    await manager.press('exportOwnData');
    const [page, json] = await allOn(manager);
    expect(page!.toString()).toContain('Xantippas kanariefågel &#38; &#60;hök&#62;');
    expect(page!.toString()).not.toContain('<hök>');
    expect(JSON.parse(json!.toString())).toMatchObject({ id: manager.person.aadObjectId });
    expect(json!.toString()).toContain(canary);
    await bo.say('exportera');
    const others = (await allOn(bo)).join('');
    expect(others).not.toMatch(/kanarie/i);
  });

  it.each(['visa allt om mig', 'exportera', 'radera allt om mig'])('is not told in a group: %s', async (text) => {
    const members = [manager.person, bo.person];
    const group = running.channel.conversation({ id: `19:grupp-${text}`, type: 'groupChat', members });
    const said = wordsOf(await running.channel.say(group, manager.person, `<at>Tillitscoachen</at> ${text}`));
    expect(said).toContain(texts.ownData.personalOnly);
  });

  it('is erased with two presses, and the canary is then in no row, file, log line or export', async () => {
    await delegate();
    await manager.say('radera allt om mig');
    expect(manager.shown()).toContain(overview.title);
    await manager.press('exportOwnData');
    const [page] = linksOn(manager);
    const code = codeOn(manager);
    await manager.press('ownData');
    await manager.press('eraseAll');
    for (const line of erasing.lines) expect(manager.shown()).toContain(line);
    const [card, confirm] = [manager.newest().id, buttonOn(manager, 'eraseAllForGood')];
    await manager.press('eraseAllForGood');
    expect(manager.shown()).toContain(erased);
    expect((await fetched(page!, code)).toString()).toContain(file.gone.title);
    const rows = JSON.stringify(await running.stored(steal));
    const id = manager.person.aadObjectId;
    // Its key's row stays, empty, as the list of erasures.
    expect(rows.split(id)).toHaveLength(2);
    if (!onPostgres) for (const bytes of files()) expect(bytes).not.toMatch(/Xantippas|kanariefågel/);
    expect(running.logged.join('')).not.toMatch(/Xantippas|kanarie|hamta\//i);

    // Teams delivers the press once more, after something new was begun.
    await manager.say('delegering');
    await manager.press('next', { uppdrag: 'Nytt' });
    await pressAgain(running, manager, confirm, card, {});
    expect(JSON.stringify(manager.chat.messages)).toContain(erasedBefore);
    expect(await manager.moves()).toHaveLength(1);
  });
});

const files = () => {
  const folder = running.settings.DATA_DIR!;
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(path.join(folder, name)).toString('utf8'));
};
