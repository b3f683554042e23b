import { auditLog } from '../../src/store/auditLog';
import { findCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { tallyOf } from '../../src/store/deliveries';
import { erasePerson } from '../../src/store/erasure';
import { listGroups } from '../../src/store/groups';
import { hasPersonalData, personalDataOf } from '../../src/store/personalData';
import { publishedOf } from '../../src/store/publishedResults';
import { allStored, temporaryDatabase } from './temporary';

import { email, fill, id, later, list, now, occurrence, published, serviceKey } from './aKnownPerson';

/** Tables without anything that belongs to a person: pseudonyms, counts, HR's own titles. */
const ofNobody = (
  'documents document_versions library question_sets question_set_versions activities answers campaign_runs downloads groups hr_settings keyring pace releases teams ' +
  'unanswered_counts'
).split(' ');
/** Tables whose rows are reached through a row of the person's own, or named blindly. */
const blindly = 'moves session_messages question_words unanswered dialogues dialogue_answers'.split(' ');

let db: Database;
/** What the person is named among the answers to the run that has been published, and to the one that is open. */
let respondents: readonly string[];

/** Table -> all that stands in it. */
async function tables(): Promise<Map<string, string>> {
  const names = (await db.introspection.getTables())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('sqlite_'));
  const rows = names.map(async (name) => [
    name,
    JSON.stringify(
      await db
        .selectFrom(name as 'people')
        .selectAll()
        .execute(),
    ),
  ]);
  return new Map((await Promise.all(rows)) as [string, string][]);
}

beforeEach(async () => {
  db = await temporaryDatabase();
});

