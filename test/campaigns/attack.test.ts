import fc from 'fast-check';
import { publishResults, type CountedAnswer } from '../../src/campaigns/publish';
import { certainties, type Attack, type Deed, type Found, type Rule, type World } from './attacker';

const answersOf = (world: World): CountedAnswer[] =>
  world.flatMap((people, group) =>
    people.flatMap((deed) =>
      deed === 'silent' ? [] : [{ group: `g${group}`, values: { q: [String(deed)] }, shared: {} }],
    ),
  );
const published =
  (least: number): Rule =>
  (world) =>
    JSON.stringify(publishResults(answersOf(world), least));

/** That everybody in a group answered alike is what the page warns of: whoever sees the figure then knows each answer. */
const isAlike = ({ world, group, deed }: Found): boolean =>
  deed !== 'silent' && world[group]!.every((one) => one === deed);
const learned = (attack: Attack, rule: Rule) => certainties(attack, rule).filter((found) => !isAlike(found));

const pairs = (options: number): Deed[][] => {
  const deeds: Deed[] = ['silent', ...Array.from({ length: options }, (_, option) => option)];
  return deeds.flatMap((one) => deeds.map((other) => [one, other]));
};

describe('somebody who holds the list, every figure, and two of the answers', () => {
  it.each([2, 3, 4])(
    'learns of nobody else what was answered, or that nothing was: groups up to twelve, %i options',
    (options) => {
      for (let size = 3; size <= 12; size++)
        for (const accomplices of pairs(Math.min(options, 2)))
          expect(learned({ sizes: [size], accomplices: [accomplices], options }, published(6))).toEqual([]);
    },
  );

  it('learns nothing where small groups are shown together, whichever group the two are in', () => {
    for (const sizes of [
      [3, 4],
      [2, 6],
      [4, 7],
      [1, 5],
      [1, 6],
      [3, 3, 2],
      [1, 1, 5],
    ])
      for (const [one, other] of pairs(2))
        for (const accomplices of [
          [[one!, other!], ...sizes.slice(1).map(() => [])],
          [[one!], [other!], ...sizes.slice(2).map(() => [])],
        ].filter((all) => all.every((own, group) => own.length <= sizes[group]!)))
          expect(
            learned({ sizes, accomplices, options: 2 }, published(6)).filter(
              ({ group }) => sizes[group]! > accomplices[group]!.length,
            ),
          ).toEqual([]);
  });

  it('learns nothing in any list of groups, with any limit that HR may set', () => {
    const attacks = fc
      .record({
        sizes: fc.array(fc.integer({ min: 2, max: 8 }), { minLength: 1, maxLength: 3 }),
        options: fc.integer({ min: 2, max: 3 }),
        least: fc.integer({ min: 6, max: 8 }),
        deeds: fc.array(fc.constantFrom<Deed>('silent', 0, 1), { minLength: 2, maxLength: 2 }),
      })
      .filter(({ sizes, options }) => sizes.length < 3 || options < 3);
    fc.assert(
      fc.property(attacks, ({ sizes, options, least, deeds }) => {
        const accomplices = sizes.map((_, group) => (group === 0 ? deeds : []));
        const found = learned({ sizes, accomplices, options }, published(least));
        return found.every(({ group }) => sizes[group]! === accomplices[group]!.length);
      }),
      { numRuns: 30 },
    );
  });

  it('would learn who was silent if a group of four were shown', () => {
    const attack = { sizes: [4], accomplices: [[0, 1] as Deed[]], options: 2 };
    expect(learned(attack, published(2))).not.toEqual([]);
  });

  /** What was shown before: figures moved on when enough new answers had come, so that what came between two looks was known. */
  const lookingTwice: Rule = (world) => {
    const [first = []] = world;
    const before = publishResults(answersOf([first.slice(0, -1)]), 6);
    return JSON.stringify([before, publishResults(answersOf([first]), 6)]);
  };

  it('would learn the last answer if the figures were shown while people answer', () => {
    const attack: Attack = { sizes: [9], accomplices: [[0, 1]], options: 2 };
    const world: Deed[] = [0, 1, 0, 0, 1, 1, 0, 0];
    const shown = (last: Deed) => lookingTwice([[...world, last]]);
    expect(new Set([shown('silent'), shown(0), shown(1)]).size).toBe(3);
    const once = (last: Deed) => published(6)([[...world, last]]);
    expect(once(0)).not.toBe(once('silent'));
    expect(learned(attack, published(6))).toEqual([]);
  });
});

describe('accomplices who are all but one in a group', () => {
  it('learn of the others their sum, and no part of it', () => {
    const world: World = [[0, 0, 1, 1, 0, 1, 0, 1, 1]];
    const figures = publishResults(answersOf(world), 6);
    expect(Object.keys(figures.tables)).toEqual(['g0']);
    // Whatever the order in which people answered, changed their answers or took them back, there is one figure, made at the end.
    const shuffled = [...world[0]!].reverse();
    expect(publishResults(answersOf([shuffled]), 6)).toEqual(figures);
  });
});
