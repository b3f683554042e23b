import { run as person } from '../../src/cli/person';
import { type PersonalData } from '../../src/store/personalData';
import { tallyOf } from '../../src/store/deliveries';
import { local, signIn } from './inHr';
import { newManager } from './manager';
import { toMorning, waitFor, type Manager } from './sent';
import { run, type Running } from './service';

jest.setTimeout(120_000);

let running: Running;
beforeAll(async () => {
  running = await run({ rates: 'none' });
});
afterEach(() => expect(running.channel.refusals).toEqual([]));
afterAll(() => running.stop());

const hour = 3_600_000;
/** What `npm run person -- export` prints, which holds the same as the manager's own export. */
async function dataOf(manager: Manager): Promise<PersonalData> {
  const printed: string[] = [];
  await person(['export', manager.person.aadObjectId], (line) => printed.push(line), running.settings);
  return (JSON.parse(printed.join('\n')) as PersonalData[])[0]!;
}
const dataOfAll = (managers: readonly Manager[]) => Promise.all(managers.map(dataOf));

/** Three managers who have a campaign's card, and the local day that HR has planned. */
async function threeAsked() {
  const three = [newManager(running), newManager(running), newManager(running)] as const;
  for (const each of three) await each.say('hej');
  toMorning(running, 'tis');
  const at = local(new Date(running.now().getTime() + 120_000));
  const hr = await signIn(running, 'Hanna');
  const campaign = await hr.launch({ flow: 'fraga-eller-svara', plan: { kind: 'once', at } });
  running.pass(180_000);
  await waitFor(running, async () => {
    const { sent, planned, claimed } = await running.stored((db) => tallyOf(db, campaign.id));
    return sent >= three.length && planned + claimed === 0;
  });
  return { three, day: at.slice(0, 10), id: campaign.id, hr };
}

describe('two who put all their own data together', () => {
  it('learn of a third neither the answer, nor the silence, nor when it was: while people may answer, and afterwards', async () => {
    const { three, day, id, hr } = await threeAsked();
    const [one, other, third] = three;
    await one.press('next', { 'fraga-eller-svara': 'fragade' });
    const silent = await dataOfAll([one, other]);
    running.pass(2 * hour);
    await third.press('next', { 'fraga-eller-svara': 'svarade' });
    expect(await dataOfAll([one, other])).toEqual(silent);

    await hr.change(id, 'close');
    await waitFor(running, async () => (await dataOf(third)).messages.some(({ purpose }) => purpose === 'thanks'));
    const over = await dataOfAll(three);
    // The day that HR has planned is the same for everybody, and HR's page shows it. What a person gets does not depend on answers.
    for (const { campaigns, messages, answers } of over) {
      expect(campaigns).toEqual([{ title: 'Ramar', occurrence: day, state: 'sent', group: '' }]);
      expect(messages.map(({ purpose }) => purpose).sort()).toEqual(
        over[0]!.messages.map(({ purpose }) => purpose).sort(),
      );
      expect(answers).toEqual([]);
    }
    // Each keeps what is the person’s own under ”mina svar”.
    expect(over.map(({ sessions }) => sessions.flatMap(({ given }) => given).length)).toEqual([1, 0, 1]);
  });
});
