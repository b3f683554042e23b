import { pruneAnswers, recordAnswer } from '../../src/store/answers';
import { type Database } from '../../src/store/database';
import { temporaryDatabase } from './temporary';

const monday = new Date('2024-05-06T07:00:00.000Z');
const tuesday = new Date('2024-05-07T07:00:00.000Z');
let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
});

const answers = () => db.selectFrom('answers').selectAll().orderBy('message').execute();

describe('recordAnswer', () => {
  it('keeps outcome, passage and day, and neither name nor hour', async () => {
    await recordAnswer(db, { message: 'm', outcome: 'found', passageId: 'skane#3' }, monday);
    expect(await answers()).toEqual([
      { message: 'm', outcome: 'found', passage_id: 'skane#3', answered_at: '2024-05-06T00:00:00.000Z' },
    ]);
  });

  it('keeps the last answer of a message that is replaced', async () => {
    await recordAnswer(db, { message: 'm', outcome: 'unsure' }, monday);
    await recordAnswer(db, { message: 'm', outcome: 'found', passageId: 'skane#3' }, tuesday);
    expect(await answers()).toMatchObject([{ outcome: 'found', passage_id: 'skane#3' }]);
    await recordAnswer(db, { message: 'm', outcome: 'none' }, tuesday);
    expect(await answers()).toMatchObject([{ outcome: 'none', passage_id: null }]);
  });
});

describe('pruneAnswers', () => {
  it('forgets what was answered before the time and nothing later', async () => {
    await recordAnswer(db, { message: 'old', outcome: 'none' }, monday);
    await recordAnswer(db, { message: 'young', outcome: 'none' }, tuesday);
    await pruneAnswers(db, new Date('2024-05-07T00:00:00.000Z'));
    expect(await answers()).toMatchObject([{ message: 'young' }]);
  });
});
