import path from 'node:path';
import { foldersIn, readGuides } from '../../src/bot/guides';
import { ask } from '../../src/knowledge/answer';
import { projectRoot } from '../../src/shared/config';
import { readYaml } from '../../src/shared/contentFile';
import { theLibrary } from '../knowledge/library';

const situations = readYaml(path.join(__dirname, 'situations.yaml')) as Record<string, string[]>;
const guides = readGuides(foldersIn(path.join(projectRoot, 'cards')));
const library = theLibrary();

/** The share of ten situations, written by a person who has not read the guide's words, that must lead to it. */
const enough = 0.6;

/** The guide that a manager is offered: ahead of the answer, or as a button below it. */
function offered(text: string): string | undefined {
  const answer = ask(library, text);
  const named = guides.flowFor(text)?.flow.id;
  const first = guides.guideFirst(text, answer, named)?.id;
  const fits =
    answer.outcome === 'topic'
      ? answer.topic.guide
      : answer.outcome === 'unsure'
        ? answer.near.shown?.guide
        : undefined;
  return first ?? named ?? fits;
}

it.each(Object.entries(situations))('managers in their own words come to the guide %s', (id, texts) => {
  const missed = texts.filter((text) => offered(text) !== id);
  expect(texts.length).toBeGreaterThanOrEqual(10);
  const isEnough = 1 - missed.length / texts.length >= enough;
  expect(isEnough ? [] : missed).toEqual([]);
});

const ten = readYaml(path.join(__dirname, 'tenSituations.yaml')) as { to: string; text: string }[];

it.each(ten)('one turn leads to $to: $text', ({ to, text }) => {
  const answer = ask(library, text);
  const topic = answer.outcome === 'topic' ? answer.topic.id : undefined;
  expect([offered(text), topic]).toContain(to);
});

const forty = readYaml(path.join(__dirname, 'fortySituations.yaml')) as Record<
  string,
  { to: string[]; text: string }[]
>;

it.each(Object.entries(forty))('of twenty more situations, most lead to what serves in one turn: %s', (_, all) => {
  const missed = all.filter(({ to, text }) => {
    const answer = ask(library, text);
    return ![offered(text), answer.outcome === 'topic' && answer.topic.id].some((id) => id && to.includes(id));
  });
  expect(all).toHaveLength(20);
  const share = 1 - missed.length / all.length;
  expect({ missed, isEnough: share >= enough }).toEqual({ missed, isEnough: true });
});

it('nothing of a situation stands among the words that a guide is asked by', () => {
  const words = new Set(guides.guides.flatMap(({ asked, starts, names }) => [...asked, ...starts, ...names]).map(bare));
  expect(
    [...Object.values(situations).flat(), ...[...ten, ...Object.values(forty).flat()].map(({ text }) => text)].filter(
      (text) => words.has(bare(text)),
    ),
  ).toEqual([]);
});

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
