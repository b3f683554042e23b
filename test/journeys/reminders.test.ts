import { type Json } from '../../tools/localTeams/localTeams';
import { partsOf } from '../../tools/localTeams/inputs';
import { dayAfter, dayInWords, dayOf } from '../../src/shared/localTime';
import { signIn } from './inHr';
import { ofEachTest } from './ofEachTest';
import { buttonOn, messagesOf, pressAgain, toMorning, waitFor } from './sent';
import { texts, wordsOf } from './service';
import { cardOf, filled, hasButton } from './walk';

const each = ofEachTest();

const words = texts.commitments;
const hour = 3_600_000;
const own = 'Schemat i sommar för natten';
const today = () => dayOf(each.running.now());

/** Walks "Lämna över ett uppdrag" to its summary, with a day so many days ahead. */
async function delegate(days: number) {
  await each.manager.say('delegering');
  for (let step = 0; hasButton(each.manager.newest(), 'next'); step++) {
    if (step > 20) throw new Error('The guide does not end.');
    const inputs = filled(each.manager.newest(), () => 0);
    if ('uppdrag' in inputs) inputs.uppdrag = own;
    if ('avstamning' in inputs) inputs.avstamning = dayAfter(today(), days);
    await each.manager.press('next', inputs);
  }
}

const actions = () => partsOf(cardOf(each.manager.newest()), 'Action.Execute').map(({ title }) => title);
const titled = (title: string): Json => {
  const found = partsOf(cardOf(each.manager.newest()), 'Action.Execute').find((one) => one.title === title);
  if (!found) throw new Error(`No button ${title} on ${each.manager.shown()}`);
  return found;
};

describe('a day that a guide has asked for', () => {
  it('is asked back on that day, answered in place and moved at one tap; an old card is explained', async () => {
    toMorning(each.running, 'mån');
    await delegate(2);
    expect(each.manager.shown()).toContain(`På ${dayInWords(dayAfter(today(), 2))} frågar jag hur det gick`);
    const before = messagesOf(each.manager);
    each.running.pass(26 * hour);
    await each.running.caughtUp();
    expect(messagesOf(each.manager)).toBe(before);
    each.running.pass(20 * hour);
    await waitFor(each.running, () => messagesOf(each.manager) > before);
    await each.running.caughtUp();
    expect(messagesOf(each.manager)).toBe(before + 1);
    expect(each.manager.newest().activity.summary).toBe(words.notification);
    for (const said of [words.meant, own, words.how]) expect(each.manager.shown()).toContain(said);
    expect(actions()).toEqual(
      expect.arrayContaining(['Gjort', 'Delvis', 'Inte än', 'Släpp det', 'I morgon', 'Om en vecka']),
    );

    const message = each.manager.newest().id;
    const [notYet, done] = [titled('Inte än'), titled('Gjort')];
    await each.manager.press(notYet);
    expect(each.manager.shown()).toContain(words.when);
    expect(hasButton(each.manager.newest(), 'moveCommitment')).toBe(true);
    const shown = each.manager.shown();
    await pressAgain(each.running, each.manager, notYet, message);
    expect(each.manager.shown()).toBe(shown);
    await pressAgain(each.running, each.manager, done, message);
    expect(each.manager.shown()).toContain('Det kortet var gammalt');

    await each.manager.press(titled('Om en vecka'));
    expect(each.manager.newest().id).toBe(message);
    expect(each.manager.shown()).toContain(`På ${dayInWords(dayAfter(today(), 7))} frågar jag hur det gick`);
    each.running.pass(6 * 24 * hour);
    await each.running.caughtUp();
    expect(messagesOf(each.manager)).toBe(before + 1);
    each.running.pass(24 * hour);
    await waitFor(each.running, () => messagesOf(each.manager) > before + 1);
    await each.manager.press(titled('Gjort'));
    expect(each.manager.shown()).toContain(words.answered.done);
    await each.manager.say('mina åtaganden');
    expect(each.manager.shown()).toContain('Du har inga åtaganden just nu');
  });

  it('is forgotten with the guide that it was made in', async () => {
    await delegate(3);
    await each.manager.press('erase');
    await each.manager.press('eraseForGood');
    await each.manager.say('mina åtaganden');
    expect(each.manager.shown()).not.toContain(own);
    const before = messagesOf(each.manager);
    each.running.pass(5 * 24 * hour);
    await each.running.caughtUp();
    expect(messagesOf(each.manager)).toBe(before);
  });
});

describe('a guide that waits', () => {
  it('brings its next card by a reminder, from which it goes on', async () => {
    toMorning(each.running, 'mån');
    await each.manager.say('vad förordar du');
    for (let step = 0; hasButton(each.manager.newest(), 'next'); step++) {
      if (step > 20) throw new Error('The guide does not wait.');
      await each.manager.press(
        'next',
        filled(each.manager.newest(), () => 0),
      );
    }
    const before = messagesOf(each.manager);
    each.running.pass(24 * hour);
    await waitFor(each.running, () => messagesOf(each.manager) > before);
    expect(each.manager.shown()).toContain(words.nextStepAbout);
    await each.manager.press('resume');
    expect(each.manager.shown()).toContain('Vem kom med förslaget?');
    await each.manager.say('mina åtaganden');
    await each.manager.say('fortsätt');
    await each.manager.press(
      'next',
      filled(each.manager.newest(), () => 0),
    );
    await each.manager.say('mina åtaganden');
    expect(each.manager.shown()).toContain('Du har inga åtaganden just nu');
  });
});

