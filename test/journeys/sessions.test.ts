import { type Json } from '../../tools/localTeams/localTeams';
import { partsOf } from '../../tools/localTeams/inputs';
import { ofEachTest } from './ofEachTest';
import { cardOf, hasButton } from './walk';
import { bo, texts, wordsOf } from './service';

const each = ofEachTest();

const say = (text: string) => each.manager.say(text);
const press = (button: string | Json, inputs: Record<string, string> = {}, more: object = {}) =>
  each.manager.press(button, inputs, more);
const shown = () => each.manager.shown();
const moves = () => each.manager.moves();
const own = 'Schemat i sommar för natten';

describe('mina svar', () => {
  it('lists, opens and erases', async () => {
    await say('delegering');
    await press('next', { uppdrag: own });
    await say('mina svar');
    expect(shown()).toContain('steg 2 av 8');
    await press('open');
    expect(shown()).toContain(own);
    await press('erase');
    expect(shown()).toContain(texts.coaching.erasing.title);
    await press('eraseForGood');
    expect(shown()).toContain('Raderat');
    expect(await moves()).toEqual([]);
    expect(wordsOf(await say('mina svar'))).toContain(texts.coaching.noSessions);
  });

  it('is not lost when the manager stops, and can be taken up again', async () => {
    await say('delegering');
    await press('next', { uppdrag: own });
    await press('stop', { syfte: 'Halvt tänkt' });
    expect(shown()).toContain(texts.coaching.stopped.title);
    await press('resume');
    expect(shown()).toContain('Halvt tänkt');
  });
});

describe('a guide', () => {
  it('is offered below an answer that rests on the same passage, and opens as a new message', async () => {
    const turn = await say('Vem äger beslutet när jag har lämnat över uppdraget?');
    expect(hasButton(turn.sent[0]!, 'guide')).toBe(true);
    const opened = await press('guide');
    expect(opened.sent).toHaveLength(1);
    expect(shown()).toContain('steg 1 av 8');
  });

  it('is offered by everyday words, and is not begun twice', async () => {
    await say('Jag ska lämna över ett uppdrag till en kollega');
    await press('start');
    await press('next', { uppdrag: own });
    await say('delegering');
    expect(shown()).toContain(texts.coaching.begun.title);
    await press('startAnew');
    await press('next', { uppdrag: 'Ett annat' });
    await say('mina svar');
    expect(partsOf(cardOf(each.manager.newest()), 'Action.').filter(({ verb }) => verb === 'open')).toHaveLength(2);
  });

  it('does not start where what the manager says is a case for people: a card about people comes', async () => {
    const turn = await say('Jag har ett svårt beslut framför mig och orkar inte leva');
    expect(wordsOf(turn)).toContain(texts.concern.life);
  });

  it('does not start in a group: it points to the manager’s own chat', async () => {
    const group = each.running.channel.conversation({
      id: '19:gruppen',
      type: 'groupChat',
      members: [each.manager.person, bo],
      name: 'G',
    });
    for (const text of ['guider', 'delegering', 'fortsätt', 'mina svar'])
      expect(wordsOf(await each.running.channel.say(group, each.manager.person, text))).toContain(
        texts.coaching.personalOnly,
      );
    for (const text of ['Hur delegerar jag?', 'Jag ska lämna över ett uppdrag till en kollega'])
      expect(wordsOf(await each.running.channel.say(group, each.manager.person, text))).not.toMatch(
        /"verb":"(guide|start)"/,
      );
  });

  it('leaves none of the manager’s words in the log or in what a locked phone shows', async () => {
    await say('delegering');
    await press('next', { uppdrag: own });
    await say('Hemlig tanke om syftet');
    await press('pause', { ramar: 'Hemlig ram' });
    const log = each.running.logged.join('\n');
    for (const words of ['Schemat', 'Hemlig']) expect(log).not.toContain(words);
    for (const { activity } of each.manager.chat.messages.filter(({ author }) => author === 'bot'))
      expect(String(activity.summary)).not.toMatch(/Schemat|Hemlig/);
  });
});
