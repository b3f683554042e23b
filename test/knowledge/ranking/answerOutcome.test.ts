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
  decideOutcome(index.wording.weights, [{ ...passage!, confidence, grounds: { lacksFact, unasked, outside: 0 } }]);

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

describe('an open question that is rather like those that the documents do not answer', () => {
  const [about] = weighed(
    theLibrary(),
    readQuestion(index.vocabulary, index.wording, 'hur skapar vi tillit i vår organisation'),
  );
  const said = (confidence: number, outside: number) =>
    decideOutcome(index.wording.weights, [
      { evidence: { ...about!.evidence, isOpen: true }, confidence, grounds: { lacksFact: 0, unasked: 0, outside } },
    ]);

  it('needs a surer passage', () => {
    expect([said(0.5, 0.2), said(0.5, 0.8), said(0.65, 0.8)]).toEqual(['found', 'unsure', 'found']);
  });
});
