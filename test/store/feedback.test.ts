import { pruneAnswers, recordAnswer } from '../../src/store/answers';
import { type Database } from '../../src/store/database';
import { feedbackBy, recordFeedback } from '../../src/store/feedback';
import { remember } from '../../src/store/people';
import { newKey } from '../../src/store/encryption';
import { allStored, temporaryDatabase } from './temporary';

const monday = new Date('2024-05-06T07:00:00.000Z');
const tuesday = new Date('2024-05-07T07:00:00.000Z');
const serviceKey = newKey();
let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
  await remember(db, { id: 'asa' }, monday);
  await remember(db, { id: 'bo' }, monday);
  await recordAnswer(db, { message: 'm', outcome: 'found', passageId: 'skane#3' }, monday);
});

const like = { message: 'm', personId: 'asa', reaction: 'like' } as const;
const dislike = { ...like, reaction: 'dislike' } as const;
const kept = (personId = 'asa') => feedbackBy(db, serviceKey, personId);

describe('recordFeedback', () => {
  it('keeps reaction and words with the passage that was quoted', async () => {
    await recordFeedback(db, serviceKey, { ...like, words: 'Precis vad jag sökte' }, tuesday);
    expect(await kept()).toEqual([
      { ...like, words: 'Precis vad jag sökte', passageId: 'skane#3', givenAt: tuesday.toISOString() },
    ]);
  });

  it('keeps one per person and message, the latest', async () => {
    await recordFeedback(db, serviceKey, { ...like, words: 'Bra' }, monday);
    await recordFeedback(db, serviceKey, { ...dislike, personId: 'bo' }, monday);
    await recordFeedback(db, serviceKey, dislike, tuesday);
    expect(await kept()).toEqual([{ ...dislike, passageId: 'skane#3', givenAt: tuesday.toISOString() }]);
    expect(await kept('bo')).toHaveLength(1);
  });

  it('keeps why an answer did not help, as long as the thumb says so', async () => {
    await recordFeedback(db, serviceKey, { ...dislike, reason: 'outdated' }, monday);
    expect(await kept()).toMatchObject([{ reaction: 'dislike', reason: 'outdated', passageId: 'skane#3' }]);
    await recordFeedback(db, serviceKey, like, tuesday);
    expect(await kept()).toEqual([{ ...like, passageId: 'skane#3', givenAt: tuesday.toISOString() }]);
  });

  it('tells what is new from what has been said before', async () => {
    const say = (feedback: Parameters<typeof recordFeedback>[2], now = monday) =>
      recordFeedback(db, serviceKey, feedback, now);
    expect(await say(dislike)).toBe(true);
    expect(await say(dislike, tuesday)).toBe(false);
    expect(await kept()).toMatchObject([{ givenAt: monday.toISOString() }]);
    expect(await say({ ...dislike, reason: 'unclear' })).toBe(true);
    expect(await say({ ...dislike, reason: 'unclear' })).toBe(false);
    expect(await say({ ...dislike, reason: 'outdated' })).toBe(true);
    expect(await say(like)).toBe(true);
    expect(await say({ ...like, personId: 'bo' })).toBe(true);
  });

  it('is new once, however many say the same at once', async () => {
    const said = { ...dislike, reason: 'unclear' } as const;
    const told = await Promise.all(Array.from({ length: 8 }, () => recordFeedback(db, serviceKey, said, monday)));
    expect(told.filter(Boolean)).toHaveLength(1);
  });

  it('keeps the passage when the answer has been forgotten meanwhile', async () => {
    await recordFeedback(db, serviceKey, like, monday);
    await pruneAnswers(db, tuesday);
    await recordFeedback(db, serviceKey, dislike, tuesday);
    expect(await kept()).toMatchObject([{ reaction: 'dislike', passageId: 'skane#3' }]);
  });

  it('takes feedback on a message that was no answer', async () => {
    await recordFeedback(db, serviceKey, { ...like, message: 'hej' }, monday);
    expect(await kept()).toEqual([{ ...like, message: 'hej', givenAt: monday.toISOString() }]);
  });

  it('keeps blank words as none', async () => {
    await recordFeedback(db, serviceKey, { ...like, words: ' \n' }, monday);
    expect(await kept()).toEqual([{ ...like, passageId: 'skane#3', givenAt: monday.toISOString() }]);
  });

  it('leaves no word in clear in what is stored, on the disk neither in the file nor in its journal', async () => {
    const words = 'Chefen Sören svarade aldrig på min fråga';
    await recordFeedback(db, serviceKey, { ...dislike, words }, monday);
    const bytes = await allStored(db);
    expect(bytes.includes('skane#3')).toBe(true);
    for (const part of [
      words,
      'Sören',
      'svarade',
      Buffer.from(words).toString('base64'),
      Buffer.from(words).toString('base64url'),
    ])
      expect(bytes.includes(part)).toBe(false);
    expect(bytes.includes(Buffer.from('Sören', 'utf16le'))).toBe(false);
  });
});

describe('feedbackOf', () => {
  it('gives all that the person has said, oldest first, and nothing of others', async () => {
    await recordFeedback(db, serviceKey, { ...like, message: 'z' }, monday);
    await recordFeedback(db, serviceKey, { ...dislike, message: 'a' }, tuesday);
    await recordFeedback(db, serviceKey, { ...like, personId: 'bo' }, monday);
    expect((await kept()).map((feedback) => feedback.message)).toEqual(['z', 'a']);
  });
});
