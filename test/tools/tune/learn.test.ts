import { learnChance, learnRanking } from '../../../tools/tune/learn';

/** A repeatable sequence of numbers from 0 to 1. */
function numbers(): () => number {
  let state = 42;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('learning to rank', () => {
  const next = numbers();
  const choices = Array.from({ length: 200 }, () => {
    const candidates = Array.from({ length: 10 }, () => ({ telling: next(), noise: next() }));
    const best = candidates.reduce((one, other) => (other.telling > one.telling ? other : one));
    return { candidates, right: candidates.map((candidate) => candidate === best) };
  });

  it('gives weight to what makes right candidates right, and none to noise', () => {
    const { telling, noise } = learnRanking(choices, { telling: 0, noise: 0 }, 0.001);
    expect(telling).toBeGreaterThan(5);
    expect(Math.abs(noise)).toBeLessThan(telling / 20);
  });

  it('stays nearer to what was thought before the more it is held back', () => {
    const far = learnRanking(choices, { telling: 1, noise: 0 }, 0.01).telling;
    const near = learnRanking(choices, { telling: 1, noise: 0 }, 1).telling;
    expect(near).toBeGreaterThan(1);
    expect(near).toBeLessThan(far);
  });

  it('learns nothing from a question none of whose candidates is right', () => {
    const none = { candidates: [{ telling: 1 }, { telling: 0 }], right: [false, false] };
    const one = { candidates: [{ telling: 1 }, { telling: 0 }], right: [true, false] };
    expect(learnRanking([one, none], { telling: 0 }, 0.01)).toEqual(learnRanking([one], { telling: 0 }, 0.01));
  });
});

describe('learning a chance', () => {
  const next = numbers();
  const chanceOf = (height: number) => 1 / (1 + Math.exp(-(0.2 * height - 3)));
  const events = Array.from({ length: 2_000 }, () => {
    const height = 30 * next();
    return { values: { height }, happened: next() < chanceOf(height), weight: 1 };
  });

  it('finds the chances that events came from', () => {
    const { height, constant } = learnChance(events);
    for (const at of [5, 15, 25]) {
      expect(1 / (1 + Math.exp(-(height * at + constant)))).toBeCloseTo(chanceOf(at), 1);
    }
  });

  it('counts an event of double weight twice', () => {
    const weighed = events.map((event) => ({ ...event, weight: event.happened ? 2 : 1 }));
    const repeated = events.flatMap((event) => (event.happened ? [event, event] : [event]));
    expect(learnChance(weighed).height).toBeCloseTo(learnChance(repeated).height, 6);
  });

  it('gives no weight to what is always the same', () => {
    const same = events.map((event) => ({ ...event, values: { ...event.values, same: 7 } }));
    expect(learnChance(same).same).toBeCloseTo(0, 6);
  });
});
