import { type Member } from '../../tools/localTeams/localTeams';
import { asText, type ChatMessage } from '../../tools/localTeams/activity';
import { partsOf } from '../../tools/localTeams/inputs';
import { memberNamed, type Json, type Turn } from '../../tools/localTeams/localTeams';
import { longestAnswer, mostPeople } from '../../src/dialogue/dialogue';
import { anna, bo, run, texts, wordsOf, type Running } from './service';
import { cardOf } from './walk';

const words = texts.dialogue;
const day = 24 * 3_600_000;
/** Words that stand in no text of ours, and may stand in no log. */
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

let chats = 0;
/** A group in which a dialogue has been begun by its first member. */
async function group(members: readonly Member[] = [anna, bo]) {
  const chat = running.channel.conversation({ id: `19:ledning-${++chats}`, type: 'groupChat', members });
  await running.channel.say(chat, members[0]!, 'dialog');
  const messages = () => chat.messages.filter(({ author, deleted }) => author === 'bot' && !deleted);
  const newest = () => messages().at(-1)!;
  const press = (person: Member, on: ChatMessage, verb: string, inputs: object = {}, step?: string) =>
    pressed(chat, person, cardOf(on), on.id, verb, inputs, step);
  return { chat, messages, newest, press, first: messages()[0]! };
}

/** Presses a button that stands on a card, as it was shown to this person. */
function pressed(
  chat: ReturnType<Running['chat']>,
  person: Member,
  card: Json,
  replyToId: string,
  verb: string,
  inputs: object = {},
  step?: string,
): Promise<Turn> {
  const found = partsOf(card, 'Action.Execute').find(
    (action) => action.verb === verb && (!step || (action.data as Json).step === step),
  );
  if (!found) throw new Error(`No button ${verb} ${step ?? ''} on ${JSON.stringify(card)}`);
  const data = { ...(found.data as object), ...inputs };
  return running.channel.post(chat, person, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId,
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  });
}

/** The card that only the person who pressed sees. */
const ownCard = (turn: Turn): Json => (turn.body as { value: Json }).value;
const own = (turn: Turn): string => JSON.stringify(turn.body);
const shown = (message: ChatMessage): string => JSON.stringify(message.activity);
const rows = () => running.stored((db) => db.selectFrom('dialogue_answers').selectAll().execute());
const dialogues = () => running.stored((db) => db.selectFrom('dialogues').selectAll().execute());

type Group = Awaited<ReturnType<typeof group>>;
const writeIn = ({ press }: Group, person: Member, on: ChatMessage, svar: string) =>
  press(person, on, 'dialogueWrite', { svar });
/** Asks and takes a step, from a card that all see. */
async function take({ chat, press }: Group, person: Member, on: ChatMessage, step: string, inputs: object = {}) {
  const asked = await press(person, on, 'dialogueAsk', inputs, step);
  return pressed(chat, person, ownCard(asked), on.id, 'dialogueStep');
}

/** As far as the lesson: two have written in both rounds. */
async function learning(): Promise<Group> {
  const here = await group();
  await writeIn(here, anna, here.first, 'Åter tid för samtal');
  await writeIn(here, bo, here.first, 'Mindre detaljer');
  await take(here, bo, here.first, 'open');
  await take(here, bo, here.newest(), 'close');
  const closing = here.newest();
  await writeIn(here, anna, closing, 'Att vi är överens');
  await writeIn(here, bo, closing, 'Att fråga mer');
  await take(here, anna, closing, 'openClosing');
  return here;
}

