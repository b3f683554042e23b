import path from 'node:path';
import { absentSentence, unsureLead } from '../../src/bot/unsureLead';
import { type Topic } from '../../src/knowledge/topics/topic';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';

const texts = readTexts(path.join(projectRoot, 'cards'));
const unsure = { outcome: 'unsure', candidates: [], near: { others: [] } } as const;

it('says that what comes is near and no answer', () =>
  expect(unsureLead(texts, unsure)).toBe('Jag hittar inget rakt svar. Närmast kommer:'));

it('says that nothing is found on a situation that no topic is about', () =>
  expect(unsureLead(texts, { ...unsure, near: { shown: { id: 'tank-igenom' } as Topic, others: [] } })).toBe(
    texts.unsure.anyStory,
  ));

it('promises nothing before topics to choose from: the card asks which it is', () => {
  const topic = { id: 'a' } as Topic;
  const choice = { ...unsure, near: { others: [topic, topic] } };
  expect(unsureLead(texts, choice)).toBe('Jag hittar inget rakt svar.');
  expect(unsureLead(texts, { ...choice, absent: ['Umeå'] })).toBe('Umeå nämns inte i mina dokument.');
});

it('says which fact is missing', () =>
  expect(unsureLead(texts, { ...unsure, lacks: 'howMany' })).toBe(
    'Jag hittar inget svar på just hur många. Närmast kommer:',
  ));

it.each([
  [['Region Stockholm'], 'Region Stockholm nämns inte i mina dokument.'],
  [['Uppsala', 'Umeå'], 'Uppsala och Umeå nämns inte i mina dokument.'],
  [['Uppsala', 'Umeå', 'Lund'], 'Uppsala och Umeå nämns inte i mina dokument.'],
])('names at most two whom no document names: %s', (absent, sentence) => {
  expect(absentSentence(texts, absent)).toBe(sentence);
  expect(unsureLead(texts, { ...unsure, absent, lacks: 'who' })).toBe(`${sentence} Det här säger andra:`);
});