describe('a reminder that a manager asks for', () => {
  it('comes on its day with the manager’s own words, which stand nowhere in the store or the log', async () => {
    toMorning(each.running, 'mån');
    await each.manager.say('hej');
    await each.manager.say('Påminn mig på torsdag att ringa Eva om Kanariefågeln');
    expect(each.manager.shown()).toMatch(/På torsdag [^.]* påminner jag dig\./);
    const stored = await each.running.stored((db) => db.selectFrom('commitments').selectAll().execute());
    expect(JSON.stringify(stored) + each.running.logged.join()).not.toMatch(/Kanariefågeln|ringa Eva/);
    const before = messagesOf(each.manager);
    each.running.pass(3 * 24 * hour);
    await waitFor(each.running, () => messagesOf(each.manager) > before);
    expect(each.manager.shown()).toContain('ringa Eva om Kanariefågeln');
  });

  it('is about the guide that was touched last where nothing else is said, and from its summary by a button', async () => {
    await delegate(200);
    await each.manager.press('remindWhen');
    await each.manager.press(titled('Om två veckor'), { what: 'Fråga om stödet' });
    expect(each.manager.shown()).toContain('Fråga om stödet');
    await each.manager.say('påminn mig om en vecka');
    expect(each.manager.shown()).toContain('Lämna över ett uppdrag');
    await each.manager.say('mina åtaganden');
    const shown = each.manager.shown();
    expect(shown.indexOf('Lämna över')).toBeLessThan(shown.indexOf('Fråga om stödet'));
    expect(shown.indexOf('Fråga om stödet')).toBeLessThan(shown.indexOf(own));
  });

  it.each(['påminn mig', 'påminn mig snart', 'påminn mig 2020-01-01', 'påminn mig i dag', 'kontorstid 3-4'])(
    '%s is answered with examples, and changes nothing',
    async (text) => {
      const turn = await each.manager.say(text);
      expect(wordsOf(turn)).toMatch(/till exempel/);
      await each.manager.say('mina åtaganden');
      expect(each.manager.shown()).toContain('Du har inga åtaganden just nu');
    },
  );
});

describe('how often a manager is reminded', () => {
  it('is once a day: what is due together comes on one card, and after HR’s question the day after', async () => {
    await each.manager.say('hej');
    toMorning(each.running, 'mån');
    for (const what of ['boka rum', 'ringa Eva']) await each.manager.say(`påminn mig i morgon att ${what}`);
    await each.manager.say('påminn mig på onsdag att skriva');
    const before = messagesOf(each.manager);
    each.running.pass(24 * hour);
    await waitFor(each.running, () => messagesOf(each.manager) > before);
    expect(each.manager.shown()).toContain('2 saker att stämma av i dag');
    await each.manager.press(titled('Gjort'));
    expect(each.manager.shown()).toContain(words.besides);
    const hr = await signIn(each.running, 'Hanna');
    each.running.pass(12 * hour);
    // On Wednesday: the campaign is sent at eleven, and the reminder would have come at eight.
    const at = `${dayAfter(today())}T11:00`;
    await hr.launch({ flow: 'tydliga-ramar', plan: { kind: 'once', at } });
    each.running.pass(15 * hour);
    await waitFor(each.running, () => each.manager.newest().activity.summary === texts.campaigns.notification);
    const after = messagesOf(each.manager);
    await each.running.caughtUp();
    expect(messagesOf(each.manager)).toBe(after);
    each.running.pass(20 * hour);
    await waitFor(each.running, () => messagesOf(each.manager) > after);
    expect(each.manager.shown()).toContain('skriva');
  });

  it('is never while reminders are paused; what was due then comes when they are on again', async () => {
    toMorning(each.running, 'mån');
    await each.manager.say('påminn mig i morgon att boka rum');
    await each.manager.say('pausa påminnelser');
    expect(each.manager.shown()).toContain(words.paused);
    const before = messagesOf(each.manager);
    each.running.pass(48 * hour);
    await each.running.caughtUp();
    expect(messagesOf(each.manager)).toBe(before);
    await each.manager.say('slå på påminnelser');
    await waitFor(each.running, () => messagesOf(each.manager) > before + 1);
    expect(each.manager.shown()).toContain('boka rum');
  });

  it('is within the office hours that the manager has set', async () => {
    toMorning(each.running, 'mån');
    await each.manager.say('påminn mig på eftermiddagen');
    await each.manager.say('påminn mig i morgon att boka rum');
    const before = messagesOf(each.manager);
    each.running.pass(25 * hour);
    await each.running.caughtUp();
    expect(messagesOf(each.manager)).toBe(before);
    each.running.pass(2 * hour);
    await waitFor(each.running, () => messagesOf(each.manager) > before);
  });
});

describe('the calendar file', () => {
  it('comes through a link on the card, holds the day and no words of the manager’s, and ends', async () => {
    await each.manager.say('påminn mig den 3 mars att ringa Eva');
    const link = partsOf(cardOf(each.manager.newest()), 'Action.OpenUrl')[0]!;
    const response = await fetch(String(link.url));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const file = await response.text();
    expect(file).toMatch(/DTSTART;VALUE=DATE:\d{4}0303/);
    expect(file).toContain('Avstämning (Tillitscoachen)');
    expect(file).not.toContain('Eva');
    expect((await fetch(`${String(link.url).slice(0, -1)}x`)).status).toBe(404);
    each.running.pass(72 * hour);
    expect((await fetch(String(link.url))).status).toBe(410);
    expect(buttonOn(each.manager, 'commitments')).toBeDefined();
  });
});
