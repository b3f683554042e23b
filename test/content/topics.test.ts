import path from 'node:path';
import { foldersIn, readGuides } from '../../src/bot/guides';
import { ask } from '../../src/knowledge/answer';
import { quotesOf } from '../../src/knowledge/topics/topic';
import { projectRoot } from '../../src/shared/config';
import { theLibrary } from '../knowledge/library';

const library = theLibrary();
const topics = [...library.topics.values()];
const guides = readGuides(foldersIn(path.join(projectRoot, 'cards')));

/** What a question leads to: the id of a topic, or of the document that is quoted. */
function ledTo(question: string): string {
  const answer = ask(library, question);
  switch (answer.outcome) {
    case 'topic':
      return answer.topic.id;
    case 'found':
      return answer.quote.passage.document.id;
    default:
      return answer.outcome;
  }
}

describe('the topics', () => {
  it('are the forty things and more that managers ask most', () => {
    expect(topics.length).toBeGreaterThanOrEqual(40);
  });

  it.each(topics.map((topic) => [topic.id, topic] as const))(
    '%s is found by every way that it is asked',
    (id, topic) => {
      for (const question of [topic.question, ...topic.asked])
        expect([question, ledTo(question)]).toEqual([question, id]);
    },
  );

  it('say of a motion that it is one', () => {
    const motions = topics.flatMap(quotesOf).filter(({ passage }) => passage.document.kind === 'Motion');
    expect(motions.length).toBeGreaterThan(0);
    for (const { lead, text } of motions)
      expect([text, lead]).toEqual([text, expect.stringMatching(/motion|partiet yrkar|Partiet/i)]);
  });

  it.each([
    ['Hur undviker jag detaljstyrning?', 'detaljstyrning'],
    ['Jag är ny som chef, var börjar jag?', 'ny-som-chef'],
    ['Vad är tillitsbaserad styrning?', 'vad-ar-det'],
  ])('answer the bot’s own example: %s', (question, id) => expect(ledTo(question)).toBe(id));

  it.each([
    'Vad säger Region Skåne om detaljstyrning av medarbetare?',
    'Hur många utbildare i UL har regionen?',
    'Hur jobbar Skånes universitetssjukhus med psykologisk trygghet?',
  ])('leave a fact, and a document that is named, to the passages: %s', (question) =>
    expect(ask(library, question).outcome).toBe('found'),
  );

  it('name guides and reflections that there are', () => {
    const ids = new Set(guides.flows.keys());
    for (const { id, guide, reflection } of topics)
      for (const named of [guide, reflection]) if (named) expect([id, ids.has(named)]).toEqual([id, true]);
  });
});
