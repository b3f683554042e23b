import { type Campaign } from '../../src/campaigns/campaign';
import { leftOut, membersOf } from '../../src/store/audience';
import {
  addCampaign,
  changeCampaign,
  claimPlanning,
  findCampaign,
  finishPlanning,
  listCampaigns,
  plannedUntil,
} from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { confirmDelivery, occasionOf, planDeliveries, planWaiting, tallyOf } from '../../src/store/deliveries';
import { outbox } from '../../src/store/outbox';
import { recordRoster, remember } from '../../src/store/people';
import { campaignResponseStore } from '../../src/store/campaignResponseStore';
import { eraseResponse, forgetResponses, keepResponse, responsesTo } from '../../src/store/responses';
import { newKey } from '../../src/store/encryption';
import { aCampaign, aResponse } from '../campaigns/aCampaign';
import { recipients } from '../deliveries/recipients';
import { allStored, temporaryDatabase } from './temporary';

const serviceKey = newKey();
const now = new Date('2026-11-24T08:00:00.000Z');
const later = (days: number) => new Date(now.getTime() + days * 24 * 3600 * 1000);
const campaign = aCampaign({ plan: { kind: 'weekly', weekday: 1, time: '09:00', from: '2026-11-30' } });

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
  await addCampaign(db, serviceKey, campaign);
});

describe('a campaign', () => {
  it('comes back as it was kept', async () => {
    expect(await findCampaign(db, 'c1')).toEqual(campaign);
    expect(await findCampaign(db, 'c2')).toBeUndefined();
    await addCampaign(db, serviceKey, { ...campaign, id: 'c2', createdAt: later(1) });
    expect((await listCampaigns(db)).map(({ id }) => id)).toEqual(['c2', 'c1']);
  });

  it('is changed by whoever saw it as it was, and by nobody else', async () => {
    const paused: Campaign = { ...campaign, state: 'paused' };
    expect(await changeCampaign(db, paused, 'running')).toBe(true);
    expect(await changeCampaign(db, { ...campaign, state: 'cancelled' }, 'running')).toBe(false);
    expect(await findCampaign(db, 'c1')).toEqual(paused);
  });

  it('is planned by one instance at a time, and by another when that one died', async () => {
    expect(await claimPlanning(db, 'c1', now)).toBe(true);
    expect(await claimPlanning(db, 'c1', now)).toBe(false);
    expect(await claimPlanning(db, 'c1', later(1))).toBe(true);
    await finishPlanning(db, 'c1', later(6));
    expect(await plannedUntil(db, 'c1')).toEqual(later(6));
    expect(await claimPlanning(db, 'c1', later(1))).toBe(true);
  });

  it('is not planned while it is paused', async () => {
    await changeCampaign(db, { ...campaign, state: 'paused' }, 'running');
    expect(await claimPlanning(db, 'c1', now)).toBe(false);
  });
});

describe('responses', () => {
  const response = aResponse({ group: 'Kirurgi' });
  const kept = () => responsesTo(db, serviceKey, 'c1', '2026-11-30');

  it('are one per person: a new one takes the place of the old', async () => {
    await keepResponse(db, serviceKey, response);
    await keepResponse(db, serviceKey, { ...response, given: { ramar: ['2'] } });
    await keepResponse(db, serviceKey, { ...response, person: 'bo' });
    const all = await kept();
    expect(all.map(({ given }) => given.ramar?.[0]).sort()).toEqual(['2', '4']);
    expect(all.every(({ group }) => group === 'Kirurgi')).toBe(true);
  });

  it('name nobody who could be read out of the database', async () => {
    await keepResponse(db, serviceKey, { ...response, person: 'person-åsa', shared: { tankar: 'Det går framåt' } });
    const stored = (await allStored(db)).toString();
    expect(stored).not.toContain('person-åsa');
    expect(stored).not.toContain('går framåt');
    expect((await kept())[0]!.shared).toEqual({ tankar: 'Det går framåt' });
  });

  it('are named differently in each campaign, so that answers of one person cannot be put together', async () => {
    await addCampaign(db, serviceKey, { ...campaign, id: 'c2' });
    await keepResponse(db, serviceKey, response);
    await keepResponse(db, serviceKey, { ...response, campaign: 'c2' });
    const [other] = await responsesTo(db, serviceKey, 'c2', '2026-11-30');
    expect((await kept())[0]!.by).not.toBe(other!.by);
  });

  it('can be taken back until the close, and belong to nobody after it', async () => {
    await keepResponse(db, serviceKey, response);
    await keepResponse(db, serviceKey, { ...response, person: 'bo' });
    await eraseResponse(db, serviceKey, response);
    expect(await kept()).toHaveLength(1);
    await changeCampaign(db, { ...campaign, state: 'closed', closedAt: later(1) }, 'running');
    expect(await keepResponse(db, serviceKey, response)).toBe(false);
    await eraseResponse(db, serviceKey, { ...response, person: 'bo' });
    expect(await kept()).toHaveLength(1);
    await forgetResponses(db, 'c1');
    expect(await kept()).toEqual([]);
  });
});

