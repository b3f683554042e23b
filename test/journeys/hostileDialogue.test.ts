import { memberNamed, type Member } from '../../tools/localTeams/localTeams';
import { longestAnswer, mostPeople } from '../../src/dialogue/dialogue';
import { groupIn, own, shown, storedAnswers, storedDialogues } from './inDialogue';
import { anna, bo, run, texts, wordsOf, type Running } from './service';

const words = texts.dialogue;
/** Words that nobody outside the group may see. */
const canary = 'Xantippas kanariefågel';

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
beforeEach(() => running.stored((db) => db.deleteFrom('dialogues').execute()));
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const group = (members?: readonly Member[]) => groupIn(running, members);
const rows = () => storedAnswers(running);
const dialogues = () => storedDialogues(running);

describe('a dialogue that is attacked', () => {
  it('is nothing to somebody in another chat who has its id', async () => {
    const here = await group();
    await here.write(anna, here.first, canary);
    await here.write(bo, here.first, canary);
    const thief = memberNamed('Tjuv Tjuvsson');
    const other = running.channel.conversation({ id: '19:annan', type: 'groupChat', members: [thief] });
    await running.channel.say(other, thief, 'hjälp');
    const before = other.messages.length;
    for (const verb of 'dialogueWrite dialogueTakeBack dialogueAsk dialogueStep dialogueBack dialogueLearn dialogueShow'.split(
      ' ',
    ))
      for (const step of ['open', 'erase']) {
        const { dialogue } = here;
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
    await here.write(anna, here.first, 'Annas');
    const before = await rows();
    const { dialogue } = here;
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
        const turn = await here.post(bo, verb, data, here.first.id);
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
      people.map((person, n) => here.write(person, here.first, `Svar ${n} ${'丈'.repeat(longestAnswer - 20)}`)),
    );
    expect(turns.filter((turn) => own(turn).includes('Ditt svar är sparat'))).toHaveLength(mostPeople);
    expect(turns.filter((turn) => own(turn).includes('fler får inte plats'))).toHaveLength(1);
    expect(await rows()).toHaveLength(mostPeople);
    await here.take(people[0]!, here.first, 'open');
    const all = here.messages().map(shown).join('');
    const written = turns.flatMap((turn, n) => (own(turn).includes('fler får inte plats') ? [] : [n]));
    for (const n of written) expect(all).toContain(`Svar ${n} 丈`);
  });
});
