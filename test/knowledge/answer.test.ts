import { allQuotes, ask, cite, type Answer } from '../../src/knowledge/answer';
import { libraryOf, readWording } from '../../src/knowledge/library';
import { readOutOfScope } from '../../src/knowledge/scope/outOfScope';
import { passagesOf } from '../../src/knowledge/documents/passages';
import { documentOf, knowledge, theLibrary } from './library';
import { quotesOf as quotesOfTopic, type Topic } from '../../src/knowledge/topics/topic';
import { type Quote } from '../../src/knowledge/ranking/quote';

/** What the passages answer without topics. */
const library = { ...theLibrary(), topics: new Map<string, Topic>() };

function found(question: string): Extract<Answer, { outcome: 'found' }> {
  const answer = ask(library, question);
  if (answer.outcome !== 'found') throw new Error(`"${question}" is ${answer.outcome}, not found`);
  return answer;
}

const quotesOf = (answer: Answer): readonly Quote[] => {
  switch (answer.outcome) {
    case 'found':
      return allQuotes(answer);
    case 'topic':
      return quotesOfTopic(answer.topic).map(({ passage, text }) => ({ passage, excerpt: text }));
    case 'unsure':
      return answer.candidates;
    case 'none':
      return [];
  }
};

const questions = [
  'Vad är tillitsbaserad styrning?',
  'Hur gör chefer för att undvika detaljstyrning?',
  'Hur svarar jag när en medarbetare frågar hur hen ska göra?',
  'Vad säger Region Skåne om detaljstyrning av medarbetare?',
  'Jag är ny som chef, var börjar jag?',
  'hur undvkier man detaljstyring',
  'tillit',
  'Vad innebär servant leadership?',
];

