import { draft, signIn } from './inHr';
import { newManager } from './manager';
import { run, texts, wordsOf, type Running } from './service';
import { hasButton } from './walk';

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const words = texts.coaching.rehearsals;
const own = 'Xantippas egen replik';

describe('a rehearsal', () => {
  it('is chosen from its list, takes a typed line as the manager’s own, and goes on after a restart to its end', async () => {
    const manager = newManager(running);
    expect(wordsOf(await manager.say('öva ett svårt samtal'))).toContain(words.lead);
    await manager.say('Kollegan som säger nej');
    expect(manager.shown()).toContain(words.invented);
    expect(wordsOf(await manager.say(own))).toContain(words.takenAsLine);
    expect(manager.shown()).toContain('Kan leda till: ”Jaha. Då så.”');
    await manager.press('pause', { 'efter-motet_egen': own });
    await running.restart();
    await manager.say('fortsätt');
    expect(manager.shown()).toContain(words.nearest);
    await manager.press('next', { 'efter-motet_egen': own, 'efter-motet_narmast': 'bra-att-du-sager' });
    expect(manager.shown()).toContain(`Du: ${own}`);
    expect(manager.shown()).toContain('Välkomna oliktankande och respektera kritik');
    await manager.press('next', { 'forra-gangen': 'ta-bort' });
    await manager.press('next', { 'ett-villkor': 'ja' });
    for (const part of ['Ett litet ja', own, words.again]) expect(manager.shown()).toContain(part);
    await manager.press('ask');
    expect(manager.shown()).toContain('Hur tar jag emot kritik och ett nej?');
  });

  it('brings people where the manager’s own line is a case for people', async () => {
    const manager = newManager(running);
    await manager.say('Kollegan som säger nej');
    const turn = await manager.press('next', { 'efter-motet_egen': 'Jag är hotad av en anhörig' });
    expect(wordsOf(turn)).toContain(texts.concern.title);
  });

  it('runs in the manager’s own chat alone', async () => {
    const manager = newManager(running);
    const group = running.channel.conversation({ id: '19:r', type: 'groupChat', members: [manager.person], name: 'G' });
    expect(wordsOf(await running.channel.say(group, manager.person, 'öva'))).toContain(texts.coaching.personalOnly);
  });

  it('is offered to who asks for what it practises, and after the first part of a talk in guide 1', async () => {
    const manager = newManager(running);
    const said = wordsOf(await manager.say('Min kollega vägrar förändringen'));
    for (const part of [words.first.title, 'Kollegan som säger nej', texts.coaching.guideFirst.answer])
      expect(said).toContain(part);
    await manager.say('vad förordar du');
    await manager.press('next', { lage: 'samtal' });
    await manager.press('next', { fraga: 'Schemat' });
    await manager.press('next', { 'vem-beslutar': 'vi' });
    await manager.press('next', {});
    await manager.press('next');
    expect(hasButton(manager.newest(), 'rehearsals')).toBe(true);
    await manager.press('rehearsals');
    expect(manager.shown()).toContain('Beslutet som gick fel');
  });
});

describe('HR', () => {
  it('can neither see, send nor count a rehearsal', async () => {
    const hanna = await signIn(running, 'Hanna HR');
    const seen = JSON.stringify(await hanna.get('questions'));
    expect(seen).toContain('vad-forordar-du');
    expect(seen).not.toMatch(/rakt-svar|sager-nej|Kollegan som säger nej/);
    const { status, text } = await hanna.call('POST', 'campaigns', { ...draft(running), flow: 'sager-nej' });
    expect([status, text]).toEqual([400, expect.stringContaining('Frågan finns inte')]);
  });
});

it('the manager’s own line is in no log, and in the database nobody can read it', async () => {
  const stored = await running.stored((db) => db.selectFrom('moves').selectAll().execute());
  expect(stored.length).toBeGreaterThan(0);
  expect(running.logged.join('') + stored.map((row) => Object.values(row).map(String).join()).join()).not.toContain(
    own,
  );
});
