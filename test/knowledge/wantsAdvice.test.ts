import { ask, weighed } from '../../src/knowledge/answer';
import { isChoice, wantsAdvice } from '../../src/knowledge/nearTopics';
import { readQuestion } from '../../src/knowledge/ranking/question';
import { theLibrary } from './library';

const library = theLibrary();
const read = (text: string) => readQuestion(library.index.vocabulary, library.index.wording, text);

describe('a passage that is found for a manager who writes about themselves', () => {
  const [first, second] = library.topics.values();
  const [one] = weighed(library, read('Vad är tillit?')).filter((each) => each.passage.topic === undefined);
  const { passage, evidence } = one!;
  const is = (text: string, topic: number, confidence: number, asked: number, alike = 0.3) =>
    wantsAdvice(
      read(text),
      { others: [first!, second!] },
      [{ topic: first!, confidence: topic, cover: 1 }],
      [
        {
          confidence,
          evidence: { ...evidence, alike },
          passage: { ...passage, asked: Array.from({ length: asked }, () => 'Hur?') },
        },
      ],
    );
  const own = 'får jag låta gruppen bestämma själva om semestern';
  it.each([
    ['gives way to topics near it', own, 0.25, 0.6, 12, true],
    ['stays where it is sure', own, 0.25, 0.9, 12, false],
    ['stays where no topic is near', own, 0.15, 0.6, 12, false],
    ['stays where it is new: no topic knows what it says', own, 0.25, 0.6, 2, false],
    ['stays for who does not write about themselves', 'varför är schemat så viktigt', 0.25, 0.6, 12, false],
  ])('%s', (_, text, topic, confidence, asked, gives) => expect(is(text, topic, confidence, asked)).toBe(gives));

  it('stays where a sentence of it is like the question', () => expect(is(own, 0.25, 0.6, 12, 0.5)).toBe(false));

  it('is no answer to what it says nothing of', () => {
    const answer = ask(library, 'hur får ja min chef att sluta skicka mejl på kvällarna');
    expect(answer.outcome === 'unsure' && isChoice(answer.near)).toBe(true);
  });
});
