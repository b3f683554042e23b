import { ask, weighed } from '../../src/knowledge/answer';
import { topicAround, topicInstead } from '../../src/knowledge/chooseTopic';
import { isChoice, isStraight, nearTopics } from '../../src/knowledge/nearTopics';
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

const read = (text: string) => readQuestion(library.index.vocabulary, library.index.wording, text);
const strangeStory =
  'Igår hände en sak på jobbet som jag aldrig har varit med om och nu vet jag inte alls vad jag borde tänka';

/** Where nothing is a straight answer, a topic near it helps more than single passages do. */
describe('topics near a question that nothing answers', () => {
  it('are shown to who tells of a situation that one of them is about', () => {
    const { shown, others } = nearTo('nybliven teamledare 26 år, gubbarna lyssnar inte');
    expect(shown?.id).toBe('ny-som-chef');
    expect(others.length).toBeLessThanOrEqual(2);
    expect(others).not.toContain(shown);
  });

  it('are offered by their names where they are less near', () => {
    const near = nearTo('Hur tänker man kring möbler i väntrummet för att alla ska trivas?');
    expect(near.shown).toBeUndefined();
    expect(near.others.length).toBeGreaterThanOrEqual(2);
    expect(isChoice(near)).toBe(true);
  });

  it('are none to choose from where there is only one, or where one is shown', () => {
    const [one] = library.topics.values();
    expect(isChoice({ others: [one!] })).toBe(false);
    expect(isChoice({ shown: one!, others: [one!, one!] })).toBe(false);
  });

  describe('for who tells a story', () => {
    const [first, second, third] = library.topics.values();
    const any = library.topics.get('tank-igenom');
    const near = (confidences: readonly number[], isAnyPassageNear: boolean) =>
      nearTopics(
        library,
        read(strangeStory),
        confidences.map((confidence, at) => ({ topic: [first!, second!, third!][at]!, confidence, cover: 1 })),
        isAnyPassageNear,
      );

    it.each([
      ['likely', [0.4, 0.3], { shown: first, others: [second] }],
      ['much nearer than the next', [0.28, 0.1], { shown: first, others: [second] }],
    ])('are shown where the first is %s', (_, confidences, shown) => expect(near(confidences, true)).toEqual(shown));

    it.each([
      ['hardly nearer than the next', [0.28, 0.2], [first, second, any]],
      ['unlikely', [0.18], [first, any]],
      ['as unlikely as the third', [0.2, 0.19, 0.18], [first, second, third]],
      ['likelier than the third, which gives way', [0.2, 0.19, 0.1], [first, second, any]],
    ])('are a choice where the first is %s', (_, confidences, others) =>
      expect(near(confidences, true)).toEqual({ others }),
    );

    it('give way to the one for any situation where none is likely', () =>
      expect(near([0.1, 0.09], true)).toEqual({ shown: any, others: [first, second] }));

    it('keep the nearest where no passage is near: the third gives way', () =>
      expect(near([0.19, 0.18, 0.13], false)).toEqual({ others: [first, second, any] }));
  });

  it('are offered also to who tells something without "jag": what to think with', () =>
    expect(nearTo('stafettsköterskorna gör inte mer än dom måste').others.map(({ id }) => id)).toContain(
      'tank-igenom',
    ));

  it('give way to the one for any situation where a story is about none of them', () => {
    const { shown, others } = nearTopics(library, read(strangeStory), [], true);
    expect([shown?.id, others]).toEqual(['tank-igenom', []]);
    const { shown: none, others: offered } = nearTopics(library, read(strangeStory), [], false);
    expect([none, offered.map(({ id }) => id)]).toEqual([undefined, ['tank-igenom']]);
  });

  it.each([
    ['what there is', 'Finns det studier om cykling till jobbet?'],
    ['a fact', 'Vem är hälso- och sjukvårdsdirektör?'],
    ['a fact about themselves', 'vem är min hr-partner'],
    ['an amount, with "hur"', 'Hur mycket får en ny chef i lön?'],
    ['the words of a named document', 'Hur löste Västra Götalandsregionen tvisten om cykelställ?'],
    ['nothing that they are about', 'hur byter jag däck på min cykel'],
  ])('are none for who asks for %s', (_, question) => expect(nearTo(question)).toEqual({ others: [] }));
});

