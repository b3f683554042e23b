import fc from 'fast-check';
import {
  nothingPublished,
  publishNext,
  closeResults,
  totalOf,
  withdraw,
  type CountedAnswer,
  type PublishedResults,
} from '../../src/campaigns/publish';
import { learns, rank } from './attacker';

const answer = (by: string, group: string, ...chosen: string[]): CountedAnswer => ({
  by,
  group,
  values: { q: chosen },
});
const six = (group: string, option = 'ja') =>
  Array.from({ length: 6 }, (_, n) => answer(`${group}${n}`, group, option));

describe('what HR may see', () => {
  it('is nothing of a group before enough have answered', () => {
    expect(publishNext(nothingPublished, six('A').slice(1), 6, false)).toBe(nothingPublished);
    expect(publishNext(nothingPublished, six('A').slice(1), 6, true)).toBe(nothingPublished);
  });

  it('is a group’s figures when enough have', () => {
    const { tables } = publishNext(nothingPublished, [...six('A'), ...six('B').slice(1)], 6, false);
    expect(tables).toEqual({ A: { people: 6, counts: { q: { ja: 6 } } } });
  });

  it('does not move when one more answers, changes her mind or takes her answer back', () => {
    const shown = publishNext(nothingPublished, six('A'), 6, false);
    const [first, ...others] = six('A');
    expect(publishNext(shown, [...six('A'), answer('x', 'A', 'nej')], 6, false)).toBe(shown);
    expect(publishNext(shown, [{ ...first!, values: { q: ['nej'] } }, ...others], 6, true)).toBe(shown);
    expect(publishNext(shown, others, 6, true)).toBe(shown);
  });

  it('moves when enough new answers have come, and leaves out those that were taken back', () => {
    const shown = publishNext(nothingPublished, six('A'), 6, false);
    const more = Array.from({ length: 6 }, (_, n) => answer(`x${n}`, 'A', 'nej'));
    const { tables } = publishNext(shown, [...six('A').slice(1), ...more], 6, false);
    expect(tables.A).toEqual({ people: 11, counts: { q: { ja: 5, nej: 6 } } });
  });

  it('does not move when answers only were taken back, for few would be left', () => {
    const shown = publishNext(nothingPublished, six('A'), 6, false);
    expect(publishNext(shown, [answer('A0', 'A', 'ja'), answer('x', 'A', 'nej')], 6, false)).toBe(shown);
  });

  it('is at the close also what was left over in several groups, together, if they are enough', () => {
    const few = [...six('A').slice(0, 3), ...six('B').slice(0, 3)];
    expect(publishNext(nothingPublished, few, 6, true).rest).toEqual({ people: 6, counts: { q: { ja: 6 } } });
    expect(publishNext(nothingPublished, few.slice(1), 6, true).rest).toBeUndefined();
  });

  it('adds up only what is shown', () => {
    const shown = publishNext(nothingPublished, [...six('A'), ...six('B', 'nej'), answer('c', 'C', 'ja')], 6, true);
    expect(totalOf(shown)).toEqual({ people: 12, counts: { q: { ja: 6, nej: 6 } } });
  });

  it('keeps after the close nothing of who was counted', () => {
    const shown = closeResults(publishNext(nothingPublished, six('A'), 6, true));
    expect(JSON.stringify(shown)).not.toMatch(/A[0-5]/);
    expect(shown.tables.A!.people).toBe(6);
  });

  it('does not move after the close, when nobody knows any more who was counted', () => {
    const shown = closeResults(publishNext(nothingPublished, six('A'), 6, true));
    expect(publishNext(shown, [...six('A'), answer('x', 'A', 'nej')], 6, true)).toBe(shown);
  });

  it('forgets who is erased, and does not move sooner when the same person answers again', () => {
    const shown = withdraw(publishNext(nothingPublished, six('A'), 6, false), 'A0');
    expect(JSON.stringify(shown)).not.toContain('A0');
    expect(withdraw(shown, 'A0')).toBe(shown);
    const more = Array.from({ length: 6 }, (_, n) => answer(`x${n}`, 'A', 'nej'));
    const again = [...six('A'), ...more.slice(1)];
    expect(publishNext(shown, again, 6, false)).toBe(shown);
    expect(publishNext(shown, again, 6, true).rest).toBeUndefined();
    const moved = publishNext(shown, [...again, more[0]!], 6, false);
    expect(moved).toMatchObject({ tables: { A: { people: 12 } }, withdrawn: {} });
  });

  it('is refused where a group would be one person', () => {
    expect(() => publishNext(nothingPublished, [], 1, false)).toThrow('at least 2');
  });
});

