import fc from 'fast-check';
import { publishResults } from '../../src/campaigns/publish';
import { pairs, type Attack, type Deed, type Rule, type World } from './attacker';
import { answersOf, learned, learnedFromOne, published } from './attacks';

/** What two accomplices did, who are not in the same group. */
const ordered = (options: number): Deed[][] =>
  pairs(options).flatMap(([one, other]) =>
    one === other
      ? [[one, other]]
      : [
          [one, other],
          [other, one],
        ],
  );

describe('somebody who holds the list, every figure, and two of the answers', () => {
  // All worlds, not only those that differ by more than the names of the options, and all numbers of options: test/verify/attack.verify.ts.
  it.each([2, 4, 6])(
    'learns of nobody else what was answered, or that nothing was: groups up to twelve, %i options',
    (options) => {
      for (let size = 3; size <= 12; size++)
        for (const accomplices of pairs(options, true))
          expect(learned({ sizes: [size], accomplices: [accomplices], options, alike: true }, published(6))).toEqual(
            [],
          );
    },
  );

  it('learns no more where groups are larger, or many: a person who did not do the same as all others could have done otherwise', () => {
    const worlds = fc
      .record({
        options: fc.integer({ min: 2, max: 6 }),
        least: fc.integer({ min: 6, max: 10 }),
        sizes: fc.array(fc.oneof(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 13, max: 60 })), {
          minLength: 1,
          maxLength: 6,
        }),
        silence: fc.integer({ min: 0, max: 10 }),
        seed: fc.infiniteStream(fc.nat()),
      })
      .map(({ options, least, sizes, silence, seed }) => {
        const deed = (): Deed => (seed.next().value % 10 < silence ? 'silent' : seed.next().value % options);
        return { least, options, world: sizes.map((size): readonly Deed[] => Array.from({ length: size }, deed)) };
      });
    fc.assert(
      fc.property(worlds, ({ world, options, least }) => {
        expect(learnedFromOne(world, 2, options, published(least))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

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
      for (const [one, other] of ordered(2))
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

  it('would learn who was silent if a group of four were shown', () => {
    const attack = { sizes: [4], accomplices: [[0, 1] as Deed[]], options: 2 };
    expect(learned(attack, published(2))).not.toEqual([]);
    expect(learnedFromOne([[0, 1, 'silent', 'silent']], 2, 2, published(2))).toHaveLength(1);
    expect(learnedFromOne([[0, 1, 'silent', 'silent']], 2, 2, published(6))).toEqual([]);
  });

  /**
   * What was shown before this rule: the figures changed when enough new answers had come, so what came between two looks was
   * known.
   */
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
    // The order in which people answered, changed answers or took them back does not matter: one figure is made at the end.
    const shuffled = [...world[0]!].reverse();
    expect(publishResults(answersOf([shuffled]), 6)).toEqual(figures);
  });
});
