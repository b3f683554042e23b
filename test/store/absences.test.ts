import { absentOn, listAbsences, replaceAbsences } from '../../src/store/absences';
import { campaignStore } from '../../src/store/campaignStore';
import { type Database } from '../../src/store/database';
import { erasePerson } from '../../src/store/erasure';
import { addGroup, membersOfGroup } from '../../src/store/groups';
import { recordRoster, remember } from '../../src/store/people';
import { prune } from '../../src/store/prune';
import { newKey } from '../../src/store/encryption';
import { aCampaign } from '../campaigns/aCampaign';
import { allStored, temporaryDatabase } from './temporary';
import { usualRetention } from '../usualRetention';

const now = new Date('2026-11-24T08:00:00.000Z');
const serviceKey = newKey();
const away = (listedAs: string, from: string, until: string) => ({ listedAs, from, until });

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
  for (const id of ['asa', 'bo']) {
    await remember(db, { id, address: `{"chat":"${id}"}` }, now);
    await recordRoster(db, id, { email: `${id.toUpperCase()}@region.example` }, now);
  }
});

describe('absences', () => {
  it('hold from the first day to the last, by id for a person whom the bot knows', async () => {
    await replaceAbsences(db, [
      away('asa@region.example', '2026-11-24', '2026-11-25'),
      away('bo', '2026-11-25', '2026-11-25'),
      away('ny@region.example', '2026-11-25', '2026-12-01'),
    ]);
    const on = async (day: string) => [...(await absentOn(db, day))].sort();
    expect(await on('2026-11-23')).toEqual([]);
    expect(await on('2026-11-24')).toEqual(['asa']);
    expect(await on('2026-11-25')).toEqual(['asa', 'bo', 'ny@region.example']);
    expect(await on('2026-11-26')).toEqual(['ny@region.example']);
  });

  it('are of everybody with that e-mail', async () => {
    await remember(db, { id: 'asa-igen' }, now);
    await recordRoster(db, 'asa-igen', { email: 'asa@region.example' }, now);
    await replaceAbsences(db, [away('asa@region.example', '2026-11-24', '2026-11-24')]);
    expect([...(await absentOn(db, '2026-11-24'))].sort()).toEqual(['asa', 'asa-igen']);
  });

  it('come in place of all that were there, or not at all', async () => {
    const many = Array.from({ length: 1200 }, (_, n) => away(`chef${n}@region.example`, '2026-11-24', '2026-11-24'));
    await replaceAbsences(db, [...many, away('CHEF1@region.example', '2026-11-24', '2026-11-24')]);
    const all = { absences: 1200, people: 1200, away: 1200 };
    expect(await listAbsences(db, '2026-11-24')).toEqual(all);
    await expect(replaceAbsences(db, [away('asa', '2026-11-24', null as unknown as string)])).rejects.toThrow();
    expect(await listAbsences(db, '2026-11-24')).toEqual(all);
    await replaceAbsences(db, [away('asa', '2026-11-01', '2026-11-02'), away('asa', '2026-11-24', '2026-11-30')]);
    expect(await listAbsences(db, '2026-11-23')).toEqual({ absences: 2, people: 1, away: 0 });
    expect(await listAbsences(db, '2026-11-30')).toEqual({ absences: 2, people: 1, away: 1 });
  });

  it('leave out of a sending who is away that day in Sweden', async () => {
    await replaceAbsences(db, [away('bo@region.example', '2026-11-24', '2026-11-24')]);
    const store = campaignStore(db, serviceKey);
    const absent = async (at: string) =>
      (await store.recipients(aCampaign(), now, new Date(at))).absent.map(({ person }) => person);
    expect(await absent('2026-11-23T22:59:00.000Z')).toEqual([]);
    expect(await absent('2026-11-23T23:00:00.000Z')).toEqual(['bo']);
    expect(await absent('2026-11-24T23:00:00.000Z')).toEqual([]);
  });

  it('are forgotten the day after the last', async () => {
    await replaceAbsences(db, [away('asa', '2026-11-01', '2026-11-23'), away('bo', '2026-11-01', '2026-11-24')]);
    await prune(db, now, () => undefined, usualRetention);
    expect(await listAbsences(db, '2026-11-20')).toEqual({ absences: 1, people: 1, away: 1 });
  });
});

describe('who is erased', () => {
  it('stands on none of HR’s lists any more, and others do', async () => {
    const listed = ['asa@region.example', 'asa', 'bo@region.example'];
    await addGroup(
      db,
      { id: 'g', title: 'Chefer', now },
      listed.map((listedAs) => ({ listedAs, unit: '' })),
    );
    await replaceAbsences(
      db,
      listed.map((listedAs) => away(listedAs, '2026-11-24', '2026-11-24')),
    );
    await erasePerson(db, serviceKey, 'asa', now);
    expect(await membersOfGroup(db, 'g')).toEqual([{ listedAs: 'bo@region.example', unit: '' }]);
    expect([...(await absentOn(db, '2026-11-24'))]).toEqual(['bo']);
    expect((await allStored(db)).toString()).not.toContain('asa@region.example');
  });
});