describe('the audience', () => {
  const people = async () => {
    await remember(db, { id: 'asa', address: '{"chat":1}' }, now);
    await recordRoster(db, 'asa', { name: 'Åsa', email: 'Asa@Region.example' }, now);
    await recordRoster(db, 'bo', { name: 'Bo', email: 'bo@region.example' }, now);
  };

  it('is everybody with the bot; who has not written to it cannot be reached yet', async () => {
    await people();
    expect(await membersOf(db, { kind: 'everyone' })).toEqual([
      { person: 'asa', group: '', reachable: true },
      { person: 'bo', group: '', reachable: false },
    ]);
  });

  it('is those whom HR lists, by id or e-mail in any case, and those whom nobody knows yet', async () => {
    await people();
    await db.insertInto('groups').values({ id: 'g', title: 'Chefer', created_at: now.toISOString() }).execute();
    const listed = [
      ['asa@region.example', 'Kirurgi'],
      ['bo', 'Kirurgi'],
      ['ny@region.example', ''],
    ] as const;
    for (const [listed_as, unit] of listed)
      await db.insertInto('group_members').values({ group_id: 'g', listed_as, unit }).execute();
    expect(await membersOf(db, { kind: 'group', group: 'g' })).toEqual([
      { person: 'asa', group: 'Kirurgi', reachable: true },
      { person: 'bo', group: 'Kirurgi', reachable: false },
      { person: 'ny@region.example', group: '', reachable: false },
    ]);
  });

  it('leaves out who wants none', async () => {
    await people();
    await campaignResponseStore(db).optOut('asa', now);
    expect((await leftOut(db, { topic: 'c1', occurrence: '1' }, 1, now)).optedOut).toEqual(new Set(['asa']));
  });

  it('leaves out who has had her share of the week, of other sendings', async () => {
    const about = { topic: 'c1', occurrence: '1', purpose: 'card', dueAt: now } as const;
    await planDeliveries(db, about, recipients(['asa']));
    const capped = async (occurrence: string, at: Date) => [
      ...(await leftOut(db, { topic: 'c1', occurrence }, 1, at)).capped,
    ];
    expect(await capped('1', now)).toEqual([]);
    expect(await capped('2', later(6))).toEqual(['asa']);
    expect(await capped('2', later(8))).toEqual([]);
  });
});

describe('a delivery', () => {
  const about = { topic: 'c1', occurrence: '1', purpose: 'card', dueAt: now } as const;

  it('that waited is planned when the person has come, once, by whatever name she was listed', async () => {
    const waiting = recipients(['asa', 'asa@region.example', 'bo'], { reachable: false });
    await planDeliveries(db, about, waiting);
    await planWaiting(db, 'asa', 'Asa@region.example', now);
    expect(await tallyOf(db, 'c1')).toMatchObject({ planned: 1, cancelled: 1, waiting: 1 });
    expect(await outbox(db, 'one').claim(now, 9)).toMatchObject([{ person: 'asa' }]);
  });

  it('of which nobody knew has arrived when it is answered', async () => {
    await planDeliveries(db, about, recipients(['asa'], { group: 'K' }));
    const box = outbox(db, 'one');
    const [delivery] = await box.claim(now, 1);
    await box.begin(delivery!, now);
    await box.settle(delivery!, { state: 'unknown' }, now);
    await confirmDelivery(db, delivery!.id);
    expect(await tallyOf(db, 'c1')).toMatchObject({ sent: 1, unknown: 0 });
    expect(await occasionOf(db, delivery!.id)).toEqual({ topic: 'c1', occurrence: '1', purpose: 'card', group: 'K' });
  });
});
