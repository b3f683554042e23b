import { asText } from '../../tools/localTeams/activity';
import { memberNamed, type Member } from '../../tools/localTeams/localTeams';
import { groupIn, ownCard, own, shown, storedAnswers, storedDialogues } from './inDialogue';
import { anna, bo, run, texts, type Running } from './service';
import { cardOf } from './walk';

const words = texts.dialogue;
const day = 24 * 3_600_000;
/** Words that no text of ours has, and that no log may have. */
const canary = 'Xantippas kanariefågel';

let running: Running;
/** What the strict Teams refuses on purpose, by its method and path. */
let failing: ((path: string) => boolean) | undefined;
beforeAll(async () => {
  running = await run({
    rates: 'none',
    fail: ({ method, path }) => (method === 'POST' && failing?.(path.join('/')) ? 500 : undefined),
  });
});
beforeEach(async () => {
  failing = undefined;
  await running.stored((db) => db.deleteFrom('dialogues').execute());
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const group = (members?: readonly Member[]) => groupIn(running, members);
const rows = () => storedAnswers(running);
const dialogues = () => storedDialogues(running);

/** Leads to the lesson: two people have written in both rounds. */
async function learning() {
  const here = await group();
  await here.write(anna, here.first, 'Åter tid för samtal');
  await here.write(bo, here.first, 'Mindre detaljer');
  await here.take(bo, here.first, 'open');
  await here.take(bo, here.newest(), 'close');
  const closing = here.newest();
  await here.write(anna, closing, 'Att vi är överens');
  await here.write(bo, closing, 'Att fråga mer');
  await here.take(anna, closing, 'openClosing');
  return here;
}

describe('a dialogue in a group', () => {
  it('goes from the question to the summary, and then nothing of it is kept', async () => {
    const here = await learning();
    expect(here.messages().map(({ updates }) => updates)).toEqual(here.messages().map(() => 0));
    const lesson = here.newest();
    expect(shown(lesson)).toContain('Tydliggöra vilka beteenden vi vill uppmuntra, koppla ord till handling');
    const over = await here.take(bo, lesson, 'end', { lardom: 'beteenden', prova: `Med ${canary}` });
    expect(own(over)).toContain(words.ended);
    expect(own(over)).not.toContain('Action.');
    const summary = here.newest().activity.text ?? '';
    for (const said of ['Åter tid', 'Mindre detaljer', 'överens', 'fråga mer', 'koppla ord till handling', canary])
      expect(summary).toContain(said);
    expect([await rows(), await dialogues()]).toEqual([[], []]);
    expect(own(await here.write(bo, here.first, 'För sent'))).toContain(words.lost);
    expect(running.logged.join('')).not.toMatch(/kanarie|detaljer|överens/i);
  });

  it('shows nothing before it is opened, then all together in alphabetical order and without names', async () => {
    const here = await group();
    const before = here.messages().length;
    await here.write(bo, here.first, 'Zorn');
    const told = await here.write(anna, here.first, 'Albatross');
    expect(own(told)).toContain('2 har skrivit');
    expect(own(told)).not.toContain('Zorn');
    expect(here.messages()).toHaveLength(before);
    const asked = await here.press(anna, here.first, 'dialogueAsk', {}, 'open');
    expect(own(asked)).toContain('2 har skrivit. Öppna svaren nu?');
    expect(here.messages()).toHaveLength(before);
    await here.pressOn(ownCard(asked), anna, here.first, 'dialogueStep');
    expect(shown(here.newest())).toMatch(/Albatross.*Zorn/);
    expect(JSON.stringify(cardOf(here.newest()))).not.toMatch(/Anna|Berg|Bo Ek/);
    expect(here.first.updates).toBe(0);
  });

  it('is not opened by one alone, nor by somebody who has not written', async () => {
    const cia = memberNamed('Cia Dal');
    const here = await group([anna, bo, cia]);
    await here.write(bo, here.first, 'Först');
    expect(own(await here.press(bo, here.first, 'dialogueAsk', {}, 'open'))).toContain('Minst 2 behöver skriva');
    await here.write(anna, here.first, 'Sedan');
    const typed = { svar: 'Inte skickat' };
    const refused = await here.press(cia, here.first, 'dialogueAsk', typed, 'open');
    expect(own(refused)).toContain(words.notices.notYet);
    expect(own(refused)).toContain('Inte skickat');
    expect(await rows()).toHaveLength(2);
  });

  it('keeps one answer of each, the last until it is opened, and opens once however often it is pressed', async () => {
    const here = await group();
    for (const svar of ['Ett', 'Två', 'Ett']) await here.write(anna, here.first, svar);
    await here.write(bo, here.first, 'Bos');
    const asked = ownCard(await here.press(anna, here.first, 'dialogueAsk', {}, 'open'));
    const before = here.messages().length;
    const open = (person: Member) => here.pressOn(asked, person, here.first, 'dialogueStep');
    const turns = await Promise.all([open(anna), open(anna), open(bo)]);
    expect(here.messages()).toHaveLength(before + 1);
    expect(shown(here.newest())).toContain('Ett');
    expect(shown(here.newest())).not.toContain('Två');
    for (const turn of turns) expect(turn.status).toBe(200);
    expect(own(await here.write(anna, here.first, 'Ångrat'))).toContain('Ångrat');
    expect(own(await here.press(bo, here.first, 'dialogueAsk', {}, 'open'))).toContain('Ett');
    expect(await rows()).toHaveLength(2);
  });

  it('takes who comes late until the closing question, and shows that in a supplement', async () => {
    const cia = memberNamed('Cia Dal');
    const here = await group([anna, bo, cia]);
    await here.write(anna, here.first, 'Ett');
    await here.write(bo, here.first, 'Två');
    await here.take(anna, here.first, 'open');
    const opened = here.newest();
    expect(own(await here.write(cia, here.first, 'Sent'))).toContain(words.notices.late);
    expect(shown(here.newest())).not.toContain('Sent');
    await here.take(cia, opened, 'close');
    const [supplement, closing] = here.messages().slice(-2);
    expect(shown(supplement!)).toContain(words.answers.late);
    expect(shown(supplement!)).toContain('Sent');
    expect(shown(closing!)).toContain('Vad är det viktigaste jag tar med mig från dagens dialog?');
    const tooLate = await here.write(cia, here.first, 'Alldeles för sent');
    expect(own(tooLate)).toContain(words.refused.closed);
    expect(own(tooLate)).toContain('Alldeles för sent');
    expect(await rows()).toHaveLength(3);
  });

  it('lets a person take an answer back, and the one who began erase everything, nobody else', async () => {
    const here = await group();
    const written = await here.write(bo, here.first, canary);
    await here.pressOn(ownCard(written), bo, here.first, 'dialogueTakeBack');
    expect(await rows()).toEqual([]);
    expect(JSON.stringify(written.body)).not.toContain(words.buttons.erase);
    await here.write(bo, here.first, canary);
    const annas = ownCard(await here.write(anna, here.first, 'Annas'));
    const asked = ownCard(await here.pressOn(annas, anna, here.first, 'dialogueAsk', {}, 'erase'));
    expect(own(await here.pressOn(asked, bo, here.first, 'dialogueStep'))).toContain(words.onlyStarter);
    await here.pressOn(asked, anna, here.first, 'dialogueStep');
    expect([await rows(), await dialogues()]).toEqual([[], []]);
    expect(here.newest().activity.text).toBe(words.erasedForAll);
  });

  it('tells a case for people to its writer, and to nobody else', async () => {
    const here = await group();
    const turn = await here.write(bo, here.first, 'Jag orkar inte leva längre');
    expect(own(turn)).toContain('112');
    expect(turn.sent).toEqual([]);
  });

  it('can be opened again where Teams did not take the answers, and a summary is erased only when it is there', async () => {
    const here = await learning();
    const lesson = here.newest();
    const asked = ownCard(await here.press(bo, lesson, 'dialogueAsk', { lardom: 'forum' }, 'end'));
    failing = (path) => path.includes('activities');
    expect(own(await here.pressOn(asked, bo, lesson, 'dialogueStep'))).toContain(texts.error);
    expect(await dialogues()).toMatchObject([{ phase: 'learning' }]);
    failing = undefined;
    await here.pressOn(asked, bo, lesson, 'dialogueStep');
    expect(here.newest().activity.text).toContain('Skapa forum för dialog');
    expect(await dialogues()).toEqual([]);
  });

  it('shows no word of one person to all in a client that has no card for one alone', async () => {
    const here = await group();
    const turn = await running.channel.press(here.chat, bo, 'dialogueWrite', {
      message: here.first,
      inputs: { svar: canary },
      fallback: true,
    });
    expect(await rows()).toHaveLength(1);
    expect(turn.sent).toHaveLength(1);
    expect(turn.sent[0]!.activity.text).toContain('Ditt svar är sparat');
    expect(shown(turn.sent[0]!)).not.toContain(canary);
  });

  it('that runs is shown again, and in the personal chat it is told where dialogues are', async () => {
    const here = await group();
    await running.channel.say(here.chat, bo, 'Starta dialog!');
    expect(await dialogues()).toHaveLength(1);
    expect(shown(here.newest())).toContain(words.notices.running);
    const chat = running.chat();
    await running.channel.say(chat, anna, 'dialog');
    expect(asText(chat.messages.at(-1)!.activity.text)).toBe(words.personal);
    running.pass(31 * day);
    await running.service.prune();
    expect(await dialogues()).toEqual([]);
  });
});
