import { absencesOf } from './absences';
import { actsOf } from './auditLog';
import { campaignsBy } from './campaigns';
import { everyCommitment } from './commitments';
import { type Database } from './database';
import { dialogueAnswersBy } from './dialoguesByPerson';
import { feedbackBy } from './feedback';
import { groupsOf } from './groups';
import { questionsOf, takenBy } from './questionsByPerson';
import { namesOf } from './listedPeople';
import { erasuresOf } from './personKeys';
import { messagesTo, receivedDeliveriesOf } from './receivedDeliveries';
import { reminderSettingsOf } from './reminderSettings';
import { responsesBy } from './responses';
import { sessionsOf } from './exportedSessions';
import { sharesOf } from './shares';
import { unansweredBy } from './unanswered';

/** All that can be tied to a person, beside the person's own row. */
export type PersonalData = Awaited<ReturnType<typeof personalDataOf>>;

/**
 * All data that belongs to a person, decrypted, for the person's own export only. `id` is the person's id; for a person whom the
 * bot does not know it is the e-mail or object id that HR has listed. It must hold the same tables as erasePerson.
 */
export async function personalDataOf(db: Database, serviceKey: Buffer, id: string) {
  const names = await namesOf(db, id);
  return {
    feedback: await feedbackBy(db, serviceKey, id),
    sessions: await sessionsOf(db, serviceKey, id),
    commitments: await everyCommitment(db, serviceKey, id),
    reminderSettings: await reminderSettingsOf(db, id),
    campaigns: await receivedDeliveriesOf(db, id),
    messages: await messagesTo(db, id),
    /** To runs of campaigns that take answers. */
    answers: await responsesBy(db, serviceKey, id),
    unanswered: (await unansweredBy(db, serviceKey, id)).map(({ month, word }) => ({ month, word })),
    /** Sent to HR, with what was answered. */
    questions: await questionsOf(db, serviceKey, id),
    /** In dialogues of groups that are not over. */
    dialogues: await dialogueAnswersBy(db, serviceKey, id),
    /** What the person shares, and of what is shared with the person the title. */
    shares: await sharesOf(db, serviceKey, id),
    groups: await groupsOf(db, names),
    absences: await absencesOf(db, names),
    /** What the person has done in HR. */
    acts: await actsOf(db, names),
    ownCampaigns: await campaignsBy(db, names),
    takenQuestions: await takenBy(db, names),
    erased: await erasuresOf(db, id),
  };
}

/** Whether anything is kept about the person: one part with one row is enough. */
export const hasPersonalData = (data: PersonalData): boolean => Object.values(data).some((part) => part.length > 0);
