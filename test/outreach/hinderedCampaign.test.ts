import path from 'node:path';
import { nextOpen, readCalendar } from '../../src/campaigns/calendar';
import { type CampaignState } from '../../src/campaigns/campaign';
import { type Run } from '../../src/campaigns/run';
import { type CampaignDelivery } from '../../src/deliveries/delivery';
import { type CampaignDeps } from '../../src/outreach/campaignDeps';
import { deliverCampaign } from '../../src/outreach/deliverCampaign';
import { projectRoot } from '../../src/shared/config';
import { aCampaign } from '../campaigns/aCampaign';

const calendar = readCalendar(path.join(projectRoot, 'cards/calendar.yaml'));
const noon = new Date('2026-11-24T11:00:00.000Z');
const run: Partial<Run> = { state: 'sent', answerUntil: '2026-11-26' };

/** A card whose turn has come; whatever it needs besides the store throws, as sending would. */
function delivered(over: {
  readonly at?: Date;
  readonly state?: CampaignState;
  readonly run?: Partial<Run>;
  readonly refusedSince?: Date;
}) {
  const now = over.at ?? noon;
  const store = {
    find: () => Promise.resolve(aCampaign({ state: over.state ?? 'running' })),
    reach: () => Promise.resolve({ address: '{}', optedOut: false }),
    findRun: () => Promise.resolve({ ...run, ...over.run }),
  };
  const campaigning = { store, calendar, now: () => now, nextOpen: (at: Date) => nextOpen(calendar, at) };
  const delivery: CampaignDelivery = {
    id: 'd1',
    topic: 'c1',
    occurrence: '2026-11-24',
    purpose: 'card',
    person: 'asa',
    group: '',
    attempts: 1,
    at: now,
    refusedSince: over.refusedSince,
  };
  return deliverCampaign(campaigning as unknown as CampaignDeps, delivery);
}

describe('a card whose turn has come', () => {
  it('is sent otherwise', async () => {
    await expect(delivered({})).rejects.toThrow();
  });

  it('waits where its campaign has just been paused', async () => {
    expect(await delivered({ state: 'paused' })).toEqual({ state: 'planned', retryAt: noon });
  });

  it('is not sent any more once its time to answer is over', async () => {
    expect(await delivered({ at: new Date('2026-11-27T11:00:00.000Z') })).toEqual({ state: 'cancelled' });
    expect(await delivered({ run: { state: 'published' } })).toEqual({ state: 'cancelled' });
    await expect(delivered({ at: new Date('2026-11-26T16:00:00.000Z') })).rejects.toThrow();
  });

  it('is not tried again at night, however late its turn comes', async () => {
    const night = new Date('2026-11-24T21:00:00.000Z');
    const morning = new Date('2026-11-25T06:00:00.000Z');
    expect(await delivered({ at: night, refusedSince: noon })).toEqual({ state: 'planned', retryAt: morning });
  });
});
