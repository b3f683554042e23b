import { recordAudit } from '../../src/store/auditLog';
import { recordAnswer } from '../../src/store/answers';
import { commitmentStore } from '../../src/store/reminders';
import { replaceAbsences } from '../../src/store/absences';
import { addCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { cancelDeliveries, planDeliveries } from '../../src/store/deliveries';
import { orderStore } from '../../src/store/downloads';
import { dialogueStore } from '../../src/store/dialogues';
import { recordFeedback } from '../../src/store/feedback';
import { addGroup } from '../../src/store/groups';
import { recordRoster, remember } from '../../src/store/people';
import { publishRun } from '../../src/store/publishedResults';
import { answerFromHr, sendQuestion, takeQuestion } from '../../src/store/questions';
import { keepResponse } from '../../src/store/responses';
import { runKeyOf } from '../../src/store/runKeys';
import { newKey } from '../../src/store/encryption';
import { sessionStore } from '../../src/store/sessions';
import { keepUnanswered } from '../../src/store/unanswered';
import { planWelcome } from '../../src/store/welcomes';
import { aCampaign, aResponse } from '../campaigns/aCampaign';
import { recipients } from '../deliveries/recipients';
import { shareStore } from '../../src/store/shares';
import { aShare, type Named } from './aShare';
import { next } from './move';
import { sentRun } from './sentRun';

export const [earlier, now, later] = [23, 24, 25].map((day) => new Date(`2026-11-${day}T10:00:00.000Z`)) as [
  Date,
  Date,
  Date,
];
export const serviceKey = newKey();
export const id = 'Kanarie-0001';
export const email = 'Kanarie.Ås@region.example';
export const [published, occurrence] = ['2026-11-17', '2026-11-24'] as const;
const flow = { id: 'ramar', title: 'Ramar', version: '1' } as never;

const campaign = aCampaign({ least: 2 });

/** What HR lists, and what became of it. */
export async function list(db: Database, listedAs: string): Promise<void> {
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

/**
 * Stores a person who stands in every table that can hold one, as a manager and as one of HR. Returns what the person is named among the
 * answers to the run that has been published, and to the one that is open.
 */
export async function fill(db: Database): Promise<readonly string[]> {
  await list(db, email);
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
  const commitments = commitmentStore(db, serviceKey, () => now);
  await commitments.add(id, { title: 'Ramar', what: 'Kanariens löfte', due: '2026-12-01' });
  await commitments.keepHours(id, { from: '09:00', to: '15:00' });
  const response = aResponse({ group: 'Öron', given: { q: ['ja'] }, shared: { t: 'Mitt' } });
  for (const day of [published, occurrence]) {
    await sentRun(db, serviceKey, { day });
    for (const person of [id, 'bo']) await keepResponse(db, serviceKey, { ...response, occurrence: day, person });
  }
  const respondents = [await nameIn(db, published), await nameIn(db, occurrence)];
  await publishRun(db, serviceKey, { campaign: 'c1', day: published }, 2);
  const [kanarie, bo] = [id, 'bo'].map((one) => ({ id: one, name: one === id ? 'Kanarie Fågel' : 'Bo' })) as [Named, Named]; // oxfmt-ignore
  await aShare(db, serviceKey, { id: 's1', owner: kanarie, receiver: bo, now });
  await aShare(db, serviceKey, { id: 's2', owner: bo, receiver: kanarie, now });
  await shareStore(db, serviceKey, () => now).writeBack(id, 's2', 'Kanariens syn');
  await shareStore(db, serviceKey, () => now).writeBack('bo', 's1', 'Bos syn');
  await orderStore(db, () => now).place({ what: 'ownData', person: id, format: 'json' }, '123456');
  await keepUnanswered(db, serviceKey, id, ['parkering'], now);
  await sendQuestion(db, serviceKey, id, { id: 'q1', name: 'Kanarie Fågel', text: 'Min fråga' }, now);
  await takeQuestion(db, 'q1', { id: 'hanna', name: 'Hanna' }, { over: false, now });
  await answerFromHr(db, serviceKey, 'q1', { id: 'hanna', name: 'Hanna' }, { text: 'Ett svar', now, dueAt: now });
  await sendQuestion(db, serviceKey, 'bo', { id: 'q2', name: 'Bo', text: 'Bos fråga' }, now);
  await takeQuestion(db, 'q2', { id, name: 'Kanarie Fågel' }, { over: false, now });
  const dialogues = dialogueStore(db, serviceKey, () => now);
  const { dialogue } = await dialogues.begin('19:grupp', id, { id: 'ledningsgrupp', retentionDays: 30 });
  for (const person of [id, 'bo'])
    await dialogues.write({ id: dialogue.id, chat: '19:grupp', person }, 'question', `${person} svarar`);
  await recordAudit(db, { by: id, name: 'Kanarie Fågel', act: 'launch', about: 'c1' }, now);
  await recordAudit(db, { by: 'lokalt', name: email, act: 'close', about: 'c1' }, now);
  await recordAudit(db, { by: 'bo', name: 'Bo', act: 'pause', about: 'c1' }, now);
  return respondents;
}

const nameIn = async (db: Database, day: string) =>
  (await runKeyOf(db, serviceKey, { campaign: 'c1', day }))!.nameOf(id);
