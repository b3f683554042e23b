import { recordAnswer } from '../../src/store/answers';
import { addCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { planDeliveries, tallyOf } from '../../src/store/deliveries';
import { erasePerson } from '../../src/store/erasure';
import { feedbackBy, recordFeedback } from '../../src/store/feedback';
import { claimWelcome, findPerson, recordRoster, remember } from '../../src/store/people';
import { decryptFor } from '../../src/store/personKeys';
import { keepResponse, responsesTo } from '../../src/store/responses';
import { newKey } from '../../src/store/encryption';
import { aCampaign, aResponse } from '../campaigns/aCampaign';
import { recipients } from '../deliveries/recipients';
import { sentRun } from './sentRun';
import { allStored, temporaryDatabase } from './temporary';

const monday = new Date('2024-05-06T07:00:00.000Z');
const tuesday = new Date('2024-05-07T07:00:00.000Z');
const serviceKey = newKey();
let db: Database;

/** Åsa and Bo have each asked, been answered and said what they thought. */
beforeEach(async () => {
  db = await temporaryDatabase();
  for (const [id, name] of [
    ['asa', 'Åsa Lindqvist'],
    ['bo', 'Bo Ek'],
  ] as const) {
    await remember(db, { id, address: `{"chat":"${id}"}` }, monday);
    await recordRoster(db, id, { name, email: `${id}.kontakt@region.example` }, monday);
    await claimWelcome(db, id, monday);
    await recordAnswer(db, { message: id, outcome: 'found', passageId: 'skane#3' }, monday);
    await recordFeedback(db, serviceKey, { message: id, personId: id, reaction: 'like', words: 'Tack' }, monday);
  }
});

describe('erasePerson', () => {
  it('removes the person and the person’s feedback, and nobody else’s', async () => {
    await erasePerson(db, serviceKey, 'asa', tuesday);
    expect(await findPerson(db, 'asa')).toBeUndefined();
    expect(await db.selectFrom('feedback').select('person_id').execute()).toEqual([{ person_id: 'bo' }]);
    expect(await findPerson(db, 'bo')).toMatchObject({ name: 'Bo Ek' });
    expect(await feedbackBy(db, serviceKey, 'bo')).toMatchObject([{ words: 'Tack' }]);
  });

  it('is kept as an erasure, also of a person who never wrote a word, so that a restore can repeat it', async () => {
    await remember(db, { id: 'tyst' }, monday);
    await erasePerson(db, serviceKey, 'tyst', tuesday);
    const list = db
      .selectFrom('person_keys')
      .select(['person_id', 'destroyed_at'])
      .where('destroyed_at', 'is not', null);
    expect(await list.execute()).toEqual([{ person_id: 'tyst', destroyed_at: tuesday.toISOString() }]);
  });

  it('takes back answers to open campaigns, and keeps deliveries as numbers only', async () => {
    await addCampaign(db, aCampaign());
    await sentRun(db, serviceKey, { day: '1' });
    for (const person of ['asa', 'bo']) await keepResponse(db, serviceKey, aResponse({ person, occurrence: '1' }));
    await planDeliveries(
      db,
      { topic: 'c1', occurrence: '1', purpose: 'card', dueAt: monday },
      recipients(['asa', 'bo']),
    );
    await erasePerson(db, serviceKey, 'asa', tuesday);
    expect(await responsesTo(db, serviceKey, 'c1', '1')).toHaveLength(1);
    expect(await tallyOf(db, 'c1')).toMatchObject({ planned: 1, cancelled: 1 });
    const people = await db.selectFrom('deliveries').select('person').execute();
    expect(people.map(({ person }) => person)).not.toContain('asa');
  });

  it('destroys the person’s key, which erases every copy of the words', async () => {
    const { words } = await db
      .selectFrom('feedback')
      .select('words')
      .where('person_id', '=', 'asa')
      .executeTakeFirstOrThrow();
    await erasePerson(db, serviceKey, 'asa', tuesday);
    expect(await decryptFor(db, serviceKey, { personId: 'asa', purpose: 'feedback' }, words ?? '')).toBeUndefined();
  });

  it('leaves neither name, e-mail, address nor wrapped key behind', async () => {
    const { wrapped_key } = await db
      .selectFrom('person_keys')
      .select('wrapped_key')
      .where('person_id', '=', 'asa')
      .executeTakeFirstOrThrow();
    const traces = ['Åsa Lindqvist', 'asa.kontakt@', '{"chat":"asa"}', wrapped_key ?? 'missing'];
    const before = await allStored(db);
    expect(traces.map((trace) => before.includes(trace))).toEqual([true, true, true, true]);
    await erasePerson(db, serviceKey, 'asa', tuesday);
    const after = await allStored(db);
    expect(traces.map((trace) => after.includes(trace))).toEqual([false, false, false, false]);
    expect(after.includes('Bo Ek')).toBe(true);
  });

  it('leaves a stranger, who is welcomed again and whose new words are kept', async () => {
    await erasePerson(db, serviceKey, 'asa', tuesday);
    expect(await claimWelcome(db, 'asa', tuesday)).toBe(true);
    await recordFeedback(
      db,
      serviceKey,
      { message: 'bo', personId: 'asa', reaction: 'dislike', words: 'Igen' },
      tuesday,
    );
    expect(await feedbackBy(db, serviceKey, 'asa')).toMatchObject([{ words: 'Igen' }]);
  });

  it('can be repeated, and is no fault for one who was never here', async () => {
    await erasePerson(db, serviceKey, 'asa', monday);
    await erasePerson(db, serviceKey, 'asa', tuesday);
    await erasePerson(db, serviceKey, 'nobody', tuesday);
    const erased = await db
      .selectFrom('person_keys')
      .select(['person_id', 'destroyed_at'])
      .where('destroyed_at', 'is not', null)
      .execute();
    expect(erased).toEqual([{ person_id: 'asa', destroyed_at: monday.toISOString() }]);
  });
});
