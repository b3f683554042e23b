import { type Results } from '../../src/hr/results';
import { type CampaignView } from '../../src/hr/campaigns';
import { type QuestionView } from '../../src/hr/questions';
import { signIn, type InHr } from './inHr';
import { newManager } from './manager';
import { toMorning, waitFor } from './sent';
import { run, texts, type Running } from './service';

jest.setTimeout(60_000);

let running: Running;
let hanna: InHr;
beforeAll(async () => {
  running = await run({ rates: 'none' });
  toMorning(running, 'tis');
  hanna = await signIn(running, 'Hanna');
});
afterAll(() => running.stop());

const hour = 3_600_000;

describe('HR’s invitation to the first 90 days', () => {
  it('opens the guide by one press; HR sees at least how many have begun, once, and nothing that they do', async () => {
    const questions = await hanna.get<QuestionView[]>('questions');
    expect(questions.filter(({ kind }) => kind === 'invitation').map(({ id }) => id)).toEqual(['inbjudan-ny-som-chef']);
    // What is ticked in a programme is not for HR to count.
    expect(questions.map(({ id }) => id)).not.toContain('ny-som-chef');

    const managers = Array.from({ length: 9 }, () => newManager(running));
    for (const manager of managers) await manager.say('hej');
    const { id } = await hanna.launch({ flow: 'inbjudan-ny-som-chef' });
    running.pass(2 * hour);
    await waitFor(running, async () => (await hanna.get<CampaignView>(`campaigns/${id}`)).tally.sent === 9);
    expect(managers[0]!.shown()).toContain('HR ser bara hur många som har börjat, från 6 och uppåt.');

    for (const manager of managers.slice(0, 8)) {
      const card = manager.newest();
      await manager.press('next');
      // The invitation stands where it stood, and the guide comes below it.
      expect(manager.newest().id).not.toBe(card.id);
      expect(manager.shown()).toContain('Tillit tar tid');
    }
    const [first] = managers;
    await first!.press('next');
    await first!.press('next', { 'vecka-1': 'mandat,lyssna', 'vecka-9-12': 'fira' });
    expect(first!.shown()).toContain('3 av 12');

    const results = () => hanna.get<Results>(`campaigns/${id}/results`);
    expect((await results()).occurrences).toEqual([]);
    await hanna.change(id, 'close');
    await waitFor(running, async () => (await results()).occurrences.length > 0);
    const { occurrences, isInvitation } = await results();
    expect(isInvitation).toBe(true);
    // Eight have begun.
    expect(occurrences).toEqual([{ ...occurrences[0], report: { groups: [] }, begun: 6 }]);
    expect((await hanna.call('GET', `campaigns/${id}/sheet/csv`)).text).toContain('Minst 6');
    expect((await hanna.call('GET', `campaigns/${id}/sheet/pdf`)).status).toBe(409);
    // The page of the manager is still there, and is found again on another device.
    await waitFor(running, () => JSON.stringify(managers[8]!.chat.messages).includes(texts.invitation.closed));
    await first!.say('Mina 90 dagar');
    expect(first!.shown()).toContain('3 av 12');
  });

  it('tells nothing of fewer than six', async () => {
    running.pass(8 * 24 * hour);
    toMorning(running, 'tis');
    const { id } = await hanna.launch({ flow: 'inbjudan-ny-som-chef' });
    running.pass(2 * hour);
    await waitFor(running, async () => (await hanna.get<CampaignView>(`campaigns/${id}`)).tally.sent >= 9);
    const results = () => hanna.get<Results>(`campaigns/${id}/results`);
    await hanna.change(id, 'close');
    await waitFor(running, async () => (await results()).occurrences.length > 0);
    expect((await results()).occurrences[0]).not.toHaveProperty('begun');
    expect((await hanna.call('GET', `campaigns/${id}/sheet/csv`)).text).toContain('Färre än 6');
  });
});
