import { slopeOf } from '../../../tools/bench/slope';

describe('slopeOf', () => {
  it('is how much the value grows a minute, whatever it starts with', () => {
    expect(slopeOf([0, 1, 2, 3].map((minutes) => ({ minutes, value: 100 + 2 * minutes })))).toBeCloseTo(2);
    expect(
      slopeOf([
        { minutes: 0, value: 5 },
        { minutes: 9, value: 5 },
      ]),
    ).toBe(0);
  });

  it('evens out what goes up and down', () => {
    const values = [10, 12, 10, 12, 10, 12, 10];
    expect(Math.abs(slopeOf(values.map((value, minutes) => ({ minutes, value }))))).toBeLessThan(0.1);
  });
});
