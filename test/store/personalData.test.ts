import { auditLog, recordAudit } from '../../src/store/auditLog';
import { recordAnswer } from '../../src/store/answers';
import { replaceAbsences } from '../../src/store/absences';
import { addCampaign, findCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { cancelDeliveries, planDeliveries, tallyOf } from '../../src/store/deliveries';
import { erasePerson } from '../../src/store/erasure';
import { recordFeedback } from '../../src/store/feedback';
import { addGroup, listGroups } from '../../src/store/groups';
import { hasPersonalData, personalDataOf } from '../../src/store/personalData';
import { recordRoster, remember } from '../../src/store/people';
import { publishedOf, publishRun } from '../../src/store/publishedResults';
import { answerFromHr, sendQuestion, takeQuestion } from '../../src/store/questions';
import { keepResponse } from '../../src/store/responses';
import { runKeyOf } from '../../src/store/runKeys';
import { newKey } from '../../src/store/encryption';
import { sessionStore } from '../../src/store/sessions';
import { keepUnanswered } from '../../src/store/unanswered';
import { planWelcome } from '../../src/store/welcomes';
import { aCampaign, aResponse } from '../campaigns/aCampaign';
import { recipients } from '../deliveries/recipients';
import { next } from './move';
import { sentRun } from './sentRun';
import { allStored, temporaryDatabase } from './temporary';

const [earlier, now, later] = [23, 24, 25].map((day) => new Date(`2026-11-${day}T10:00:00.000Z`)) as [Date, Date, Date];
const serviceKey = newKey();
const id = 'Kanarie-0001';
const email = 'Kanarie.Ås@region.example';
const occurrence = '2026-11-24';
const published = '2026-11-17';
const flow = { id: 'ramar', title: 'Ramar', version: '1' } as never;

/** Tables that hold nothing of a person, or nothing that can be tied to one: blind names of messages, counts, HR's own titles. */
const ofNobody = (
  'activities answers campaign_runs document_versions documents groups hr_settings library pace question_set_versions ' +
  'question_sets releases teams unanswered_counts'
).split(' ');

let db: Database;
/** What the person is named among the answers to the run that has been published, and to the one that is open. */
let respondents: readonly string[];
const campaign = aCampaign({ least: 2 });

/** What HR lists, and what became of it. */
async function list(listedAs: string): Promise<void> {
  await addGroup(db, { id: 'g1', title: 'Chefer', now }, [
    { listedAs, unit: 'Öron' },
    { listedAs: 'bo@region.example', unit: 'Näsa' },
  ]);
  await replaceAbsences(db, [
    { listedAs, from: '2026-12-01', until: '2026-12-05' },
    { listedAs: 'bo@region.example', from: '2026-12-02', until: '2026-12-03' },
  ]);
  await addCampaign(db, aCampaign({ id: 'before', title: 'Före' }));
  const waiting = recipients([listedAs.normalize('NFC').toLowerCase()], { group: 'Öron', reachable: false });
  await planDeliveries(db, { topic: 'before', occurrence, purpose: 'card', dueAt: earlier }, waiting);
  await cancelDeliveries(db, 'before', now);
}

/** A person who stands in every table that can hold one, as a manager and as one of HR. */
async function fill(): Promise<void> {
  await list(email);
  await remember(db, { id, address: '{"chat":"kanarie"}' }, now);
  await recordRoster(db, id, { name: 'Kanarie Fågel', email }, now);
  await remember(db, { id: 'bo' }, now);
  await planWelcome(db, id, now);
  await recordAnswer(db, { message: 'blind message', outcome: 'found', passageId: 'p1' }, now);
  await recordFeedback(
    db,
    serviceKey,
    { message: 'blind message', personId: id, reaction: 'like', words: 'Tack' },
    now,
  );
  await addCampaign(db, { ...campaign, createdBy: id, launchedBy: id });
  const audience = recipients([id, 'bo'], { group: 'Öron' });
  await planDeliveries(db, { topic: 'c1', occurrence, purpose: 'card', dueAt: now }, audience);
  const sessions = sessionStore(db, serviceKey, () => now);
  await sessions.append(id, await sessions.begin(id, flow), next, false);
  await sessions.begin(id, flow, 'a delivery');
  const response = aResponse({ group: 'Öron', given: { q: ['ja'] }, shared: { t: 'Mitt' } });
  for (const day of [published, occurrence]) {
    await sentRun(db, serviceKey, { day });
    for (const person of [id, 'bo']) await keepResponse(db, serviceKey, { ...response, occurrence: day, person });
  }
  respondents = [await nameIn(published), await nameIn(occurrence)];
  await publishRun(db, serviceKey, { campaign: 'c1', day: published }, 2);
  await keepUnanswered(db, serviceKey, id, ['parkering'], now);
  await sendQuestion(db, serviceKey, id, { id: 'q1', name: 'Kanarie Fågel', text: 'Min fråga' }, now);
  await takeQuestion(db, 'q1', { id: 'hanna', name: 'Hanna' }, { over: false, now });
  await answerFromHr(db, serviceKey, 'q1', { id: 'hanna', name: 'Hanna' }, { text: 'Ett svar', now, dueAt: now });
  await sendQuestion(db, serviceKey, 'bo', { id: 'q2', name: 'Bo', text: 'Bos fråga' }, now);
  await takeQuestion(db, 'q2', { id, name: 'Kanarie Fågel' }, { over: false, now });
  await recordAudit(db, { by: id, name: 'Kanarie Fågel', act: 'launch', about: 'c1' }, now);
  await recordAudit(db, { by: 'lokalt', name: email, act: 'close', about: 'c1' }, now);
  await recordAudit(db, { by: 'bo', name: 'Bo', act: 'pause', about: 'c1' }, now);
}

const nameIn = async (day: string) => (await runKeyOf(db, serviceKey, { campaign: 'c1', day }))!.nameOf(id);

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
    await fill();
    const whole = await tables();
    const tells = (rows: string) => /kanarie/i.test(rows) || respondents.some((name) => rows.includes(name));
    const holding = [...whole].filter(([, rows]) => tells(rows)).map(([name]) => name);
    // Reached through a row of the person's own, or named blindly.
    expect([...holding, 'moves', 'session_messages', 'question_words', 'unanswered', ...ofNobody].sort()).toEqual(
      [...whole.keys()].sort(),
    );
  });

  it('is told in the export: of every table, under the id, the e-mail and the blind names', async () => {
    await fill();
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
      // Not to the run that has been published: nobody can tell any more what the person answered there.
      answers: [{ title: 'Ramar', occurrence, group: 'Öron', values: { q: ['ja'] }, shared: { t: 'Mitt' } }],
      unanswered: [{ month: '2026-11', word: 'parkering' }],
      questions: [{ name: 'Kanarie Fågel', state: 'answered', said: [{ text: 'Min fråga' }, { text: 'Ett svar' }] }],
      takenQuestions: [{ state: 'taken' }],
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
    await fill();
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
      takenQuestions: [],
      erased: [later.toISOString()],
    });
  });

  it('leaves what adds up, and what is another person’s', async () => {
    await fill();
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
    });
    expect(await personalDataOf(db, serviceKey, 'bo@region.example')).toMatchObject({ groups: [{}], absences: [{}] });
  });

  it('leaves the audit log with every act, all of one person under one name that tells nothing', async () => {
    await fill();
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
    await list(listedAs);
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
    await list(email);
    expect(hasPersonalData(await personalDataOf(db, serviceKey, 'ingen@region.example'))).toBe(false);
  });
});