describe('ask', () => {
  it('answers what the documents say', () => {
    expect(found('Vad yrkar Vänsterpartiet?').quote.excerpt).toContain(
      'Att införa tillitsbaserad styrning på alla nivåer',
    );
  });

  it.each([
    'Hur blir vädret i Östersund imorgon?',
    'Hur många semesterdagar har jag rätt till?',
    'What is the capital of France?',
    'Recept på kanelbullar',
    'asdfghjkl qwerty',
    '',
    '???',
  ])('says plainly that it has nothing on "%s"', (question) => {
    expect(ask(library, question)).toEqual({ outcome: 'none', near: { others: [] } });
  });

  it.each(['vad är det för lunch i personalmatsalen i dag', 'hur många chefer har gått utbildningen'])(
    'does not take words that stand there for an answer to "%s"',
    (question) => expect(ask(library, question).outcome).not.toBe('found'),
  );

  it('never answers what an editor has written that the documents do not answer, with passages or with a topic', () => {
    const whole = theLibrary();
    for (const question of readOutOfScope(knowledge).filter((_, at) => at % 10 === 0))
      expect([question, ask(whole, question).outcome]).toEqual([question, expect.stringMatching(/none|unsure/)]);
  });

  it.each(['hur', 'och att som', 'vad säger Region Stockholm om tillit?', 'När betalas lönen ut i december?'])(
    'does not pretend to know "%s"',
    (question) => expect(ask(library, question).outcome).not.toBe('found'),
  );

  it('gives a choice of one to three passages, each once, when it is unsure', () => {
    const answer = ask(library, 'Hur söker man till satsningen på förbättringscoacher?');
    expect(answer.outcome).toBe('unsure');
    const ids = quotesOf(answer).map(({ passage }) => passage.id);
    expect(ids.length).toBeGreaterThanOrEqual(1);
    expect(ids.length).toBeLessThanOrEqual(3);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(questions)('quotes "%s" verbatim and shortly', (question) => {
    for (const { passage, excerpt } of quotesOf(ask(library, question))) {
      expect(passage.text).toContain(excerpt);
      expect(excerpt.length).toBeGreaterThan(0);
      expect(excerpt.length).toBeLessThanOrEqual(520);
    }
  });

  it('quotes the sentence that answers out of a long passage', () => {
    const { quote } = found('Hur många utbildare i UL har regionen?');
    expect(quote.passage.text.length).toBeGreaterThan(460);
    expect(quote.excerpt).toContain('enbart har tre utbildare');
  });

  it('never ends a quote with the line that leads in what is cut off', () => {
    const quotes = library.passages.flatMap(({ text }) => {
      const answer = ask(library, text.slice(0, 200));
      return answer.outcome === 'found' ? allQuotes(answer) : [];
    });
    expect(quotes.length).toBeGreaterThan(80);
    expect(quotes.filter(({ excerpt }) => excerpt.includes('\n') && excerpt.endsWith(':'))).toEqual([]);
  });

  it('offers at most two more sources, from other documents first', () => {
    const { quote, more } = found('Vad är tillitsbaserad styrning?');
    expect(more).toHaveLength(2);
    for (const { passage } of more) expect(passage.document).not.toBe(quote.passage.document);
  });

  describe('where a topic is near too', () => {
    const passages = passagesOf(
      documentOf(
        '# Rum\n\nDen som städar fikarummet på fredagar får hjälp av gruppen med kylskåpet och köper ny kaffe.',
      ),
    );
    const topic: Topic = {
      id: 'fika',
      title: 'Fika',
      question: 'Hur får vi hjälp av gruppen med fikarummet?',
      asked: ['vem i gruppen får hjälp', 'hur får jag hjälp av gruppen', 'hjälp med fikarummet'],
      parts: [],
      next: [],
    };
    const answerOf = (question: string, among = passages) =>
      ask(libraryOf(among, readWording(knowledge), [], [topic]), question).outcome;
    const question = 'Hur får jag hjälp av gruppen med fikarummet och kylskåpet?';

    it('is the passage of a new document that holds more of the question', () => {
      expect(answerOf(question)).not.toBe('topic');
      expect(answerOf('Hur får jag hjälp av gruppen med fikarummet?')).toBe('topic');
    });

    it('is the topic where the passage is well known and so not at a disadvantage', () => {
      const asked = Array.from({ length: 12 }, (_, at) => `Vem köper kaffe ${at}?`);
      expect(answerOf(question, [{ ...passages[0]!, asked }])).toBe('topic');
    });
  });

  describe('where several documents answer', () => {
    const passages = ['a', 'b', 'c', 'd'].flatMap((id) =>
      passagesOf({ ...documentOf(`# Möten\n\nPå morgonmötet i ${id} frågar chefen gruppen vad de vill ta upp.`), id }),
    );
    const some = libraryOf(passages, readWording(knowledge));
    const answerTo = (question: string) => {
      const answer = ask(some, question);
      if (answer.outcome !== 'found') throw new Error(answer.outcome);
      return answer;
    };

    it('shows one short quotation of each, three at most, to who asks for a way', () => {
      const answer = answerTo('Hur frågar jag gruppen på morgonmötet?');
      expect(answer.beside).toHaveLength(2);
      expect(new Set(allQuotes(answer).map(({ passage }) => passage.id)).size).toBe(allQuotes(answer).length);
      for (const { excerpt } of answer.beside) expect(excerpt.length).toBeLessThanOrEqual(300);
    });

    it('shows one to who asks for a fact', () => {
      expect(answerTo('Vem frågar gruppen på morgonmötet?').beside).toEqual([]);
    });
  });

  it('offers up to three follow-ups that are found, by passages not shown yet, and never the question itself', () => {
    for (const question of questions) {
      const answer = ask(library, question);
      if (answer.outcome !== 'found') continue;
      const shown = quotesOf(answer).map(({ passage }) => passage);
      expect(answer.followUps.length).toBeLessThanOrEqual(3);
      expect(answer.followUps).not.toContain(question);
      const next = answer.followUps.map((followUp) => found(followUp).quote.passage);
      for (const passage of next) expect(shown).not.toContain(passage);
      expect(new Set(next).size).toBe(next.length);
    }
    expect(found('Vad är tillitsbaserad styrning?').followUps).toHaveLength(3);
  });

  it('proposes nothing that the documents do not answer', () => {
    const { followUps } = libraryOf(library.passages, readWording(knowledge), ['Vad är tillit?', 'Vad äter en katt?']);
    expect(followUps().map(({ question }) => question)).toEqual(['Vad är tillit?']);
  });

  it('gives the same answer to the same question', () => {
    const another = { ...theLibrary(), topics: library.topics };
    for (const question of questions) expect(ask(library, question)).toEqual(ask(another, question));
  });

  it('tells a text that stands twice only once', () => {
    const text = 'Chefen litar på gruppen och frågar vad de förordar.';
    const passages = passagesOf(documentOf(`# A\n\n${text}\n\n# B\n\n${text}`));
    const answer = ask(libraryOf(passages, readWording(knowledge)), 'litar chefen på gruppen');
    expect(quotesOf(answer)).toHaveLength(1);
  });
});

describe('a question of somebody whom the documents do not name', () => {
  const whole = theLibrary();

  it.each([
    ['Hur jobbar Region Stockholm med tillit?', ['Region Stockholm']],
    ['hur jobbar vi i region uppsala med detaljstyrning', ['Region Uppsala']],
    ['Vad är Lena Hallengrens syn på delegering?', ['Lena Hallengren']],
    ['Hur gör Sörmland och Uppsala med uppföljning?', ['Sörmland', 'Uppsala']],
  ])('is answered by what others say, never as if it were found: %s', (question, absent) => {
    const answer = ask(whole, question);
    if (answer.outcome !== 'unsure') throw new Error(answer.outcome);
    expect(answer.absent).toEqual(absent);
    expect(answer.near.shown ?? answer.candidates[0]).toBeDefined();
    expect(answer.candidates.length).toBeLessThanOrEqual(3);
  });

  it('shows what is shown to who asks the same of nobody', () => {
    const [of, ofNobody] = [
      ask(whole, 'Hur gör Malmö stad när någon missbrukar förtroendet?'),
      ask(whole, 'Hur gör när någon missbrukar förtroendet?'),
    ];
    expect(of.outcome === 'unsure' && of.near.shown).toBe(ofNobody.outcome === 'topic' && ofNobody.topic);
  });

  it.each([
    'Hur många anställda har Region Uppsala?',
    'Vem är Lena Hallengren?',
    'hur gör region stockholm',
    'Vad säger Region Stockholm om kanelbullar?',
    'Vad är Skatteverkets uppdrag?',
    'Varför höll Socialstyrelsen emot tillitsreformen?',
    'vad säger arbetsmiljölagen om chefens ansvar',
  ])('gets nothing where others cannot help: %s', (question) =>
    expect(ask(whole, question)).toMatchObject({ outcome: 'none', absent: [expect.any(String)] }),
  );

  it.each(['Vad säger Region Skåne om detaljstyrning?', 'Vad är tillit?', 'Hur undviker jag detaljstyrning?'])(
    'is not this one: %s',
    (question) => expect(ask(whole, question)).not.toHaveProperty('absent'),
  );
});

describe('cite', () => {
  it('gives a passage as an answer of its own', () => {
    const passage = library.passages[9];
    expect(passage && cite(library, passage.id)).toMatchObject({ outcome: 'found', quote: { passage }, more: [] });
  });

  it('knows nothing of a passage that is gone', () => {
    expect(cite(library, 'skane-motionssvar#999')).toBeUndefined();
  });
});
