import { crossFitted, unseenScope } from '../../../tools/tune/heldOutScope';

const many = (kind: string) => Array.from({ length: 40 }, (_, at) => `${kind} nummer ${at} hos oss`);
const questions = {
  asked: many('hur leder man grupp'),
  ways: many('jag leder grupp'),
  outOfScope: many('var står bil'),
};

describe('how a question reads to a model that has not seen it', () => {
  it('is told without the question itself, in whatever order its words stand', () => {
    const [seen] = questions.outOfScope as [string];
    const scope = (judged: string) => unseenScope(questions, [judged])(seen).outOfScope;
    expect(scope('något annat')).toBeCloseTo(0.7, 3);
    expect(scope('hos oss står bil nummer 0 var')).toBeLessThan(0.69);
  });

  it('is told of each out-of-scope question once', () => {
    const fitted = crossFitted(questions);
    expect(fitted.map(({ text }) => text).sort()).toEqual([...questions.outOfScope].sort());
    for (const { scope } of fitted) {
      expect(scope.outOfScope).toBeLessThan(0.69);
      expect(scope.passages).toBeLessThan(0);
    }
  });
});
