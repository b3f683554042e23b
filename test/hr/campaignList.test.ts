import { type KyselyPlugin } from 'kysely';
import { campaignEntries } from '../../src/hr/campaignList';
import { type HrService } from '../../src/hr/hrService';
import { addCampaign } from '../../src/store/campaigns';
import { addRuns, settleRun } from '../../src/store/campaignRuns';
import { type Database } from '../../src/store/database';
import { addGroup } from '../../src/store/groups';
import { hrStore } from '../../src/store/hrStore';
import { aCampaign } from '../campaigns/aCampaign';
import { calendar } from '../campaigns/years';
import { temporaryDatabase } from '../store/temporary';

const now = () => new Date('2026-12-28T12:00:00Z');
const hanna = { id: 'hanna', name: 'Hanna' };
const plan = { kind: 'weekly', weekday: 4, time: '09:00', from: '2026-12-10' } as const;
const run = (day: string, due: string) => ({ day, dueAt: new Date(due), answerUntil: '2027-01-15' });

const serviceOn = (db: Database) =>
  ({
    ...hrStore(db, now, { signsInByEmail: false }),
    campaigning: { now, calendar, coaching: { flows: new Map() } },
  }) as unknown as HrService;

/** The database, and the statements that go through it. */
function counted(db: Database) {
  const statements: string[] = [];
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => (statements.push(node.kind), node),
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { db: db.withPlugin(counting), statements };
}

/** So many weekly campaigns, each to a group of its own. */
async function storeOf(campaigns: number): Promise<Database> {
  const db = await temporaryDatabase();
  for (let n = 0; n < campaigns; n++) {
    await addGroup(db, { id: `g${n}`, title: `Grupp ${n}`, now: now() }, [{ listedAs: 'a@b.se', unit: '' }]);
    await addCampaign(db, aCampaign({ id: `c${n}`, plan, audience: { kind: 'group', group: `g${n}` } }));
  }
  return db;
}

describe('the list of campaigns', () => {
  it('asks the store as often for fifty as for five', async () => {
    const asked = async (campaigns: number) => {
      const { db, statements } = counted(await storeOf(campaigns));
      expect(await campaignEntries(serviceOn(db), hanna)).toHaveLength(campaigns);
      return statements.length;
    };
    expect(await asked(50)).toBe(await asked(5));
  });

  it('says of each to whom, how often it has gone out, and when the stored next run is due, moved as it is', async () => {
    const db = await storeOf(2);
    await addRuns(db, Buffer.alloc(32), 'c1', [
      run('2026-12-10', '2026-12-10T08:00:00Z'),
      run('2026-12-17', '2026-12-17T08:00:00Z'),
      // Planned for New Year's Eve: no plan names that day.
      run('2026-12-31', '2027-01-04T06:00:00Z'),
      run('2027-01-07', '2027-01-07T08:00:00Z'),
    ]);
    for (const day of ['2026-12-10', '2026-12-17'])
      await settleRun(db, { campaign: 'c1', day }, { recipients: 12, held: { absent: 0, capped: 0 } }, now());
    const entries = await campaignEntries(serviceOn(db), hanna);
    expect(entries.find(({ id }) => id === 'c1')).toMatchObject({
      audienceName: 'Grupp 1',
      next: 'måndag 4 januari 2027 kl. 07.00',
      sent: { runs: 2, recipients: 24 },
    });
    // Its runs are not stored yet.
    expect(entries.find(({ id }) => id === 'c0')).toMatchObject({
      next: 'måndag 4 januari 2027 kl. 07.00',
      sent: { runs: 0, recipients: 0 },
    });
  });
});
