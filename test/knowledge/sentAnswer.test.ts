import { ask } from '../../src/knowledge/answer';
import { sentAnswer } from '../../src/knowledge/sentAnswer';
import { theLibrary } from './library';

const library = theLibrary();
const shownBy = (answer: unknown) =>
  JSON.stringify(answer, (key, value: unknown) => (key === 'asked' ? undefined : value));

describe('an answer that leaves the search thread', () => {
  it.each(['Vad är tillit?', 'Hur slutar jag att detaljstyra?', 'Vad yrkar Vänsterpartiet?'])(
    'says the same, without the ways to ask: %s',
    (question) => {
      const answer = ask(library, question);
      const sent = sentAnswer(answer);
      expect(['found', 'topic']).toContain(answer.outcome);
      expect(JSON.stringify(sent).length).toBeLessThan(JSON.stringify(answer).length);
      const quotes = answer.outcome === 'found' ? answer.quote : answer.outcome === 'topic' ? answer.topic.parts : [];
      const sentQuotes = sent.outcome === 'found' ? sent.quote : sent.outcome === 'topic' ? sent.topic.parts : [];
      expect(shownBy(sentQuotes)).toBe(shownBy(quotes));
    },
  );

  it.each(['Hur jobbar Region Stockholm med tillit?', 'hur gör region stockholm'])(
    'keeps the names that no document holds: %s',
    (question) => expect(sentAnswer(ask(library, question))).toMatchObject({ absent: ['Region Stockholm'] }),
  );

  it('keeps what can be tried of each topic to choose from, and no quotation', () => {
    const answer = sentAnswer(ask(library, 'vi nickar på mötena men sen gör alla som de vill'));
    if (answer.outcome !== 'unsure') throw new Error(answer.outcome);
    expect(answer.near.others.length).toBeGreaterThanOrEqual(2);
    for (const { parts } of answer.near.others) {
      expect(parts.some(({ own }) => own !== undefined)).toBe(true);
      expect(parts.flatMap(({ quotes }) => quotes)).toEqual([]);
    }
  });

  it('keeps the ways to ask for a topic with a guide: they decide whether the guide comes first', () => {
    const answer = ask(library, 'Hur lämnar jag över ett uppdrag på riktigt?');
    const sent = sentAnswer(answer);
    expect([answer.outcome, sent.outcome]).toEqual(['topic', 'topic']);
    if (answer.outcome === 'topic' && sent.outcome === 'topic') expect(sent.topic.asked).toEqual(answer.topic.asked);
  });
});
