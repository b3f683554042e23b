import fc from 'fast-check';
import { closeWords, noWords, publishWords, type Share, type PublishedWords } from '../../src/campaigns/sharedWords';

const share = (by: string, words = `ord av ${by}`): Share => ({ by, shared: { q: words } });
const people = (count: number, from = 0) => Array.from({ length: count }, (_, n) => share(`p${n + from}`));
const shownOf = (shown: PublishedWords) => shown.texts.q ?? [];

describe('the words that HR may read', () => {
  it('are none before ten have shared, also at the close', () => {
    expect(publishWords(noWords, people(9), 6)).toBe(noWords);
    expect(shownOf(publishWords(noWords, people(10), 6))).toHaveLength(10);
  });

  it('need more where the campaign’s groups are larger', () => {
    expect(publishWords(noWords, people(11), 12)).toBe(noWords);
    expect(shownOf(publishWords(noWords, people(12), 12))).toHaveLength(12);
  });

  it('are counted for each step by itself', () => {
    const both = people(10).map((one, n) => (n ? one : { ...one, shared: { ...one.shared, r: 'ensam' } }));
    expect(Object.keys(publishWords(noWords, both, 6).texts)).toEqual(['q']);
  });

  it('become more by ten new ones', () => {
    const ten = publishWords(noWords, people(10), 6);
    expect(publishWords(ten, people(19), 6)).toBe(ten);
    expect(shownOf(publishWords(ten, people(20), 6))).toHaveLength(20);
  });

  it('stand in the order of the alphabet, whoever came first', () => {
    const words = ['öppet', 'Mod', 'ärligt', 'att våga', 'åter', 'zon', 'c', 'b', 'd', 'e'];
    const shares = words.map((each, n) => share(`p${n}`, each));
    const shown = shownOf(publishWords(noWords, shares, 6));
    expect(shown).toEqual(['att våga', 'b', 'c', 'd', 'e', 'Mod', 'zon', 'åter', 'ärligt', 'öppet']);
    expect(shownOf(publishWords(noWords, [...shares].reverse(), 6))).toEqual(shown);
  });

  it('lose what she takes back or writes otherwise, and nothing else', () => {
    const ten = publishWords(noWords, people(10), 6);
    const [first, second, ...others] = people(10);
    const left = publishWords(ten, [share(first!.by, 'annat'), ...others], 6);
    expect(shownOf(left)).toEqual(others.map(({ shared }) => shared.q));
    // Two new ones would come alone.
    expect(shownOf(publishWords(left, [share(first!.by, 'annat'), second!, ...others], 6))).toHaveLength(8);
  });

  it('stay after the close, when nobody knows any more whose they were', () => {
    const closed = closeWords(publishWords(noWords, people(10), 6));
    expect(JSON.stringify(closed)).not.toContain('"p3"');
    expect(publishWords(closed, [], 6)).toBe(closed);
    expect(shownOf(closed)).toHaveLength(10);
  });
});

type Event = { readonly person: number; readonly does: 'shares' | 'takes back' } | 'publish';
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ person: fc.nat(29), does: fc.constant('shares' as const) }) },
  { weight: 2, arbitrary: fc.record({ person: fc.nat(29), does: fc.constant('takes back' as const) }) },
  { weight: 1, arbitrary: fc.constant('publish' as const) },
);

describe('somebody who reads the words whenever they change', () => {
  it('never sees fewer than ten new ones, nor any that was taken back: 500 campaigns', () => {
    let moved = 0;
    fc.assert(
      fc.property(fc.array(event, { minLength: 20, maxLength: 120 }), (events) => {
        const now = new Map<string, Share>();
        let shown = noWords;
        let nth = 0;
        const look = () => {
          const before = new Set(shownOf(shown));
          shown = publishWords(shown, [...now.values()], 6);
          const fresh = shownOf(shown).filter((words) => !before.has(words));
          moved += fresh.length ? 1 : 0;
          const shared = new Set([...now.values()].map((one) => one.shared.q));
          expect(shownOf(shown).filter((words) => !shared.has(words))).toEqual([]);
          expect([...before].filter((words) => shared.has(words) && !shownOf(shown).includes(words))).toEqual([]);
          if (fresh.length) expect(fresh.length).toBeGreaterThanOrEqual(10);
        };
        for (const one of events) {
          if (one === 'publish') look();
          else if (one.does === 'takes back') now.delete(`p${one.person}`);
          else now.set(`p${one.person}`, share(`p${one.person}`, `ord ${++nth}`));
        }
        look();
      }),
      { numRuns: 500 },
    );
    expect(moved).toBeGreaterThan(300);
  });
});
