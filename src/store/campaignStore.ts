import { dryRun } from '../campaigns/audience';
import { type CampaignStore } from '../campaigns/ports';
import { dayOf } from '../shared/localTime';
import { absentOn } from './absences';
import { hasOtherCard, leftOut, membersOf } from './audience';
import * as runs from './campaignRuns';
import * as campaigns from './campaigns';
import { type Database } from './database';
import { cancelDeliveries, planDeliveries, planReplacements, sendingOf, sentCardOf, sizesOf } from './deliveries';
import { findPerson } from './people';
import { keepPromise } from './promises';
import { publishedOf, publishRun } from './publishedResults';
import { hasReminder } from './reminders';
import { recallResponses } from './responses';
import { lastOutcomes, replanFailed, replanPlanned } from './sendOutcomes';
import { movedTo } from './sessionMessages';

/** Fits the store to the port of campaigns. */
export function campaignStore(db: Database, serviceKey: Buffer): CampaignStore {
  return {
    unfinished: () => campaigns.unfinishedCampaigns(db),
    find: (campaign) => campaigns.findCampaign(db, campaign),
    add: (campaign) => campaigns.addCampaign(db, campaign),
    change: (campaign) => campaigns.changeCampaign(db, campaign),
    runsOf: (campaign) => runs.runsOf(db, campaign),
    findRun: (run) => runs.findRun(db, run),
    addRuns: (campaign, dates) => runs.addRuns(db, serviceKey, campaign, dates),
    dueRuns: (now) => runs.dueRuns(db, now),
    claimRun: (run, now) => runs.claimRun(db, run, now),
    releaseRun: (run) => runs.releaseRun(db, run),
    settleRun: (run, sent, now) => runs.settleRun(db, run, sent, now),
    skipRun: (run, reason) => runs.skipRun(db, run, reason),
    skipPlanned: (campaign, reason, until) => runs.skipPlanned(db, campaign, reason, until),
    openRuns: () => runs.openRuns(db),
    unremindedRuns: () => runs.unremindedRuns(db),
    remindHalfway: async (run, dueAt) => {
      await planReplacements(db, { topic: run.campaign, purpose: 'halfway', occurrence: run.day }, dueAt);
      await runs.noteReminded(db, run, dueAt);
    },
    publish: async (run, least, now) => {
      await publishRun(db, serviceKey, run, least);
      await planReplacements(db, { topic: run.campaign, purpose: 'thanks', occurrence: run.day }, now);
      await runs.noteThanked(db, run, now);
    },
    promise: (run, written, revision) => keepPromise(db, run, written, revision),
    publishedOf: (campaign) => publishedOf(db, serviceKey, campaign),
    sizesOf: (campaign) => sizesOf(db, campaign),
    recipients: async ({ id, audience }, dueAt, now) => {
      const members = await membersOf(db, audience);
      return dryRun(members, { ...(await leftOut(db, id, dueAt)), absent: await absentOn(db, dayOf(now)) });
    },
    plan: ({ campaign, day, dueAt }, members) =>
      planDeliveries(db, { topic: campaign, occurrence: day, purpose: 'card', dueAt }, members),
    hasOtherCard: (delivery, at) => hasOtherCard(db, delivery, at),
    lastOutcomes: (run, since, most) => lastOutcomes(db, run, since, most),
    replanPlanned: (campaign, dueAt) => replanPlanned(db, campaign, dueAt),
    replanFailed: (campaign, dueAt, now) => replanFailed(db, campaign, dueAt, dayOf(now)),
    cancelPlanned: (campaign, now) => cancelDeliveries(db, campaign, now),
    halfRecalled: () => runs.halfRecalled(db),
    recall: async (campaign, now) => {
      // The keys are destroyed last, because the recall is done again while one of them exists.
      await planReplacements(db, { topic: campaign, purpose: 'recall' }, now);
      await recallResponses(db, campaign);
    },
    cardOf: async (delivery) => {
      const { session, message } = await sentCardOf(db, delivery);
      const moved = session && (await movedTo(db, serviceKey, { person: delivery.person, session }));
      return { session, message: moved ?? message };
    },
    sendingOf: (delivery) => sendingOf(db, delivery),
    reach: async (person) => {
      const { address, optedOutAt } = (await findPerson(db, person)) ?? {};
      return { address, optedOut: optedOutAt !== undefined };
    },
    hasReminder: (person, day) => hasReminder(db, person, day),
  };
}
