import { publishInSlices, publishResults, totalOf, type CountedAnswer } from '../../src/campaigns/publish';

const answer = (group: string, chosen: readonly string[], shared: CountedAnswer['shared'] = {}): CountedAnswer => ({
  group,
  values: { q: chosen },
  shared,
});
const answers = (group: string, count: number, option = 'ja') =>
  Array.from({ length: count }, () => answer(group, [option]));
const sharing = (count: number) =>
  Array.from({ length: count }, (_, n) => answer('A', [], { tankar: `tanke ${String.fromCharCode(122 - n)}` }));

describe('what is published of a run', () => {
  it('is nothing of a group in which too few have answered', () =>
    expect(publishResults(answers('A', 5), 6)).toEqual({ tables: {} }));

  it('is a group’s figures where enough have', () =>
    expect(publishResults([...answers('A', 4), ...answers('A', 2, 'nej')], 6)).toEqual({
      tables: { A: { people: 6, counts: { q: { ja: 4, nej: 2 } } } },
    }));

  it('is of all smaller groups only what they answered together, where that is enough', () => {
    const small = [...answers('B', 3), ...answers('C', 3, 'nej')];
    expect(publishResults([...answers('A', 6), ...small], 6)).toEqual({
      tables: { A: { people: 6, counts: { q: { ja: 6 } } } },
      rest: { people: 6, counts: { q: { ja: 3, nej: 3 } } },
    });
    expect(publishResults([...answers('A', 6), ...small.slice(1)], 6)).not.toHaveProperty('rest');
  });

  it('adds up only what is shown', () => {
    const shown = publishResults([...answers('A', 6), ...answers('B', 6, 'nej'), ...answers('C', 1)], 6);
    expect(totalOf(shown)).toEqual({ people: 12, counts: { q: { ja: 6, nej: 6 } } });
  });

  it('are shared words from ten people up, of all groups together and in the order of the alphabet', () => {
    expect(publishResults(sharing(9), 6)).not.toHaveProperty('words');
    const { words } = publishResults(sharing(10), 6);
    expect(words!.tankar).toHaveLength(10);
    expect(words!.tankar).toEqual([...words!.tankar!].sort());
    expect(publishResults(sharing(11), 12)).not.toHaveProperty('words');
  });

  it('does not depend on the order in which people answered', () => {
    const all = [...answers('A', 6), ...answers('B', 3), ...answers('C', 4, 'nej'), ...sharing(10)];
    expect(JSON.stringify(publishResults([...all].reverse(), 6))).toBe(JSON.stringify(publishResults(all, 6)));
  });

  it.each([
    ['500 groups', 500],
    ['groups that are all too small', 5000],
    ['one group', 1],
  ])('is counted in slices, of 10,000 answers in %s', (_, groups) => {
    let read = 0;
    const all = Array.from({ length: 10_000 }, (_, n) => ({
      group: `${n % groups}`,
      // What is read of an answer while nothing else may be done.
      get values() {
        read++;
        return { q: [`${n % 5}`] };
      },
      get shared() {
        read++;
        return { tankar: `tanke ${(n * 7919) % 10_007}` };
      },
    }));
    const slices = publishInSlices(all, 6);
    let most = 0;
    let pauses = 0;
    for (let next = slices.next(); ; next = slices.next(), pauses++) {
      most = Math.max(most, read);
      read = 0;
      if (!next.done) continue;
      expect(next.value.words!.tankar).toHaveLength(10_000);
      break;
    }
    expect(most).toBeLessThanOrEqual(500);
    // Grouped, counted, collected, sorted in runs, and merged.
    expect(pauses).toBeGreaterThan(150);
  });

  it('is refused where a group would be one person', () => expect(() => publishResults([], 1)).toThrow('at least 2'));
});
