import { fairMatches, type Matched } from '../../../src/knowledge/ranking/fairMatch';

const known = (score: number, likeKnown = 0): Matched => ({ score, asked: 12, isBare: false, likeKnown });
const unknown = (score: number): Matched => ({ score, asked: 0, isBare: false, likeKnown: 0 });

describe('a passage that nobody has written questions for', () => {
  it('matches better beside others that have them than its own words would', () => {
    const [, cold] = fairMatches([known(10), unknown(5)]);
    expect(cold!.match).toBeGreaterThan(0.5);
    expect(cold!.fairness).toBeGreaterThan(0);
  });

  it('gets the less, the more like a known question the question is', () => {
    const worth = (like: number) => fairMatches([known(10, like), unknown(5)])[1]!.fairness;
    expect(worth(0.9)).toBeLessThan(worth(0.3));
    expect(worth(1)).toBe(0);
  });

  it('gets the less, the fewer have known questions', () => {
    const among = (cold: number) => fairMatches([known(10), ...Array.from({ length: cold }, () => unknown(5))])[1]!;
    expect(among(40).fairness).toBeLessThan(among(5).fairness);
    expect(among(40).match).toBeLessThan(among(5).match);
  });

  it('stays a new one in part while it has few of them', () => {
    const worth = (asked: number) => fairMatches([known(10), { ...unknown(5), asked }])[1]!.fairness;
    expect(worth(3)).toBeLessThan(worth(0));
    expect(worth(3)).toBeGreaterThan(0);
    expect(worth(12)).toBe(0);
  });

  it('gets nothing where it is bare: a list of contents answers nothing', () => {
    expect(fairMatches([known(10), { ...unknown(5), isBare: true }])[1]).toEqual({ match: 0.5, fairness: 0 });
  });

  it('is compared with the best of all where all are of one kind', () => {
    for (const kind of [known, unknown])
      expect(fairMatches([kind(10), kind(5)])).toEqual([
        { match: 1, fairness: 0 },
        { match: 0.5, fairness: 0 },
      ]);
    expect(fairMatches([])).toEqual([]);
  });
});