describe('a dialogue in a group', () => {
  it('goes from the question to the summary, and then nothing of it is kept', async () => {
    const here = await learning();
    expect(here.messages().map(({ updates }) => updates)).toEqual(here.messages().map(() => 0));
    const lesson = here.newest();
    expect(shown(lesson)).toContain('Tydliggöra vilka beteenden vi vill uppmuntra, koppla ord till handling');
    const over = await take(here, bo, lesson, 'end', { lardom: 'beteenden', prova: `Med ${canary}` });
    expect(own(over)).toContain(words.ended);
    const summary = here.newest().activity.text ?? '';
    for (const said of ['Åter tid', 'Mindre detaljer', 'överens', 'fråga mer', 'koppla ord till handling', canary])
      expect(summary).toContain(said);
    expect([await rows(), await dialogues()]).toEqual([[], []]);
    expect(own(await writeIn(here, bo, here.first, 'För sent'))).toContain(words.lost);
    expect(running.logged.join('')).not.toMatch(/kanarie|detaljer|överens/i);
  });

  it('shows nothing before it is opened, then all together in alphabetical order and without names', async () => {
    const here = await group();
    const before = here.messages().length;
    await writeIn(here, bo, here.first, 'Zorn');
    const told = await writeIn(here, anna, here.first, 'Albatross');
    expect(own(told)).toContain('2 har skrivit');
    expect(own(told)).not.toContain('Zorn');
    expect(here.messages()).toHaveLength(before);
    const asked = await here.press(anna, here.first, 'dialogueAsk', {}, 'open');
    expect(own(asked)).toContain('2 har skrivit. Öppna svaren nu?');
    expect(here.messages()).toHaveLength(before);
    await pressed(here.chat, anna, ownCard(asked), here.first.id, 'dialogueStep');
    expect(shown(here.newest())).toMatch(/Albatross.*Zorn/);
    expect(JSON.stringify(cardOf(here.newest()))).not.toMatch(/Anna|Berg|Bo Ek/);
    expect(here.first.updates).toBe(0);
  });

  it('is not opened by one alone, nor by somebody who has not written', async () => {
    const cia = memberNamed('Cia Dal');
    const here = await group([anna, bo, cia]);
    await writeIn(here, bo, here.first, 'Först');
    expect(own(await here.press(bo, here.first, 'dialogueAsk', {}, 'open'))).toContain('Minst 2 behöver skriva');
    await writeIn(here, anna, here.first, 'Sedan');
    const typed = { svar: 'Inte skickat' };
    const refused = await here.press(cia, here.first, 'dialogueAsk', typed, 'open');
    expect(own(refused)).toContain(words.notices.notYet);
    expect(own(refused)).toContain('Inte skickat');
    expect(await rows()).toHaveLength(2);
  });

  it('keeps one answer of each, the last until it is opened, and opens once however often it is pressed', async () => {
    const here = await group();
    for (const svar of ['Ett', 'Två', 'Ett']) await writeIn(here, anna, here.first, svar);
    await writeIn(here, bo, here.first, 'Bos');
    const asked = ownCard(await here.press(anna, here.first, 'dialogueAsk', {}, 'open'));
    const before = here.messages().length;
    const open = (person: Member) => pressed(here.chat, person, asked, here.first.id, 'dialogueStep');
    const turns = await Promise.all([open(anna), open(anna), open(bo)]);
    expect(here.messages()).toHaveLength(before + 1);
    expect(shown(here.newest())).toContain('Ett');
    expect(shown(here.newest())).not.toContain('Två');
    for (const turn of turns) expect(turn.status).toBe(200);
    expect(own(await writeIn(here, anna, here.first, 'Ångrat'))).toContain('Ångrat');
    expect(own(await here.press(bo, here.first, 'dialogueAsk', {}, 'open'))).toContain('Ett');
    expect(await rows()).toHaveLength(2);
  });

  it('takes who comes late until the closing question, and shows that in a supplement', async () => {
    const cia = memberNamed('Cia Dal');
    const here = await group([anna, bo, cia]);
    await writeIn(here, anna, here.first, 'Ett');
    await writeIn(here, bo, here.first, 'Två');
    await take(here, anna, here.first, 'open');
    const opened = here.newest();
    expect(own(await writeIn(here, cia, here.first, 'Sent'))).toContain(words.notices.late);
    expect(shown(here.newest())).not.toContain('Sent');
    await take(here, cia, opened, 'close');
    const [supplement, closing] = here.messages().slice(-2);
    expect(shown(supplement!)).toContain(words.answers.late);
    expect(shown(supplement!)).toContain('Sent');
    expect(shown(closing!)).toContain('Vad är det viktigaste jag tar med mig från dagens dialog?');
    const tooLate = await writeIn(here, cia, here.first, 'Alldeles för sent');
    expect(own(tooLate)).toContain(words.refused.closed);
    expect(own(tooLate)).toContain('Alldeles för sent');
    expect(await rows()).toHaveLength(3);
  });

  it('lets a person take an answer back, and the one who began erase everything, nobody else', async () => {
    const here = await group();
    const written = await writeIn(here, bo, here.first, canary);
    await pressed(here.chat, bo, ownCard(written), here.first.id, 'dialogueTakeBack');
    expect(await rows()).toEqual([]);
    expect(JSON.stringify(written.body)).not.toContain(words.buttons.erase);
    await writeIn(here, bo, here.first, canary);
    const annas = ownCard(await writeIn(here, anna, here.first, 'Annas'));
    const asked = ownCard(await pressed(here.chat, anna, annas, here.first.id, 'dialogueAsk', {}, 'erase'));
    expect(own(await pressed(here.chat, bo, asked, here.first.id, 'dialogueStep'))).toContain(words.onlyStarter);
    await pressed(here.chat, anna, asked, here.first.id, 'dialogueStep');
    expect([await rows(), await dialogues()]).toEqual([[], []]);
    expect(here.newest().activity.text).toBe(words.erasedForAll);
  });

  it('is nothing to somebody in another chat who has its id', async () => {
    const here = await group();
    await writeIn(here, anna, here.first, canary);
    await writeIn(here, bo, here.first, canary);
    const thief = memberNamed('Tjuv Tjuvsson');
    const other = running.channel.conversation({ id: '19:annan', type: 'groupChat', members: [thief] });
    await running.channel.say(other, thief, 'hjälp');
    const before = other.messages.length;
    for (const verb of 'dialogueWrite dialogueTakeBack dialogueAsk dialogueStep dialogueBack dialogueLearn dialogueShow'.split(
      ' ',
    ))
      for (const step of ['open', 'erase']) {
        const { dialogue } = partsOf(cardOf(here.first), 'Action.Execute')[0]!.data as { dialogue: string };
        const data = { dialogue, step, round: 'question', svar: 'Stulet', page: 0, late: false };
        const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
        const turn = await running.channel.post(other, thief, {
          type: 'invoke',
          name: 'adaptiveCard/action',
          replyToId: other.messages.at(-1)!.id,
          value,
        });
        expect(own(turn)).toContain(words.lost);
        expect(own(turn) + wordsOf(turn)).not.toContain(canary);
      }
    expect(other.messages).toHaveLength(before);
    expect(await rows()).toHaveLength(2);
  });

  it('changes nothing where what comes over the wire is nonsense', async () => {
    const here = await group();
    await writeIn(here, anna, here.first, 'Annas');
    const before = await rows();
    const { dialogue } = partsOf(cardOf(here.first), 'Action.Execute')[0]!.data as { dialogue: string };
    const bad = [
      undefined,
      null,
      7,
      [],
      { dialogue: 'x' },
      { dialogue, round: 'third', svar: 'a' },
      { dialogue, round: 'question', svar: {} },
      { dialogue, step: 'ended' },
      { dialogue, step: 'end', lardom: '__proto__', prova: 'a' },
      { dialogue, round: 'question', late: false, page: 0 },
      { dialogue, round: 'question', svar: 'x'.repeat(9_000) },
    ];
    for (const verb of ['dialogueWrite', 'dialogueAsk', 'dialogueStep', 'dialogueShow'])
      for (const data of bad) {
        const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
        const turn = await running.channel.post(here.chat, bo, {
          type: 'invoke',
          name: 'adaptiveCard/action',
          replyToId: here.first.id,
          value,
        });
        expect(turn.status).toBeLessThan(500);
        expect(own(turn)).not.toContain('Annas');
      }
    expect(await rows()).toEqual(before);
    expect(await dialogues()).toMatchObject([{ phase: 'writing' }]);
  });

  it('loses nothing of thirty who write at once, and shows all', async () => {
    const people = Array.from({ length: mostPeople + 1 }, (_, n) => memberNamed(`Person ${n}`));
    const here = await group(people);
    const turns = await Promise.all(
      people.map((person, n) => writeIn(here, person, here.first, `Svar ${n} ${'丈'.repeat(longestAnswer - 20)}`)),
    );
    expect(turns.filter((turn) => own(turn).includes('Ditt svar är sparat'))).toHaveLength(mostPeople);
    expect(turns.filter((turn) => own(turn).includes('fler får inte plats'))).toHaveLength(1);
    expect(await rows()).toHaveLength(mostPeople);
    await take(here, people[0]!, here.first, 'open');
    const all = here.messages().map(shown).join('');
    const written = turns.flatMap((turn, n) => (own(turn).includes('fler får inte plats') ? [] : [n]));
    for (const n of written) expect(all).toContain(`Svar ${n} 丈`);
  });

  it('tells a case for people to whoever wrote it, and to nobody else', async () => {
    const here = await group();
    const turn = await writeIn(here, bo, here.first, 'Jag orkar inte leva längre');
    expect(own(turn)).toContain('112');
    expect(turn.sent).toEqual([]);
  });

  it('can be opened again where Teams did not take the answers, and a summary is erased only when it is there', async () => {
    const here = await learning();
    const lesson = here.newest();
    const asked = ownCard(await here.press(bo, lesson, 'dialogueAsk', { lardom: 'forum' }, 'end'));
    failing = (path) => path.includes('activities');
    expect(own(await pressed(here.chat, bo, asked, lesson.id, 'dialogueStep'))).toContain(texts.error);
    expect(await dialogues()).toMatchObject([{ phase: 'learning' }]);
    failing = undefined;
    await pressed(here.chat, bo, asked, lesson.id, 'dialogueStep');
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
