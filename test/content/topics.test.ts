import path from 'node:path';
import { foldersIn, readGuides } from '../../src/bot/guides';
import { adviceOf } from '../../src/bot/topicAdvice';
import { readTexts } from '../../src/shared/texts';
import { quotesOf } from '../../src/knowledge/topics/topic';
import { projectRoot } from '../../src/shared/config';
import { theLibrary } from '../knowledge/library';
import { searching } from './searching';

const library = theLibrary();
const topics = [...library.topics.values()];
const texts = readTexts(path.join(projectRoot, 'cards'));
const { ledTo } = searching();
const guides = readGuides(foldersIn(path.join(projectRoot, 'cards')));

/** Every n-th way to ask is asked here, and all of them in test/verify/topics.verify.ts. */
const sampled = 5;

describe('the topics', () => {
  it('are the forty things and more that managers ask most', () => {
    expect(topics.length).toBeGreaterThanOrEqual(40);
  });

  it('say what can be tried, which is shown where a person chooses among them', () => {
    expect(adviceOf(texts, library.topics.get('tank-igenom')!)).toBeDefined();
    const silent = topics.filter((topic) => adviceOf(texts, topic) === undefined);
    expect(silent.length).toBeLessThan(topics.length / 8);
  });

  it.each(topics.map((topic, at) => [topic.id, topic, at] as const))(
    '%s is found by the ways that it is asked',
    async (id, topic, at) => {
      const ways = topic.asked.filter((_, nth) => (nth + at) % sampled === 0);
      for (const question of [topic.question, ...ways])
        expect([question, await ledTo(question)]).toEqual([question, id]);
    },
  );

  it.each(topics.map((topic) => [topic.id, topic] as const))(
    '%s quotes two to five times, and is read at one glance',
    (_, topic) => {
      const quotes = quotesOf(topic);
      expect(quotes.length).toBeGreaterThanOrEqual(2);
      expect(quotes.length).toBeLessThanOrEqual(5);
      expect(quotes.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(1_100);
      // Ours is the smaller part.
      const own = topic.parts.reduce((sum, part) => sum + (part.own?.length ?? 0), 0);
      expect(own).toBeLessThanOrEqual(400);
    },
  );

  it('have Swedish quotation marks in our own words', () => {
    const ours = topics.flatMap(({ title, question, parts }) => [
      ...[title, question],
      ...parts.flatMap(({ heading, own, quotes }) => [heading, own, ...quotes.map(({ lead }) => lead)]),
    ]);
    expect(ours.filter((words) => words?.includes('"'))).toEqual([]);
  });

  it('leave no interview voice without a word on who speaks', () => {
    const voices = topics.flatMap((topic) => quotesOf(topic).map((quote) => ({ ...quote, topic: topic.id })));
    const silent = voices.filter(({ lead, passage }) => !lead && passage.weight === passage.document.quoteWeight);
    expect(silent.map(({ topic, text }) => `${topic}: ${text}`)).toEqual([]);
  });

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
  ])('answer the bot’s own example: %s', async (question, id) => expect(await ledTo(question)).toBe(id));

  it.each([
    'Vad säger Region Skåne om detaljstyrning av medarbetare?',
    'Hur många utbildare i UL har regionen?',
    'Hur jobbar Skånes universitetssjukhus med psykologisk trygghet?',
  ])('leave a fact, and a document that is named, to the passages: %s', async (question) =>
    expect([...library.documents.map(({ id }) => id)]).toContain(await ledTo(question)),
  );

  it('name guides, reflections and rehearsals that there are', () => {
    const ids = new Set(guides.flows.keys());
    for (const { id, guide, reflection, rehearsal } of topics)
      for (const named of [guide, reflection, rehearsal]) if (named) expect([id, ids.has(named)]).toEqual([id, true]);
  });
});
