import { decideOutcome } from '../../../src/knowledge/ranking/answerOutcome';
import { weighed } from '../../../src/knowledge/answer';
import { readQuestion } from '../../../src/knowledge/ranking/question';
import { theLibrary } from '../library';

const { index } = theLibrary();
const [passage] = weighed(
  theLibrary(),
  readQuestion(index.vocabulary, index.wording, 'Hur många anställda har regionen?'),
);
const outcome = (confidence: number, lacksFact: number, unasked = 0) =>
  decideOutcome(index.wording.weights, [{ ...passage!, confidence, grounds: { lacksFact, unasked } }]);

describe('a passage without the number that is asked for', () => {
  it('is not worth reading where it is hardly near: the documents lack it, and the reply says so', () => {
    expect(outcome(0.15, 1)).toBe('none');
  });

  it('is offered where it is near, or may hold the number', () => {
    expect(outcome(0.25, 1)).toBe('unsure');
    expect(outcome(0.15, 0.5)).toBe('unsure');
  });

  it('is offered where nobody has written yet what the passage is asked: its confidence says less', () => {
    expect(outcome(0.15, 1, 1)).toBe('unsure');
  });
});
