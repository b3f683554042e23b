import path from 'node:path';
import { publishResults, type CountedAnswer } from '../../src/campaigns/publish';
import { projectRoot } from '../../src/shared/config';
import { foldersIn, loadGuides } from '../../src/bot/guides';
import { type HrService } from '../../src/hr/hrService';
import { resultRows, resultsOf } from '../../src/hr/results';
import { readTexts } from '../../src/shared/texts';
import { titlesOf } from '../../src/coaching/stepText';
import { type Run } from '../../src/campaigns/run';
import { aCampaign, aRun } from '../campaigns/aCampaign';

const { flows } = loadGuides(foldersIn(path.join(projectRoot, 'cards')), path.join(projectRoot, 'knowledge'));
const { scale } = readTexts(path.join(projectRoot, 'cards')).coaching;
const hanna = { id: 'hanna', name: 'Hanna' };

/** So many in a group who answered clear, and unclear. */
const answers = (group: string, clear: number, unclear: number): CountedAnswer[] =>
  Array.from({ length: clear + unclear }, (_, n) => ({
    group,
    shared: {},
    values: { 'tydliga-ramar': [n < clear ? '5' : '1'] },
  }));

/** HR’s service, in which a campaign has been answered so, by the day of the run. */
function answeredSo(answered: Record<string, readonly CountedAnswer[]>, runs: readonly Run[] = []) {
  const recorded: string[] = [];
  const published = Object.entries(answered).map(([day, all]) => [day, publishResults(all, 6)] as const);
  const store = {
    find: () => Promise.resolve(aCampaign()),
    publishedOf: () => Promise.resolve(new Map(published)),
    runsOf: () => Promise.resolve(runs),
  };
  const record = (_by: unknown, act: string) => Promise.resolve(void recorded.push(act));
  return { recorded, hr: { campaigning: { store, coaching: { flows, scale } }, record } as unknown as HrService };
}

describe('the results of a campaign that recurs', () => {
  it('have the latest first, and how all answered from time to time, the earliest first', async () => {
    const { hr } = answeredSo({
      '2026-11-03': answers('Öron', 3, 9),
      '2026-11-10': answers('Öron', 2, 3),
      '2026-11-17': answers('Öron', 9, 3),
    });
    const { occurrences, trend } = await resultsOf(hr, 'x');
    expect(occurrences.map(({ id }) => id)).toEqual(['2026-11-17', '2026-11-10', '2026-11-03']);
    // The one that too few answered is in no trend.
    expect(trend).toHaveLength(1);
    expect(trend[0]!.days).toEqual(['tisdag 3 november 2026', 'tisdag 17 november 2026']);
    expect(trend[0]!.options.map(({ percents }) => percents)).toEqual([
      [75, 25],
      [0, 0],
      [0, 0],
      [0, 0],
      [25, 75],
      [0, 0],
    ]);
  });

  it('have no trend while there is one time only', async () => {
    expect((await resultsOf(answeredSo({ '2026-11-03': answers('Öron', 9, 3) }).hr, 'x')).trend).toEqual([]);
  });
});

describe('the day of a run', () => {
  const sentOn = (day: string, sentAt: string) => aRun({ day, sentAt: new Date(sentAt), state: 'published' });
  const answered = {
    '2026-11-03': answers('Öron', 9, 3),
    '2026-12-31': answers('Öron', 9, 3),
    '2027-01-05': answers('Öron', 9, 3),
  };
  const runs = [
    sentOn('2026-11-03', '2026-11-03T08:00:00Z'),
    sentOn('2026-12-31', '2027-01-04T08:00:00Z'),
    sentOn('2027-01-05', '2027-01-07T23:30:00Z'),
  ];

  it('is the planned one and the one on which it was sent, where those differ', async () => {
    const { occurrences } = await resultsOf(answeredSo(answered, runs).hr, 'x');
    expect(occurrences.map(({ day }) => day)).toEqual([
      'planerad tisdag 5 januari, skickad fredag 8 januari 2027',
      'planerad torsdag 31 december 2026, skickad måndag 4 januari 2027',
      'tisdag 3 november 2026',
    ]);
  });

  it('is in the trend the one on which people were asked', async () => {
    const { trend } = await resultsOf(answeredSo(answered, runs).hr, 'x');
    expect(trend[0]!.days).toEqual(['tisdag 3 november 2026', 'måndag 4 januari 2027', 'fredag 8 januari 2027']);
  });

  it('is in the sheet both, in a column each', async () => {
    const [head, ...rows] = await resultRows(answeredSo(answered, runs).hr, 'x', hanna);
    expect(head!.slice(0, 2)).toEqual(['Tillfälle', 'Skickat']);
    expect([...new Set(rows.map((row) => row.slice(0, 2).join(' ')))]).toEqual([
      '2027-01-05 2027-01-08',
      '2026-12-31 2027-01-04',
      '2026-11-03 2026-11-03',
    ]);
  });
});

describe('the places next to the poles', () => {
  const labelsIn = async () => {
    const { hr } = answeredSo({ '2026-11-03': answers('Öron', 9, 3) });
    return (await resultsOf(hr, 'x')).occurrences[0]!.report.together!.rows[0]!.options.map(({ label }) => label);
  };

  it('have the words of the ready-made question, also where the result was published before the words were', async () =>
    expect(await labelsIn()).toEqual([
      'Otydliga',
      'Ganska otydliga',
      'Mitt emellan',
      'Ganska tydliga',
      'Tydliga',
      'Vet inte',
    ]));

  it("are called after their pole, as a quotation, where HR's own question has fragments for poles", () =>
    expect(titlesOf({ poles: ['Inte ”mitt” bord', 'HR:s'], declines: true } as never, scale)).toEqual({
      1: 'Inte ”mitt” bord',
      2: 'Närmare ”Inte ’mitt’ bord”',
      3: 'Mitt emellan',
      4: 'Närmare ”HR:s”',
      5: 'HR:s',
      unknown: 'Vet inte',
      declined: 'Vill inte svara',
    }));
});

describe('the sheet of results', () => {
  it('says what the page shows: all together, each group, and nothing of a group that is hidden', async () => {
    const { hr, recorded } = answeredSo({
      '2026-11-03': [...answers('Öron', 6, 2), ...answers('Öga', 8, 0), ...answers('Hud', 5, 0)],
    });
    const [head, ...rows] = await resultRows(hr, 'x', hanna);
    expect(head).toHaveLength(8);
    expect([...new Set(rows.map(([, , group]) => group))]).toEqual(['Alla tillsammans', 'Öga', 'Öron']);
    expect(rows.find(([, , group, , option]) => group === 'Öron' && option === 'Tydliga')).toEqual([
      '2026-11-03',
      '2026-11-03',
      'Öron',
      'Hur tydliga är ramarna för ditt uppdrag?',
      'Tydliga',
      6,
      75,
      8,
    ]);
    expect(recorded).toEqual(['export']);
  });
});
