import { measure, type Judged } from '../../../tools/evaluate/metrics';

const answerable = (outcome: Judged['outcome'], rank?: number): Judged => ({
  kind: 'x',
  answerable: true,
  outcome,
  rank,
});
const unanswerable = (outcome: Judged['outcome']): Judged => ({ kind: 'oos', answerable: false, outcome });

describe('measure', () => {
  it('measures recall and honesty over the answerable, refusal over the rest', () => {
    const judged = [
      answerable('found', 1),
      answerable('found', 3),
      answerable('unsure', 4),
      answerable('none'),
      unanswerable('found'),
      unanswerable('unsure'),
      unanswerable('none'),
      unanswerable('none'),
    ];
    expect(measure(judged)).toEqual({
      questions: 8,
      recallAt1: 1 / 4,
      recallAt3: 2 / 4,
      reciprocalRank: (1 + 1 / 3 + 1 / 4) / 4,
      found: 2 / 4,
      precision: 1 / 2,
      refused: 1 / 4,
      notFound: 3 / 4,
      none: 2 / 4,
    });
  });

  it('says nothing of what it has not seen', () => {
    expect(measure([unanswerable('none')])).toMatchObject({ recallAt1: undefined, precision: undefined, none: 1 });
  });
});