type Event = { readonly person: number; readonly does: 'answers' | 'erases' } | 'publish';
type Rule = (
  before: PublishedResults,
  answers: readonly CountedAnswer[],
  least: number,
  closing: boolean,
) => PublishedResults;

/** Lives a campaign through; each answer is an option of its own, so that a table tells which answers it counts. */
function published(events: readonly Event[], least: number, rule: Rule) {
  const now = new Map<string, CountedAnswer>();
  const owners: string[] = [];
  let shown = nothingPublished;
  const tables: ReadonlyMap<string, number>[] = [];
  const publish = (closing: boolean) => {
    shown = rule(shown, [...now.values()], least, closing);
    for (const { counts } of [...Object.values(shown.tables), ...(shown.rest ? [shown.rest] : []), totalOf(shown)])
      tables.push(new Map(Object.entries(counts.q ?? {})));
  };
  for (const event of events) {
    if (event === 'publish') publish(false);
    else if (event.does === 'erases') now.delete(`p${event.person}`);
    else {
      const by = `p${event.person}`;
      now.set(by, { by, group: `g${event.person % 3}`, values: { q: [String(owners.push(by) - 1)] } });
    }
  }
  publish(true);
  return { rows: tables.map((table) => owners.map((_, at) => table.get(String(at)) ?? 0)), owners };
}

const people = fc.nat(8);
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ person: people, does: fc.constant('answers' as const) }) },
  { weight: 2, arbitrary: fc.record({ person: people, does: fc.constant('erases' as const) }) },
  { weight: 3, arbitrary: fc.constant('publish' as const) },
);
const life = fc.array(event, { minLength: 5, maxLength: 30 });
const leaks = (events: readonly Event[], least: number, rule: Rule) => {
  const { rows, owners } = published(events, least, rule);
  return learns(rows, owners, least);
};

describe('somebody who has every table that was ever shown', () => {
  it('learns nothing about fewer people than a group has: 1,000 campaigns', () => {
    let shown = 0;
    fc.assert(
      fc.property(life, fc.constantFrom(2, 3), (events, least) => {
        shown += published(events, least, publishNext).rows.length > 1 ? 1 : 0;
        return !leaks(events, least, publishNext);
      }),
      { numRuns: 1000 },
    );
    expect(shown).toBeGreaterThan(500);
  });

  it.each<[string, Rule]>([
    [
      'groups were one person smaller',
      (before, answers, least, closing) => publishNext(before, answers, Math.max(2, least - 1), closing),
    ],
    [
      'every answer were shown at once',
      (before, answers, _, closing) => publishNext(closing ? before : nothingPublished, answers, 2, closing),
    ],
  ])('would learn something if %s', (_, rule) => {
    const found = fc.check(
      fc.property(life, (events) => !leaks(events, 3, rule)),
      { numRuns: 1000 },
    );
    expect(found.failed).toBe(true);
  });

  it('is as good as he should be: he sees through a sum', () => {
    expect(
      rank([
        [1, 1, 1],
        [1, 1, 0],
        [2, 2, 1],
      ]),
    ).toBe(2);
    expect(
      learns(
        [
          [1, 1, 1],
          [1, 1, 0],
        ],
        ['a', 'b', 'c'],
        2,
      ),
    ).toBe(true);
    expect(
      learns(
        [
          [1, 1, 1, 0],
          [0, 0, 1, 1],
        ],
        ['a', 'b', 'c', 'd'],
        2,
      ),
    ).toBe(false);
  });
});
