import { ask, weighed } from '../../src/knowledge/answer';
import { topicAround } from '../../src/knowledge/chooseTopic';
import { rankTopics } from '../../src/knowledge/rankTopics';
import { readQuestion } from '../../src/knowledge/ranking/question';
import { quotesOf } from '../../src/knowledge/topics/topic';
import { theLibrary } from './library';

const library = theLibrary();
const nearTo = (question: string) => {
  const answer = ask(library, question);
  if (answer.outcome !== 'unsure' && answer.outcome !== 'none') throw new Error(`answered: ${answer.outcome}`);
  return answer.near;
};

/** Where nothing is a straight answer, a topic near it helps more than single passages do. */
describe('topics near a question that nothing answers', () => {
  it('are shown to who tells of a situation that one of them is about', () => {
    const { shown, others } = nearTo('orkar inte va klämd mellan ledningen och golvet längre, vad gör jag?');
    expect(['beslut-uppifran', 'tillit-uppat']).toContain(shown?.id);
    expect(others.length).toBeLessThanOrEqual(2);
    expect(others).not.toContain(shown);
  });

  it('are offered by their names where they are less near', () => {
    const { shown, others } = nearTo('stress i arbetsgruppen vad gör jag');
    expect(shown).toBeUndefined();
    expect(others.map(({ id }) => id)).toContain('bygga-tillit');
  });

  it.each([
    ['what there is', 'Finns det forskning om hur sjukfrånvaron påverkas?'],
    ['a fact', 'Vem är hälso- och sjukvårdsdirektör?'],
    ['the words of a named document', 'Hur löste Västra Götalandsregionen tvisten om cykelställ?'],
    ['nothing that they are about', 'hur byter jag däck på min cykel'],
  ])('are none for who asks for %s', (_, question) => expect(nearTo(question)).toEqual({ others: [] }));
});

describe('a passage that answers', () => {
  it('leads first to the topic that quotes it', () => {
    const answer = ask(library, 'Hur gör chefer för att undvika detaljstyrning?');
    if (answer.outcome !== 'found') throw new Error(answer.outcome);
    const [first = ''] = answer.followUps;
    const next = ask(library, first);
    if (next.outcome !== 'topic') throw new Error(next.outcome);
    const quoted = next.topic.parts.flatMap(({ quotes }) => quotes.map(({ passage }) => passage.id));
    expect(quoted).toContain(answer.quote.passage.id);
    expect(new Set(answer.followUps).size).toBe(answer.followUps.length);
    expect(answer.followUps.length).toBeLessThanOrEqual(3);
  });
});

describe('key words', () => {
  it.each([
    ['släppa kontrollen', 'detaljstyrning'],
    ['tystnadskultur tips till chefer', 'psykologisk-trygghet'],
    ['mandat ansvar befogenhet stab vs linje', 'tydliga-ramar'],
  ])('lead to their topic: %s', (words, id) => {
    const answer = ask(library, words);
    expect([answer.outcome, answer.outcome === 'topic' && answer.topic.id]).toEqual(['topic', id]);
  });
});

describe('a topic around a passage', () => {
  const topic = library.topics.get('detaljstyrning')!;
  const [said] = quotesOf(topic);
  const around = (text: string, excerpt: string) => {
    const question = readQuestion(library.index.vocabulary, library.index.wording, text);
    const ranking = rankTopics(library, question, weighed(library, question));
    return topicAround(question, ranking, { passage: said!.passage, excerpt });
  };

  it('answers where it quotes what the passage would be quoted with', () =>
    expect(around('Hur undviker chefer detaljstyrning?', said!.text)).toBe(topic));

  it.each([
    ['the passage says much more', 'Hur undviker chefer detaljstyrning?', `${said!.text} `.repeat(3)],
    ['a fact is asked for', 'När slutade chefer med detaljstyrning?', said!.text],
    ['a document is named', 'Hur undviker chefer i Gävleborg detaljstyrning?', said!.text],
  ])('leaves it to the passage where %s', (_, question, excerpt) => expect(around(question, excerpt)).toBeUndefined());
});

describe('somebody who tells at length what has happened', () => {
  it('is answered by the topic it is about, also where one passage has most of the words', () => {
    const answer = ask(
      library,
      'Min företrädare godkände allt, minsta schemabyte. Nu står mina medarbetare i kö vid min dörr och vill att jag ska ' +
        'säga ja eller nej till varje sak. Hur får jag dem att hitta svaren själva utan att de känner sig övergivna?',
    );
    expect([answer.outcome, answer.outcome === 'topic' && answer.topic.id]).toEqual(['topic', 'raka-svar']);
  });
});
