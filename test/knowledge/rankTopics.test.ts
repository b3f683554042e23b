import { ask, weighed } from '../../src/knowledge/answer';
import { libraryOf, loadPassages, readWording, type Library } from '../../src/knowledge/library';
import { rankTopics } from '../../src/knowledge/rankTopics';
import { readQuestion } from '../../src/knowledge/ranking/question';
import { readTopics } from '../../src/knowledge/topics/readTopics';
import { knowledge, theLibrary } from './library';

const library = theLibrary();
const near = (to: string, among: Library = library) => {
  const question = readQuestion(among.index.vocabulary, among.index.wording, to);
  return rankTopics(among, question, weighed(among, question));
};
const nearest = (to: string) => near(to)[0]!;

describe('the topics near a question', () => {
  it.each([
    ['key words', 'tips mot micromanagement', 'detaljstyrning'],
    ['a question', 'Hur gör jag för att delegera mer till mina gruppledare?', 'delegering'],
    [
      'a story',
      'Två undersköterskor på avdelningen talar inte med varandra sedan julschemat. Resten av gruppen väljer sida. Jag vill reda ut det utan att ta parti, hur gör jag?',
      'konflikt',
    ],
  ])('begin with the one that %s is about', (_, text, id) => expect(nearest(text).topic.id).toBe(id));

  it.each(['Hur får jag fler att prata på mötena?', 'fira fast det är kris'])('come best first: %s', (text) => {
    const confidences = near(text).map(({ confidence }) => confidence);
    for (const confidence of confidences) expect(confidence > 0 && confidence < 1).toBe(true);
    expect(confidences).toEqual(confidences.toSorted((one, other) => other - one));
  });

  it('are nearer to a question for one of them than to one for none', () => {
    const about = nearest('Hur slutar jag detaljstyra mina chefer?').confidence;
    for (const other of ['hur byter jag däck på min cykel', '', '?', 'Vad blir det för väder?'])
      expect(nearest(other).confidence).toBeLessThan(Math.min(0.36, about));
  });
});

describe('a library of very few topics', () => {
  const passages = loadPassages(knowledge).slice(0, 12);
  const few = libraryOf(passages, readWording(knowledge), [], readTopics(knowledge).slice(0, 2));

  it('offers none of them to who asks for something else', () => {
    const answer = ask(few, 'hur byter jag däck på min cykel');
    expect(answer).toMatchObject({ outcome: 'none', near: { others: [] } });
  });

  it('has none where there are no topics', () => {
    const bare = libraryOf(passages, readWording(knowledge));
    expect(near('Hur delegerar jag?', bare)).toEqual([]);
  });
});
