import { runsOf } from '../../src/store/campaignRuns';
import { addCampaign, changeCampaign, findCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { keepPromise } from '../../src/store/promises';
import { publishRun } from '../../src/store/publishedResults';
import { aCampaign, aRun } from '../campaigns/aCampaign';
import { sentRun } from './sentRun';
import { onPostgres, twoHandles } from './temporary';

const serviceKey = newKey();
const run = aRun();
const later = { campaign: 'c1', day: '2026-12-07' };
const words = { text: 'Vi återkommer i januari.', carried: false };

let db: Database;
let other: Database;
beforeEach(async () => {
  [db, other] = await twoHandles();
  await addCampaign(db, aCampaign());
  await sentRun(db, serviceKey);
  await sentRun(db, serviceKey, { day: later.day });
});
const promises = async () => (await runsOf(db, 'c1')).map(({ promise }) => promise);
const campaign = async () => (await findCampaign(db, 'c1'))!;

describe('what HR promises of a run', () => {
  it('is kept with the run alone, and the campaign has the next revision', async () => {
    expect(await keepPromise(db, run, words, 0)).toBe('kept');
    expect(await promises()).toEqual([words.text, undefined]);
    expect(await campaign()).toEqual(aCampaign({ revision: 1 }));
  });

  it('is kept with the campaign too where it is carried on, until it is taken back the same way', async () => {
    await keepPromise(db, run, { ...words, carried: true }, 0);
    expect((await campaign()).promise).toBe(words.text);
    await keepPromise(db, later, { text: '', carried: true }, 1);
    expect((await campaign()).promise).toBeUndefined();
    expect(await promises()).toEqual([words.text, '']);
  });

  it('is refused, and nothing of it kept, where somebody has changed the campaign meanwhile', async () => {
    await changeCampaign(db, await campaign());
    expect(await keepPromise(db, run, { ...words, carried: true }, 0)).toBe('changed');
    expect(await promises()).toEqual([undefined, undefined]);
    expect((await campaign()).promise).toBeUndefined();
  });

  it('stays through other changes of the campaign', async () => {
    await keepPromise(db, run, { ...words, carried: true }, 0);
    await changeCampaign(db, { ...(await campaign()), title: 'Nytt namn' });
    expect((await campaign()).promise).toBe(words.text);
  });

  it('of two who write at once is that of one, and the other is told', async () => {
    const one = keepPromise(db, run, words, 0);
    // SQLite's two connections would wait for each other in one process; there only one instance runs.
    const two = keepPromise(onPostgres ? other : db, run, { ...words, text: 'Något annat.' }, 0);
    expect([await one, await two].sort()).toEqual(['changed', 'kept']);
    expect((await campaign()).revision).toBe(1);
  });

  it('is refused once the run is published, and of a run that is not there', async () => {
    await publishRun(db, serviceKey, run, 6);
    expect(await keepPromise(db, run, words, 0)).toBe('over');
    expect(await keepPromise(db, { campaign: 'c1', day: '2027-01-01' }, words, 0)).toBe('over');
    expect((await campaign()).revision).toBe(0);
  });
});

describe('a run that is published', () => {
  it('has the promise that the campaign carried then, whatever is said later', async () => {
    await keepPromise(db, later, { ...words, carried: true }, 0);
    await publishRun(db, serviceKey, run, 6);
    await keepPromise(db, later, { text: 'Något annat.', carried: true }, 1);
    expect(await promises()).toEqual([words.text, 'Något annat.']);
  });

  it('has its own promise, or none, and not that of the campaign', async () => {
    await keepPromise(db, run, { ...words, text: '' }, 0);
    await keepPromise(db, later, { ...words, carried: true }, 1);
    await publishRun(db, serviceKey, run, 6);
    await publishRun(db, serviceKey, later, 6);
    expect(await promises()).toEqual(['', words.text]);
  });

  it('has none for good where HR had said nothing', async () => {
    await publishRun(db, serviceKey, run, 6);
    await keepPromise(db, later, { ...words, carried: true }, 0);
    expect((await promises())[0]).toBe('');
  });
});
