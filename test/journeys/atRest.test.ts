import { newManager } from './manager';
import { local, signIn } from './inHr';
import { buttonOn, pressAgain, toMorning, waitFor, type Manager } from './sent';
import { run, type Running } from './service';
import { bytesOf, likenessOf, rowsOf, steal, type Stolen } from './thief';
import { tallyOf } from '../../src/store/deliveries';
import { walk } from './walk';

jest.setTimeout(120_000);

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const hour = 3_600_000;
const namesOf = ({ person, chat }: Manager) => [person.id, person.aadObjectId, chat.id];

/** Two people who have the bot and a campaign's card, and have never written a word. */
async function twoAsked(flow: string) {
  const two = [newManager(running), newManager(running)] as const;
  // Teams tells of an installation without the person's language and name.
  const bare = { type: 'installationUpdate', action: 'add', locale: undefined };
  for (const { chat, person } of two)
    await running.channel.post(chat, person, { ...bare, from: { id: person.id, aadObjectId: person.aadObjectId } });
  await waitFor(running, async () => (await rosters(two)) === 2);
  toMorning(running, 'tis');
  const at = local(new Date(running.now().getTime() + 120_000));
  const hr = await signIn(running, 'Hanna');
  const campaign = await hr.launch({ flow, plan: { kind: 'once', at } });
  running.pass(180_000);
  await waitFor(running, async () => {
    const { sent, planned, claimed } = await running.stored((db) => tallyOf(db, campaign.id));
    return sent > 1 && planned + claimed === 0;
  });
  return two;
}

const rosters = async (two: readonly Manager[]) =>
  running.stored(async (db) => {
    const ids = two.map(({ person }) => person.aadObjectId);
    return (
      await db.selectFrom('people').select('id').where('id', 'in', ids).where('roster_at', 'is not', null).execute()
    ).length;
  });

const stolen = () => running.stored(steal);
/** How many moves there are, of all people. */
const movesIn = (all: Stolen) => all.filter(({ table }) => table === 'moves').length;
const timesIn = (bytes: string, name: string) => bytes.split(name).length - 1;

const ways: Record<string, { flow: string; moves: number; act: (one: Manager) => Promise<unknown> }> = {
  'answers a question': {
    flow: 'manadens-lardom',
    moves: 1,
    act: (one) => one.press('next', { 'manadens-lardom': 'Vi vågar fråga', 'manadens-lardom_delas': 'true' }),
  },
  'answers, and changes the answer': {
    flow: 'fraga-eller-svara',
    moves: 2,
    act: async (one) => {
      const [message, button] = [one.newest().id, buttonOn(one, 'next')];
      await one.press('next', { 'fraga-eller-svara': 'fragade' });
      await pressAgain(running, one, button, message, { 'fraga-eller-svara': 'svarade' });
    },
  },
  'goes through a guide of several cards': {
    flow: 'delegering',
    moves: 8,
    act: (one) => walk(running, one.chat, one.person, () => 0),
  },
  'leaves a guide, and goes on with it in another message': {
    flow: 'delegering',
    moves: 3,
    act: async (one) => {
      await one.press('next', { uppdrag: 'Schemat' });
      await one.say('pausa');
      await one.say('fortsätt');
    },
  },
  'answers, and erases the answer': {
    flow: 'manadens-lardom',
    moves: 0,
    act: async (one) => {
      await one.press('next', { 'manadens-lardom': 'Vi vågar fråga' });
      await one.press('erase');
      await one.press('eraseForGood');
    },
  },
};

describe('a person who has the database without its key', () => {
  it.each(Object.entries(ways))(
    'sees in no row that leads to a person that the person %s',
    async (_, { flow, moves, act }) => {
      const [one, other] = await twoAsked(flow);
      const before = await stolen();
      const bytes = bytesOf(running.settings.DATA_DIR!);
      await act(one);
      const after = await stolen();
      expect(movesIn(after) - movesIn(before)).toBe(moves);
      const later = bytesOf(running.settings.DATA_DIR!);
      for (const manager of [one, other]) {
        const rows = rowsOf(after, namesOf(manager));
        // No byte differs, and the row is at the same place.
        expect(rows).toEqual(rowsOf(before, namesOf(manager)));
        expect(new Set(rows.map(({ table }) => table))).toEqual(
          new Set(['people', 'sessions', 'deliveries', 'person_keys']),
        );
        for (const name of namesOf(manager)) expect(timesIn(later, name)).toBe(timesIn(bytes, name));
      }
      expect(likenessOf(after, namesOf(one))).toEqual(likenessOf(after, namesOf(other)));
    },
  );

  it('sees of two who have put the card off not which of them has answered when it is brought again', async () => {
    const two = await twoAsked('manadens-lardom');
    const [one, other] = two;
    const [message, button] = [one.newest().id, buttonOn(one, 'next')];
    for (const each of two) await each.press('snooze');
    await pressAgain(running, one, button, message, { 'manadens-lardom': 'Vi vågar fråga' });
    running.pass(24 * hour);
    await waitFor(running, () => other.chat.messages.at(-1)!.activity.summary === 'En fråga från HR');
    await running.caughtUp();
    const after = await stolen();
    expect(likenessOf(after, namesOf(one))).toEqual(likenessOf(after, namesOf(other)));
  });
});
