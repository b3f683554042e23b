import fc from 'fast-check';
import { pairs, type Deed } from '../campaigns/attacker';
import { learned, published } from '../campaigns/attacks';
import { isShort } from './short';

// No store is asked.
describe('somebody who holds the list, every figure, and two of the answers', () => {
  it.each([2, 3, 4, 5, 6])(
    'learns nothing of anybody else in any world of up to twelve people, %i options, whatever the two did',
    (options) => {
      for (let size = 3; size <= 12; size++)
        for (const accomplices of pairs(options, isShort))
          expect(learned({ sizes: [size], accomplices: [accomplices], options }, published(6))).toEqual([]);
    },
    600_000,
  );

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
      { numRuns: isShort ? 30 : 150 },
    );
  });
});