describe('what is kept of a person', () => {
  it('stands in every table that can hold a person, and in no other', async () => {
    respondents = await fill(db);
    const whole = await tables();
    const tells = (rows: string) => /kanarie/i.test(rows) || respondents.some((name) => rows.includes(name));
    const holding = [...whole].filter(([, rows]) => tells(rows)).map(([name]) => name);
    expect([...holding, ...blindly, ...ofNobody].sort()).toEqual([...whole.keys()].sort());
  });

  it('is told in the export: of every table, under the id, the e-mail and the blind names', async () => {
    respondents = await fill(db);
    expect(await personalDataOf(db, serviceKey, id)).toMatchObject({
      feedback: [{ words: 'Tack', passageId: 'p1' }],
      sessions: expect.arrayContaining([
        {
          title: 'Ramar',
          startedAt: now.toISOString(),
          open: true,
          given: [expect.objectContaining({ words: ['Schemat'] })],
        },
        { title: 'Ramar', startedAt: '2026-11-24', open: true, given: [] },
      ]) as object[],
      campaigns: [
        { title: 'Före', group: 'Öron', state: 'cancelled' },
        { title: 'Ramar', group: 'Öron', state: 'planned' },
      ],
      messages: expect.arrayContaining([
        expect.objectContaining({ purpose: 'welcome', state: 'planned' }),
        expect.objectContaining({ purpose: 'answer', state: 'planned' }),
      ]) as object[],
      commitments: [{ title: 'Ramar', what: 'Kanariens löfte', due: '2026-12-01', state: 'open' }],
      reminderSettings: [{ from: '09:00', to: '15:00', pausedSince: null }],
      // Not to the run that has been published: nobody can tell any more what the person answered there.
      answers: [{ title: 'Ramar', occurrence, group: 'Öron', values: { q: ['ja'] }, shared: { t: 'Mitt' } }],
      unanswered: [{ month: '2026-11', word: 'parkering' }],
      questions: [{ name: 'Kanarie Fågel', state: 'answered', said: [{ text: 'Min fråga' }, { text: 'Ett svar' }] }],
      takenQuestions: [{ state: 'taken' }],
      dialogues: [{ content: 'ledningsgrupp', round: 'question', text: `${id} svarar` }],
      shares: [
        { receiverName: 'Bo', written: {}, understoodAt: now.toISOString() },
        { ownerName: 'Bo', title: 'Utkast', understanding: { words: 'Kanariens syn' } },
      ],
      groups: [{ title: 'Chefer', unit: 'Öron' }],
      absences: [{ from: '2026-12-01', until: '2026-12-05' }],
      acts: expect.arrayContaining([
        { at: now.toISOString(), name: 'Kanarie Fågel', act: 'launch', about: 'c1' },
        { at: now.toISOString(), name: email, act: 'close', about: 'c1' },
      ]) as object[],
      ownCampaigns: [{ title: 'Ramar', created: true, launched: true }],
      erased: [],
    });
  });

  it('is gone after the erasure, from every table but the list of erasures', async () => {
    respondents = await fill(db);
    const before = await allStored(db);
    expect(respondents.map((name) => before.includes(name))).toEqual([false, true]);
    await erasePerson(db, serviceKey, id, later);
    for (const [name, rows] of await tables()) {
      const shown = name === 'person_keys' ? rows.replace(JSON.stringify(id), '') : rows;
      expect({ name, shown: /kanarie/i.exec(shown)?.[0] }).toEqual({ name, shown: undefined });
    }
    const stored = await allStored(db);
    for (const trace of ['Kanarie Fågel', 'anarie.', '{"chat":"kanarie"}', ...respondents])
      expect([trace, stored.includes(trace)]).toEqual([trace, false]);
    expect(await personalDataOf(db, serviceKey, id)).toMatchObject({
      acts: [],
      answers: [],
      questions: [],
      dialogues: [],
      commitments: [],
      reminderSettings: [],
      takenQuestions: [],
      erased: [later.toISOString()],
    });
  });

  it('leaves what adds up, and what is another person’s', async () => {
    respondents = await fill(db);
    await erasePerson(db, serviceKey, id, later);
    expect(await tallyOf(db, 'before')).toMatchObject({ cancelled: 1 });
    expect(await tallyOf(db, 'c1')).toMatchObject({ planned: 1, cancelled: 1 });
    const results = await publishedOf(db, serviceKey, 'c1');
    expect(results.get(published)?.tables).toEqual({ Öron: { people: 2, counts: { q: { ja: 2 } } } });
    expect(await listGroups(db)).toMatchObject([{ size: 1 }]);
    expect(await personalDataOf(db, serviceKey, 'bo')).toMatchObject({
      questions: [{ said: [{ text: 'Bos fråga' }] }],
      answers: [{ shared: { t: 'Mitt' } }],
      acts: [{ name: 'Bo', act: 'pause' }],
      dialogues: [{ text: 'bo svarar' }],
    });
    expect(await personalDataOf(db, serviceKey, 'bo@region.example')).toMatchObject({ groups: [{}], absences: [{}] });
  });

  it('leaves the audit log with every act, all of one person under one name that tells nothing', async () => {
    respondents = await fill(db);
    await erasePerson(db, serviceKey, id, later);
    const entries = await auditLog(db, 50);
    const by = entries.filter(({ act }) => act !== 'pause');
    expect(by.map(({ act }) => act).sort()).toEqual(['close', 'launch']);
    expect(new Set(by.map((entry) => `${entry.by} ${entry.name}`)).size).toBe(1);
    expect(by[0]).toMatchObject({ by: expect.stringMatching(/^erased:/) as string, name: 'Raderad person' });
    expect(await findCampaign(db, 'c1')).toMatchObject({ createdBy: by[0]!.by, launchedBy: by[0]!.by });
  });
});

describe('what is kept of somebody who only stands on HR’s lists', () => {
  it.each([
    ['an e-mail', email],
    ['an object id', '7F2C0A52-77AA-4F39-9E3A-0C1D2E3FKANARIE'],
  ])('is told, and erased without a trace: listed by %s', async (_, listedAs) => {
    await list(db, listedAs);
    const data = await personalDataOf(db, serviceKey, listedAs);
    expect(hasPersonalData(data)).toBe(true);
    expect(data).toMatchObject({
      groups: [{ title: 'Chefer', unit: 'Öron' }],
      absences: [{ from: '2026-12-01', until: '2026-12-05' }],
      campaigns: [{ title: 'Före', state: 'cancelled' }],
    });
    await erasePerson(db, serviceKey, listedAs, later);
    expect(hasPersonalData(await personalDataOf(db, serviceKey, listedAs))).toBe(false);
    expect((await allStored(db)).toString().toLowerCase()).not.toContain('kanarie');
    expect(await tallyOf(db, 'before')).toMatchObject({ cancelled: 1 });
  });

  it('is nothing where nobody has listed them', async () => {
    await list(db, email);
    expect(hasPersonalData(await personalDataOf(db, serviceKey, 'ingen@region.example'))).toBe(false);
  });
});
