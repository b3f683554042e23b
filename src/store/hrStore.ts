import { dayOf } from '../shared/localTime';
import { type HrStore } from '../hr/ports';
import { listAbsences, replaceAbsences } from './absences';
import { reachedBy } from './audience';
import { auditLog, recordAudit, recordRefusal } from './auditLog';
import { progressOf, settledRuns } from './campaignProgress';
import { listCampaigns, removeCampaign } from './campaigns';
import { type Database } from './database';
import { tallyOf } from './deliveries';
import { addGroup, changeGroup, groupTitles, listGroups, membersOfGroup, removeGroup } from './groups';
import { knownAmong } from './listedPeople';
import { findPeopleByEmail, findPerson } from './people';
import { pushesTo } from './pushes';
import { questionSetStore } from './questionSets';
import { listTeams } from './teams';
import { listUnanswered } from './unanswered';

/** Entries of the audit log on one page. */
const page = 50;

/**
 * Fits the store to HR's port. Only in local mode may a name be an e-mail of the roster, because people sign in with that there.
 * In Entra ID a name is free text, and may be another person's e-mail.
 */
export function hrStore(
  db: Database,
  now: () => Date,
  { signsInByEmail }: { readonly signsInByEmail: boolean },
): Omit<HrStore, 'asked' | 'countUse'> {
  return {
    campaigns: () => listCampaigns(db),
    remove: (campaign) => removeCampaign(db, campaign),
    progress: (at, campaign) => progressOf(db, at, campaign),
    settledSince: (from) => settledRuns(db, from),
    reachedBy: (audiences) => reachedBy(db, audiences),
    tallyOf: (campaign) => tallyOf(db, campaign),
    pushes: (members, since) => pushesTo(db, new Set(members.map(({ person }) => person)), since),
    groups: () => listGroups(db),
    groupTitles: () => groupTitles(db),
    membersOf: (group) => membersOfGroup(db, group),
    addGroup: (group, members) => addGroup(db, { ...group, now: now() }, members),
    changeGroup: ({ id, title }, members) => changeGroup(db, id, title, members),
    removeGroup: (group) => removeGroup(db, group),
    knownAmong: (listed) => knownAmong(db, listed),
    teams: () => listTeams(db),
    questionSets: questionSetStore(db, now),
    absences: {
      count: () => listAbsences(db, dayOf(now())),
      replace: (absences) => replaceAbsences(db, absences),
    },
    unanswered: () => listUnanswered(db),
    chatOf: async ({ id, name }) => {
      const byId = await findPerson(db, id);
      const person = byId ?? (signsInByEmail ? (await findPeopleByEmail(db, name))[0] : undefined);
      return person?.address === undefined ? undefined : { person: person.id, address: person.address };
    },
    recordRefusal: (by, route) => recordRefusal(db, { by: by.id, name: by.name, route }, now()),
    record: (by, act, about) => recordAudit(db, { by: by.id, name: by.name, act, about }, now()),
    log: (after) => auditLog(db, page, after),
  };
}
