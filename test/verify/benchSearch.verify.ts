import { benchSearch } from '../../tools/bench/benchSearch';

describe('bench search', () => {
  let measured: ReturnType<typeof benchSearch>;
  beforeAll(() => void (measured = benchSearch([])), 300_000);
  const of = (name: string) => measured.find(({ system }) => system === name)!;

  it('asks every search the same questions of the same passages', () => {
    expect(measured.map(({ system }) => system)).toEqual([
      'ours',
      'ours, without asked.yaml',
      'lunr as it comes',
      'lunr + lunr-languages',
      'MiniSearch',
    ]);
    // Each of them works: what none of them finds is no comparison.
    for (const { recallAt3 } of measured) expect(recallAt3).toBeGreaterThan(30);
  });

  it('shows that ours puts the right passage first more often than any of them', () => {
    for (const rival of measured.filter(({ system }) => !system.startsWith('ours'))) {
      expect(of('ours, without asked.yaml').recallAt1).toBeGreaterThan(rival.recallAt1);
      expect(of('ours, without asked.yaml').recallAt3).toBeGreaterThan(rival.recallAt3);
    }
  });

  it('shows what is won by the questions that editors know are asked', () => {
    expect(of('ours').recallAt1).toBeGreaterThan(of('ours, without asked.yaml').recallAt1 + 5);
  });
});
