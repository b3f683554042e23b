import { nextOpen } from '../../src/campaigns/calendar';
import { type CampaignState } from '../../src/campaigns/campaign';
import { type Run } from '../../src/campaigns/run';
import { type CampaignDelivery } from '../../src/deliveries/delivery';
import { type CampaignDeps } from '../../src/outreach/campaignDeps';
import { deliverCampaign } from '../../src/outreach/deliverCampaign';
import { aCampaign } from '../campaigns/aCampaign';
import { calendar } from '../ourCalendar';

const noon = new Date('2026-11-24T11:00:00.000Z');
const run: Partial<Run> = { state: 'sent', dueAt: noon, answerUntil: '2026-11-26' };

/** A card whose turn has come; whatever it needs besides the store throws, as sending would. */
function delivered(over: {
  readonly at?: Date;
  readonly state?: CampaignState;
  readonly run?: Partial<Run>;
  readonly refusedSince?: Date;
  readonly hasOtherCard?: boolean;
  readonly purpose?: CampaignDelivery['purpose'];
}) {
  const now = over.at ?? noon;
  const store = {
    find: () => Promise.resolve(aCampaign({ state: over.state ?? 'running' })),
    reach: () => Promise.resolve({ address: '{}', optedOut: false }),
    hasOtherCard: () => Promise.resolve(over.hasOtherCard ?? false),
    findRun: () => Promise.resolve({ ...run, ...over.run }),
  };
  const campaigning = { store, calendar, now: () => now, nextOpen: (at: Date) => nextOpen(calendar, at) };
  const delivery: CampaignDelivery = {
    id: 'd1',
    topic: 'c1',
    occurrence: '2026-11-24',
    purpose: over.purpose ?? 'card',
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

  describe('that comes in a later week than its run', () => {
    const friday = { dueAt: new Date('2026-11-20T12:00:00.000Z'), answerUntil: '2026-11-26' };
    const monday = new Date('2026-11-23T07:00:00.000Z');

    it('is not sent to who has another card in that week: it would be the second', async () => {
      const moved = { at: monday, run: friday, refusedSince: friday.dueAt };
      expect(await delivered({ ...moved, hasOtherCard: true })).toEqual({ state: 'cancelled' });
      await expect(delivered(moved)).rejects.toThrow();
    });

    it('is sent in the week of its run, whatever other cards there are: the plan has seen to that', async () => {
      const sunday = new Date('2026-11-22T22:59:00.000Z');
      await expect(delivered({ at: sunday, run: friday, hasOtherCard: true })).rejects.toThrow();
      await expect(delivered({ hasOtherCard: true })).rejects.toThrow();
    });

    it('waits first where its campaign is paused: it is looked at when it goes on', async () => {
      expect(await delivered({ at: monday, run: friday, hasOtherCard: true, state: 'paused' })).toMatchObject({
        state: 'planned',
      });
    });

    it('is a card: reminders of what is in the chat already come', async () => {
      await expect(delivered({ at: monday, run: friday, hasOtherCard: true, purpose: 'reminder' })).rejects.toThrow();
    });
  });
});
