import path from 'node:path';
import { foldersIn, loadGuides } from '../../src/bot/guides';
import { publishResults, type CountedAnswer } from '../../src/campaigns/publish';
import { type HrService } from '../../src/hr/hrService';
import { onePageOf, trendInWords } from '../../src/hr/onePage';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';
import { writeOnePage } from '../../src/sheets/writeOnePage';
import { type Run } from '../../src/campaigns/run';
import { aCampaign, aRun } from '../campaigns/aCampaign';
import { pagesOf } from '../sheets/pageText';

const { flows } = loadGuides(foldersIn(path.join(projectRoot, 'cards')), path.join(projectRoot, 'knowledge'));
const { scale } = readTexts(path.join(projectRoot, 'cards')).coaching;
const hanna = { id: 'hanna', name: 'Hanna' };

const answers = (group: string, clear: number, unclear: number): CountedAnswer[] =>
  Array.from({ length: clear + unclear }, (_, n) => ({
    group,
    shared: { lardom: 'Hemliga ord' },
    values: { 'tydliga-ramar': [n < clear ? '5' : '1'] },
  }));

/** What the page says of a campaign that has been answered so, and what was written down. */
async function pageOf(
  answered: Record<string, readonly CountedAnswer[]>,
  flow = 'tydliga-ramar',
  runs: readonly Run[] = [],
) {
  const recorded: string[] = [];
  const published = Object.entries(answered).map(([day, all]) => [day, publishResults(all, 6)] as const);
  const store = {
    find: () => Promise.resolve(aCampaign({ title: 'Våra ramar', flow })),
    publishedOf: () => Promise.resolve(new Map(published)),
    runsOf: () => Promise.resolve(runs),
  };
  const hr = {
    campaigning: { store, coaching: { flows, scale } },
    record: (_by: unknown, act: string) => Promise.resolve(void recorded.push(act)),
    pdfOf: writeOnePage,
  } as unknown as HrService;
  const pages = await pagesOf(await onePageOf(hr, 'c1', hanna));
  return { pages, recorded };
}

describe('the page for those who lead', () => {
  it('has the latest time by group, how it has changed in words, and how answers are shown', async () => {
    const { pages, recorded } = await pageOf({
      '2026-11-03': answers('Öron', 3, 9),
      '2026-11-17': [...answers('Öron', 9, 3), ...answers('Ögon', 6, 2), ...answers('Hud', 4, 0)],
    });
    expect(pages).toHaveLength(1);
    const [said] = pages;
    expect(said).toMatch(
      /^Våra ramar Senaste tillfället: tisdag 17 november 2026 · 2 tillfällen hittills Hur tydliga är ramarna/,
    );
    expect(said).toContain('Öron 12 25 % 0 % 0 % 0 % 75 % 0 %');
    expect(said).toContain(
      'Sedan tisdag 3 november 2026: ”Otydliga” har minskat från 75 till 25 procent, ”Tydliga” har ökat',
    );
    expect(said).toContain('för sig om minst 6 har svarat');
    // Too few for a row of its own, and its answers tell nobody's.
    expect(said).not.toMatch(/Hud|Hemliga/);
    expect(recorded).toEqual(['export']);
  });

  it('says on which day a run was sent that a holiday has moved', async () => {
    const moved = aRun({ day: '2027-01-06', sentAt: new Date('2027-01-07T08:00:00Z'), state: 'published' });
    const { pages } = await pageOf({ '2027-01-06': answers('Öron', 9, 3) }, 'tydliga-ramar', [moved]);
    expect(pages[0]).toContain('Tillfälle: planerad onsdag 6 januari, skickad torsdag 7 januari 2027');
  });

  it('says that too few have answered, and that one time shows no change', async () => {
    const { pages } = await pageOf({ '2026-11-03': answers('Öron', 3, 0) });
    expect(pages[0]).toContain('För få svarade');
    expect(pages[0]).toContain('först när två tillfällen');
  });

  it('is refused before anything is published, and where there are words only: those stay in HR', async () => {
    await expect(pageOf({})).rejects.toThrow('inget resultat ännu');
    await expect(pageOf({ '2026-11-03': answers('Öron', 9, 3) }, 'manadens-lardom')).rejects.toThrow('stannar inom HR');
  });
});

describe('a change in words', () => {
  const trend = (from: number[], to: number[], label = 'S') =>
    trendInWords({
      question: 'Hur?',
      days: ['måndag', 'tisdag', 'onsdag'],
      options: from.map((percent, at) => ({ label: `${label}${at}`, percents: [percent, 99, to[at]!] })),
    });

  it('is from the first time to the latest, the greatest first, three at most', () =>
    expect(trend([10, 50, 20, 20], [20, 20, 40, 26])).toBe(
      'Hur? Sedan måndag: ”S1” har minskat från 50 till 20 procent, ”S2” har ökat från 20 till 40 procent, ”S0” har ökat från 10 till 20 procent.',
    ));

  it('quotes an option that has a quotation of its own with single marks within', () =>
    expect(trend([10], [20], 'Närmare ”Lätt” ')).toBe(
      'Hur? Sedan måndag: ”Närmare ’Lätt’ 0” har ökat från 10 till 20 procent.',
    ));

  it('is none where it is small', () => expect(trend([50, 50], [54, 46])).toBe('Hur? Sedan måndag: ungefär som då.'));
});
