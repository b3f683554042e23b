import { type CampaignState } from '../../src/campaigns/campaign';
import { membersOf } from '../../src/store/audience';
import { addCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { addGroup, changeGroup, listGroups, membersOfGroup, removeGroup } from '../../src/store/groups';
import { knownAmong } from '../../src/store/listedPeople';
import { recordRoster, remember } from '../../src/store/people';
import { aCampaign } from '../campaigns/aCampaign';
import { temporaryDatabase } from './temporary';

const now = new Date('2026-11-24T08:00:00.000Z');
const later = new Date('2026-11-25T08:00:00.000Z');
const managers = [
  { listedAs: 'asa@region.example', unit: 'Kirurgi' },
  { listedAs: 'Bo@Region.example', unit: 'Medicin' },
  { listedAs: 'cia@region.example', unit: '' },
];
const campaign = (state: CampaignState, group = 'g') =>
  aCampaign({ id: `${state}-${group}`, state, audience: { kind: 'group', group } });

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
  await addGroup(db, { id: 'g', title: 'Chefer', now }, managers);
});

describe('a group', () => {
  it('is listed with its size, newest first', async () => {
    await addGroup(db, { id: 'h', title: 'Ingen än', now: later }, []);
    expect(await listGroups(db)).toEqual([
      { id: 'h', title: 'Ingen än', createdAt: later, size: 0, units: 0 },
      { id: 'g', title: 'Chefer', createdAt: now, size: 3, units: 2 },
    ]);
  });

  it('has its members by what they are listed as, in lower case, each once', async () => {
    await changeGroup(db, 'g', 'Chefer', [...managers, { listedAs: 'ASA@region.example', unit: 'Annan' }]);
    expect(await membersOfGroup(db, 'g')).toEqual([
      { listedAs: 'asa@region.example', unit: 'Kirurgi' },
      { listedAs: 'bo@region.example', unit: 'Medicin' },
      { listedAs: 'cia@region.example', unit: '' },
    ]);
  });

  it('gets new members in place of all it had, many at once', async () => {
    const many = Array.from({ length: 1201 }, (_, n) => ({ listedAs: `chef${n}@region.example`, unit: `${n % 7}` }));
    expect(await changeGroup(db, 'g', 'Alla', many)).toBe(true);
    expect(await listGroups(db)).toMatchObject([{ title: 'Alla', size: 1201, units: 7 }]);
    expect(await changeGroup(db, 'nej', 'Alla', many)).toBe(false);
    expect(await membersOfGroup(db, 'nej')).toEqual([]);
  });

  it('gets another name, and keeps its members', async () => {
    expect(await changeGroup(db, 'g', 'Alla chefer')).toBe(true);
    expect(await listGroups(db)).toMatchObject([{ title: 'Alla chefer', size: 3, units: 2 }]);
    expect(await changeGroup(db, 'nej', 'Alla chefer')).toBe(false);
  });

  it('keeps those it had when the new ones cannot be kept', async () => {
    const wrong = [{ listedAs: 'ny@region.example', unit: null as unknown as string }];
    await expect(changeGroup(db, 'g', 'Nya', wrong)).rejects.toThrow();
    expect(await listGroups(db)).toMatchObject([{ title: 'Chefer', size: 3 }]);
  });

  it.each(['draft', 'awaiting', 'running', 'paused'] as const)('stays while a campaign to it is %s', async (state) => {
    await addCampaign(db, campaign(state));
    expect(await removeGroup(db, 'g')).toBe('inUse');
    expect(await membersOfGroup(db, 'g')).toHaveLength(3);
  });

  it('goes with its members when no open campaign goes to it', async () => {
    for (const state of ['cancelled', 'recalled', 'closed'] as const) await addCampaign(db, campaign(state));
    await addCampaign(db, campaign('running', 'another'));
    expect(await removeGroup(db, 'g')).toBe('removed');
    expect(await removeGroup(db, 'g')).toBe('missing');
    expect(await membersOfGroup(db, 'g')).toEqual([]);
  });
});

describe('who is listed', () => {
  it('is known by id or e-mail in any case, with whether the bot can reach the person', async () => {
    await remember(db, { id: 'Asa-Id', address: '{"chat":1}' }, now);
    await recordRoster(db, 'Asa-Id', { email: 'Åsa@Region.example' }, now);
    await recordRoster(db, 'bo', { email: 'bo@region.example' }, now);
    const listed = ['åsa@region.example', 'ASA-ID', 'bo@region.example', 'ny@region.example'];
    expect([...(await knownAmong(db, listed))]).toEqual([
      ['åsa@region.example', 'reachable'],
      ['asa-id', 'reachable'],
      ['bo@region.example', 'unreachable'],
    ]);
  });

  it('is in the audience under the name that the bot knows', async () => {
    await remember(db, { id: 'bo', address: '{"chat":1}' }, now);
    await recordRoster(db, 'bo', { email: 'bo@region.example' }, now);
    expect(await membersOf(db, { kind: 'group', group: 'g' })).toContainEqual({
      person: 'bo',
      group: 'Medicin',
      reachable: true,
    });
  });
});