describe('a topic near a question', () => {
  it.each([
    ['who asks for a term that no document explains', 'vad är återkoppling', 'aterkoppling'],
    ['who asks how responsibility is shared', 'vem äger frågan om arbetsmiljön', 'ansvar-utan-resurser'],
  ])('is shown to %s', (_, question, id) => expect(nearTo(question).shown?.id).toBe(id));

  it('is none for who asks for a term of which it has nothing', () =>
    expect(ask(library, 'Vad är kvantfysik?')).toEqual({ outcome: 'none', near: { others: [] } }));

  const [first, second] = library.topics.values();
  const likely = (confidence: number) => [{ topic: first!, confidence, cover: 1 }];
  it.each([
    ['is likely', 'schemat och gruppen', first, 0.55, 0.3, true],
    ['may be another', 'schemat och gruppen', first, 0.45, 0.3, false],
    ['is less likely than a passage', 'schemat och gruppen', first, 0.55, 0.6, false],
    ['is likely enough for a story', strangeStory, first, 0.45, 0.6, true],
    ['is not the nearest', 'schemat och gruppen', second, 0.9, 0.3, false],
    ['does not say what a term means', 'vad är ett schema', first, 0.9, 0.3, false],
    ['does not say how things differ', 'skillnad schema lista', first, 0.9, 0.3, false],
  ])('that %s, answers or not: %s', (_, question, shown, confidence, passage, isOne) =>
    expect(isStraight(read(question), { shown, others: [] }, likely(confidence), [{ confidence: passage }])).toBe(
      isOne,
    ),
  );
});

describe('a passage that has little of what is asked', () => {
  it.each([
    'Kan man vara tillitsbaserad mot en chef som inte levererar?',
    'Har någon annan region eller kommun lyckats med det här på riktigt och vad gjorde de?',
  ])('is no answer: %s', (question) => expect(ask(library, question).outcome).not.toBe('found'));
});

describe('a passage that answers', () => {
  it('leads first to the topic that quotes it', () => {
    const answer = ask(library, 'Vad visar intervjuerna om närhet?');
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

describe('a likely topic, beside a passage that is found', () => {
  const topic = library.topics.get('schema')!;
  const [passage] = weighed(library, read('Hur gör jag schemat rättvist?'));
  const instead = (text: string, likely: number, sure: number) =>
    topicInstead(read(text), [{ topic, confidence: likely, cover: 1 }], [{ ...passage!, confidence: sure }]);

  it('answers who asks for a way, or tells of their own situation', () => {
    expect(instead('Hur gör jag schemat rättvist?', 0.5, 0.7)).toBe(topic);
    expect(instead('Är det rimligt att gruppen lägger schemat?', 0.5, 0.7)).toBe(topic);
  });

  it('answers who tells what has happened and asks for nothing, sooner', () => {
    expect(instead('Schemat sprack i går och ingen ville byta pass', 0.35, 0.7)).toBe(topic);
    expect(instead('Schemat sprack i går och ingen ville byta pass', 0.25, 0.7)).toBeUndefined();
    expect(instead('Varför sprack schemat i går och ville ingen byta pass', 0.35, 0.7)).toBeUndefined();
  });

  it.each([
    ['the topic is less likely', 'Hur gör jag schemat rättvist?', 0.3, 0.7],
    ['the passage is very sure', 'Hur gör jag schemat rättvist?', 0.5, 0.95],
    ['a fact is asked for', 'När lades schemat?', 0.9, 0.7],
    ['a document is named', 'Hur gör Region Skåne schemat rättvist?', 0.9, 0.7],
    ['key words are typed', 'schema', 0.9, 0.7],
    ['a story may be about another, and the passage is sure', strangeStory, 0.35, 0.95],
  ])('leaves it to the passage where %s', (_, text, likely, sure) =>
    expect(instead(text, likely, sure)).toBeUndefined(),
  );
});

describe('a question for what there is', () => {
  it('is answered by a topic that is sure: the documents have no research, and say so', () => {
    const answer = ask(library, 'Finns det forskning som visar att tillit minskar sjukfrånvaron?');
    expect([answer.outcome, answer.outcome === 'topic' && answer.topic.id]).toEqual(['topic', 'ger-det-resultat']);
  });
});

describe('a question how many are right', () => {
  it('asks for advice and not for a number', () => {
    const answer = ask(library, 'Hur många mål är lagom i en verksamhetsplan?');
    expect([answer.outcome, answer.outcome === 'topic' && answer.topic.id]).toEqual(['topic', 'for-manga-mal']);
  });
});

describe('somebody who tells at length what has happened', () => {
  const topic = library.topics.get('schema')!;
  const [passage] = weighed(library, read('Hur gör jag schemat rättvist?'));

  it('gets a topic that may be right before a passage that is sure: everyday words make many a passage sure', () =>
    expect(
      topicInstead(read(strangeStory), [{ topic, confidence: 0.45, cover: 1 }], [{ ...passage!, confidence: 0.95 }]),
    ).toBe(topic));

  it('is answered by the topic it is about, also where one passage has most of the words', () => {
    const answer = ask(
      library,
      'Min företrädare godkände allt, minsta schemabyte. Nu står mina medarbetare i kö vid min dörr och vill att jag ska ' +
        'säga ja eller nej till varje sak. Hur får jag dem att hitta svaren själva utan att de känner sig övergivna?',
    );
    expect([answer.outcome, answer.outcome === 'topic' && answer.topic.id]).toEqual(['topic', 'raka-svar']);
  });
});
