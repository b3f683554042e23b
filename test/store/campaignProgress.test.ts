import { reachedBy } from '../../src/store/audience';
import { progressOf, settledRuns } from '../../src/store/campaignProgress';
import { addRuns, settleRun, skipRun } from '../../src/store/campaignRuns';
import { addCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { addGroup, groupTitles } from '../../src/store/groups';
import { remember } from '../../src/store/people';
import { aCampaign } from '../campaigns/aCampaign';
import { temporaryDatabase } from './temporary';

const now = new Date('2026-12-16T12:00:00.000Z');
const run = (day: string) => ({ day, dueAt: new Date(`${day}T08:00:00Z`), answerUntil: day });

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
  await addCampaign(db, aCampaign({ id: 'one' }));
  await addCampaign(db, aCampaign({ id: 'other' }));
  await addRuns(
    db,
    Buffer.alloc(32),
    'one',
    ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29'].map(run),
  );
  await addRuns(db, Buffer.alloc(32), 'other', [run('2026-12-15')]);
  for (const day of ['2026-12-01', '2026-12-15'])
    await settleRun(db, { campaign: 'one', day }, { recipients: 12, held: { absent: 0, capped: 0 } }, now);
  await skipRun(db, { campaign: 'one', day: '2026-12-08' }, 'paused');
});

describe('how far runs are', () => {
  it('counts what has been sent, and tells when the next is due that has not been', async () => {
    const progress = await progressOf(db, now);
    expect(progress.get('one')).toEqual({ next: run('2026-12-22').dueAt, runs: 2, recipients: 24 });
    // Planned, and late: it is not to come.
    expect(progress.get('other')).toEqual({ runs: 0, recipients: 0 });
    expect([...(await progressOf(db, now, 'other')).keys()]).toEqual(['other']);
  });

  it('finds what is settled from a moment on', async () => {
    const settled = await settledRuns(db, run('2026-12-08').dueAt);
    expect(settled.map(({ day, state }) => [day, state]).sort()).toEqual([
      ['2026-12-08', 'skipped'],
      ['2026-12-15', 'sent'],
    ]);
  });
});

describe('those whom audiences are for', () => {
  it('have a chat with the bot; a group is listed by e-mail too', async () => {
    await remember(db, { id: 'asa', address: '{}' }, now);
    await remember(db, { id: 'bo', address: '{}' }, now);
    const members = ['ASA', 'stranger@b.se'].map((listedAs) => ({ listedAs, unit: '' }));
    await addGroup(db, { id: 'g', title: 'Vård', now }, members);
    const audiences = [{ kind: 'everyone' }, { kind: 'group', group: 'g' }, { kind: 'group', group: 'gone' }] as const;
    expect((await reachedBy(db, audiences)).map((people) => [...people].sort())).toEqual([['asa', 'bo'], ['asa'], []]);
    expect(await groupTitles(db)).toEqual(new Map([['g', 'Vård']]));
  });
});
