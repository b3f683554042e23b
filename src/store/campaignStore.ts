import { dryRun } from '../campaigns/audience';
import { dayOf } from '../shared/localTime';
import { absentOn } from './absences';
import { leftOut, membersOf } from './audience';
import * as campaigns from './campaigns';
import { type Database } from './database';
import {
  cancelDeliveries,
  sentCardOf,
  confirmDelivery,
  occurrencesOf,
  planDeliveries,
  planReplacements,
  sendingOf,
} from './deliveries';
import { findPerson } from './people';
import { dropUnshared, forgetCounted, publishResults } from './publishedResults';
import { eraseResponse, forgetResponses, keepResponse } from './responses';
import { type CampaignStore } from '../campaigns/ports';

/** Cards that HR may send one person in a week, all campaigns together. */
const weeklyCap = 1;

/** The store as campaigns need it. */
export function campaignStore(db: Database, serviceKey: Buffer): CampaignStore {
  return {
    running: async () => (await campaigns.listCampaigns(db)).filter(({ state }) => state === 'running'),
    find: (campaign) => campaigns.findCampaign(db, campaign),
    add: (campaign) => campaigns.addCampaign(db, serviceKey, campaign),
    change: (campaign, from) => campaigns.changeCampaign(db, campaign, from),
    uncompleted: () => campaigns.uncompletedCampaigns(db),
    complete: (campaign, now) => campaigns.completeCampaign(db, campaign, now),
    cancelPlanned: (campaign, now) => cancelDeliveries(db, campaign, now),
    replace: (campaign, purpose, now) => planReplacements(db, campaign, purpose, now),
    cardOf: (delivery) => sentCardOf(db, delivery),
    publish: (campaign, occurrence, closing) =>
      publishResults(db, serviceKey, { campaign: campaign.id, occurrence, least: campaign.least, closing }),
    occurrencesOf: (campaign) => occurrencesOf(db, campaign),
    forgetResponses: (campaign) => forgetResponses(db, campaign),
    plannedUntil: (campaign) => campaigns.plannedUntil(db, campaign),
    claimPlanning: (campaign, now) => campaigns.claimPlanning(db, campaign, now),
    finishPlanning: (campaign, until) => campaigns.finishPlanning(db, campaign, until),
    recipients: async (campaign, occurrence, now) => {
      const members = await membersOf(db, campaign.audience);
      const out = await leftOut(db, { topic: campaign.id, occurrence }, weeklyCap, now);
      return dryRun(members, { ...out, absent: await absentOn(db, dayOf(now)) });
    },
    plan: (topic, occurrence, dueAt, members) =>
      planDeliveries(db, { topic, occurrence, purpose: 'card', dueAt }, members),
    sendingOf: (delivery) => sendingOf(db, delivery),
    confirm: (delivery) => confirmDelivery(db, delivery),
    reach: async (person) => {
      const { address, optedOutAt } = (await findPerson(db, person)) ?? {};
      return { address, optedOut: optedOutAt !== undefined };
    },
    keep: (response) => keepResponse(db, serviceKey, response),
    forget: async (response) => {
      await eraseResponse(db, serviceKey, response);
      await forgetCounted(db, serviceKey, response.person, response);
      await dropUnshared(db, serviceKey);
    },
  };
}
