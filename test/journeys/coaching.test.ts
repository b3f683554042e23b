import { type Json } from '../../tools/localTeams/localTeams';
import { partsOf } from '../../tools/localTeams/inputs';
import { ofEachTest } from './ofEachTest';
import { cardOf } from './walk';
import { texts, wordsOf } from './service';

const each = ofEachTest();

const say = (text: string) => each.manager.say(text);
const press = (button: string | Json, inputs: Record<string, string> = {}, more: object = {}) =>
  each.manager.press(button, inputs, more);
const shown = () => each.manager.shown();
const moves = () => each.manager.moves();
const own = 'Schemat i sommar för natten';

describe('a press on a step', () => {
  beforeEach(() => say('delegering'));

  it('is answered with the next card, in the response and in the same message', async () => {
    const turn = await press('next', { uppdrag: own });
    const { value } = turn.body as { value: Json };
    expect(turn.sent).toEqual([]);
    expect(value).toEqual(cardOf(each.manager.newest()));
    expect(shown()).toContain('steg 2 av 8');
  });

  it('made twice is one move, and both see the same card', async () => {
    const message = each.manager.newest();
    const button = partsOf(cardOf(message), 'Action.').find(({ verb }) => verb === 'next')!;
    const turns = await Promise.all([1, 2].map(() => press(button, { uppdrag: own }, { message })));
    expect(turns[0]!.body).toEqual(turns[1]!.body);
    expect(await moves()).toHaveLength(1);
  });

  it('works as Action.Submit too, where a client knows no Action.Execute', async () => {
    const turn = await press('next', { uppdrag: own }, { fallback: true });
    expect(turn.sent).toEqual([]);
    expect(shown()).toContain('steg 2 av 8');
  });

  it('without a response says what is missing, keeps what stands there and stores nothing', async () => {
    await press('next');
    expect(shown()).toContain(texts.coaching.problems.missing);
    await press('next', { uppdrag: own });
    await press('next', { syfte: 'Kortare köer' });
    await press('next', { ramar: 'Budgeten ligger fast' });
    expect(shown()).toContain(texts.coaching.problems.missing);
    expect(shown()).toContain('Budgeten ligger fast');
    expect(await moves()).toHaveLength(2);
  });

  it('on "Tillbaka" shows the card before with its response, and keeps what was typed', async () => {
    await press('next', { uppdrag: own });
    await press('back', { syfte: 'Halvt tänkt' });
    expect(shown()).toContain(own);
    await press('next', { uppdrag: own });
    expect(shown()).toContain('Halvt tänkt');
  });

  it('on an old card is kept and leads to where the manager is', async () => {
    const first = structuredClone(each.manager.newest());
    const button = partsOf(cardOf(first), 'Action.').find(({ verb }) => verb === 'next')!;
    await press('next', { uppdrag: own });
    await press('next', { syfte: 'Kortare köer' });
    await each.running.channel.post(each.manager.chat, each.manager.person, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: first.id,
      value: { action: { ...button, data: { ...(button.data as Json), uppdrag: 'Ny tanke' } }, trigger: 'manual' },
    });
    expect(shown()).toContain('steg 3 av 8');
    await say('mina svar');
    await press('open');
    expect(shown()).toContain('Ny tanke');
    expect(shown()).toContain(own);
  });

  it('comes as a new message where the old one is gone', async () => {
    const gone = each.manager.newest();
    const button = partsOf(cardOf(gone), 'Action.').find(({ verb }) => verb === 'next')!;
    await each.running.channel.remove(each.manager.chat, each.manager.person, gone);
    const action = { ...button, data: { ...(button.data as Json), uppdrag: own } };
    const turn = await each.running.channel.post(each.manager.chat, each.manager.person, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: gone.id,
      value: { action, trigger: 'manual' },
    });
    expect(turn.sent).toHaveLength(1);
    expect(shown()).toContain('steg 2 av 8');
    // The channel refused the update, as Teams does.
    (each.running.channel.refusals as unknown[]).length = 0;
  });
});

describe('fortsätt', () => {
  it('goes on after a restart where the manager was, and the old card points to the new', async () => {
    await say('delegering');
    const old = each.manager.newest();
    await press('next', { uppdrag: own });
    await press('next', { syfte: 'Kortare köer' });
    await press('next', { ramar: 'Budget', 'formellt-beslut': 'nej' });
    await each.running.restart();
    await say('fortsätt');
    expect(shown()).toContain('Du är på steg 4 av 8');
    expect(JSON.stringify(cardOf(old))).toContain(texts.coaching.moved);
    await press('back');
    await press('back');
    await press('back');
    expect(shown()).toContain(own);
  });

  it('says that there is nothing to go on with', async () => {
    expect(wordsOf(await say('fortsätt'))).toContain(texts.coaching.nothingToResume);
  });

  it('waits where a step comes later, and lets the manager go on at once', async () => {
    await say('vad förordar du');
    await press('next', { lage: 'samtal' });
    await press('next', { fraga: own });
    await press('next', { 'vem-beslutar': 'vi' });
    await press('next', {});
    await press('next', {});
    expect(shown()).toContain(texts.coaching.buttons.resumeNow);
    await press('resume');
    expect(shown()).toContain('Vem kom med förslaget?');
  });
});
