import { dryRun } from '../campaigns/audience';
import { type CampaignStore } from '../campaigning';
import { leftOut, membersOf } from './audience';
import * as campaigns from './campaigns';
import { type Database } from './database';
import { confirmDelivery, occasionOf, planDeliveries } from './deliveries';
import { findPerson } from './people';
import { eraseResponse, keepResponse } from './responses';

/** Cards that HR may send one person in a week, all campaigns together. */
const mostPerWeek = 1;

/** The store as campaigns need it. */
export function campaignStore(db: Database, serviceKey: Buffer): CampaignStore {
  return {
    running: async () => (await campaigns.listCampaigns(db)).filter(({ state }) => state === 'running'),
    find: (campaign) => campaigns.findCampaign(db, campaign),
    plannedUntil: (campaign) => campaigns.plannedUntil(db, campaign),
    claimPlanning: (campaign, now) => campaigns.claimPlanning(db, campaign, now),
    finishPlanning: (campaign, until) => campaigns.finishPlanning(db, campaign, until),
    recipients: async (campaign, occurrence, now) => {
      const members = await membersOf(db, campaign.audience);
      const out = await leftOut(db, { topic: campaign.id, occurrence }, mostPerWeek, now);
      return dryRun(members, { ...out, absent: new Set() });
    },
    plan: (topic, occurrence, dueAt, members) =>
      planDeliveries(db, { topic, occurrence, purpose: 'card', dueAt }, members),
    sendingOf: async (delivery) => {
      const occasion = await occasionOf(db, delivery);
      return occasion && { campaign: occasion.topic, occurrence: occasion.occurrence, group: occasion.group };
    },
    confirm: (delivery) => confirmDelivery(db, delivery),
    addressOf: async (person) => (await findPerson(db, person))?.address,
    keep: (response) => keepResponse(db, serviceKey, response),
    forget: (response) => eraseResponse(db, serviceKey, response),
  };
}
