import { type Json } from '../../tools/localTeams/localTeams';
import { ofEachTest } from './ofEachTest';
import { filled, hasButton } from './walk';
import { texts, wordsOf } from './service';

const each = ofEachTest();

const say = (text: string) => each.manager.say(text);
const press = (button: string | Json, inputs: Record<string, string> = {}, more: object = {}) =>
  each.manager.press(button, inputs, more);
const shown = () => each.manager.shown();
const moves = () => each.manager.moves();
const lastQuestion = 'Vilken enda sak vill du pröva?';
const own = 'Schemat i sommar för natten';

describe('what is typed while a guide is open', () => {
  beforeEach(() => say('delegering'));

  it('is the response where the step is a text, and says so', async () => {
    const turn = await say(own);
    expect(wordsOf(turn)).toContain('Jag tog det du skrev som svar på steg 1');
    expect(hasButton(each.manager.newest(), 'back')).toBe(true);
    expect(await moves()).toHaveLength(1);
  });

  it('is answered where it is a question, and the guide is offered again', async () => {
    const turn = await say('Vad är tillitsbaserad styrning?');
    expect(turn.sent).toHaveLength(2);
    expect(wordsOf(turn)).toContain(texts.coaching.buttons.answer);
    expect(await moves()).toHaveLength(0);
    await press('answer');
    expect(shown()).toContain('steg 2 av 8');
    expect(await moves()).toHaveLength(1);
  });

  it('is a command where it is one', async () => {
    await say('pausa');
    expect(shown()).toContain(texts.coaching.paused.title);
    await say('hjälp');
    expect(shown()).toContain(texts.help.title);
    await say('Schemat');
    expect(await moves()).toHaveLength(1);
  });

  it.each(['hoppa över', 'nästa', 'klar'])(
    'is no response where it is "%s", which needs an answer here',
    async (word) => {
      await say(word);
      expect(shown()).toContain('steg 1 av 8');
      expect(shown()).toContain(texts.coaching.problems.missing);
      expect(await moves()).toHaveLength(0);
    },
  );

  it('is the button that it names', async () => {
    await say(own);
    await say('tillbaka');
    expect(shown()).toContain('steg 1 av 8');
    expect(shown()).toContain(own);
    await say('nästa');
    expect(shown()).toContain('steg 2 av 8');
    await press('next', { syfte: 'Kortare köer' });
    await press('next', { ramar: 'Budget', 'formellt-beslut': 'nej' });
    await press('next', { handlingsutrymme: 'Allt' });
    await press('next', { stod: 'tid', 'mer-stod': 'En vecka' });
    await say('ångra');
    expect(shown()).toContain('steg 5 av 8');
    await say('hoppa över');
    expect(shown()).toContain('steg 6 av 8');
    await say('mina svar');
    await press('open');
    // "Nästa" in words takes nothing away from a card that is answered.
    expect(shown()).toContain('En vecka');
  });

  it('is an answer, also where it is small talk at other times', async () => {
    await say('kanske');
    expect(shown()).toContain('steg 2 av 8');
    await say('avbryt');
    expect(wordsOf(await say('kanske'))).toContain(texts.thanks);
  });

  it('begins the guide again where it asks for that, with a card that asks first', async () => {
    await say(own);
    await say('börja om');
    expect(shown()).toContain(texts.coaching.begun.title);
  });

  it('is the response where it is an option of the only step, also where it is a command', async () => {
    await say('avbryt');
    await say('Vår del i helheten');
    expect(wordsOf(await say('väl'))).toContain('klar');
    expect(shown()).toContain('Väl');
    expect(await moves()).toHaveLength(2);
  });

  it('is an option also without what explains it', async () => {
    await say('välj en vana');
    await say('organisation');
    await say('samverkan');
    expect(shown()).toContain('steg 3 av 4');
  });

  it('is a line to the other person in a rehearsal', async () => {
    await say('Beslutet som gick fel');
    for (const line of ['Hej!', 'Tack ska du ha', 'Det stämmer inte', 'Jag förstår inte', 'Hör av dig på fredag']) {
      expect(wordsOf(await say(line))).toContain(texts.coaching.rehearsals.takenAsLine);
      expect(shown()).toContain(line);
    }
  });

  it('is a day or a reminder where the step takes no text, and a title with a question mark ends no sentence', async () => {
    await say('avbryt');
    await say('vad förordar du');
    expect(wordsOf(await say('påminn Eva på fredag'))).toContain(texts.commitments.problems.others);
    expect(wordsOf(await say('ja'))).not.toContain('?*.');
  });

  it('pauses a guide that waits already, and says so', async () => {
    await say('pausa');
    await say('pausa');
    expect(shown()).toContain('Lämna över ett uppdrag* väntar på dig');
    // What waits is not ended by a word.
    expect(wordsOf(await say('avbryt'))).toContain(texts.cancelled);
  });

  it('is the response where the only step is a day', async () => {
    await say('avbryt');
    await say('klargör ett uppdrag');
    for (let step = 0; step < 4; step++) await say('Ett svar');
    await press('next', { 'tydliga-roller': 'ja', roller: 'Vem gör vad' });
    await say('på fredag');
    expect(shown()).toContain('klar');
    expect(shown()).toContain('fredag');
  });

  it('is the response where a day beside the text may be left out, and a day that is chosen stays', async () => {
    await say('tillitsspegeln');
    while (!shown().includes(lastQuestion))
      await press(
        'next',
        filled(each.manager.newest(), () => 0),
      );
    await press('next', { prova: 'Ett samtal i veckan', nasta: '2030-01-15' });
    await press('back');
    expect(shown()).toContain(lastQuestion);
    await say('En kortare lista');
    expect(shown()).toContain('En kortare lista');
    expect(shown()).toContain('15 januari 2030');
  });

  it('ends one guide and not the next, which is asked about', async () => {
    await say('vad förordar du');
    expect(shown()).toContain('Vad förordar du?');
    await say('avbryt');
    expect(shown()).toContain(texts.coaching.stopped.title);
    for (const word of ['avbryt', 'avsluta']) {
      const turn = await say(word);
      expect(wordsOf(turn)).toContain('Inget mer är avslutat. Du har också *Lämna över ett uppdrag*');
      expect(wordsOf(turn)).not.toContain(texts.coaching.stopped.title);
    }
    await press('stop');
    expect(shown()).toContain('Det du skrev i *Lämna över ett uppdrag*');
  });

  it('ends the guide that was gone on with since another one ended', async () => {
    await say('vad förordar du');
    await say('avbryt');
    await say('fortsätt');
    await say('avbryt');
    expect(shown()).toContain('Det du skrev i *Lämna över ett uppdrag*');
  });

  it('is no response where the step is a choice', async () => {
    await say('avbryt');
    await say('vad förordar du');
    const turn = await say('en medarbetare vill byta schema');
    expect(wordsOf(turn)).toContain('Ska vi fortsätta?');
    expect(wordsOf(turn)).not.toContain(texts.coaching.buttons.answer);
    expect(await moves()).toHaveLength(1);
  });

  it('is no response twelve hours later', async () => {
    each.running.pass(13 * 60 * 60 * 1000);
    await say('semester i sommar');
    expect(await moves()).toHaveLength(0);
  });

  it('is kept and brings a card about people where it is a case for people', async () => {
    const turn = await press('next', { uppdrag: 'Jag är hotad av en anhörig' });
    expect(wordsOf(turn)).toContain(texts.concern.title);
    expect(wordsOf(turn)).toContain('krypterat');
    expect(await moves()).toHaveLength(1);
  });
});
