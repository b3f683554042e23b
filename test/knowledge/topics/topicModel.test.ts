import { marginsOf, trainTopicModel, type FeatureRows } from '../../../src/knowledge/topics/topicModel';
import { readTopics } from '../../../src/knowledge/topics/readTopics';
import { isLongWay, type Topic } from '../../../src/knowledge/topics/topic';
import { wordsOf } from '../../../src/knowledge/text/swedish';
import { knowledge } from '../library';

const topics = readTopics(knowledge);
const isLeftOut = (_: string, at: number) => at % 5 === 0;
const kept = topics.map((topic) => ({ ...topic, asked: topic.asked.filter((way, at) => !isLeftOut(way, at)) }));
const model = trainTopicModel(kept);

/** How many topics are nearer to a text than this one. */
function rank(rows: FeatureRows, text: string, topic: Topic): number {
  const margins = marginsOf(wordsOf(text), topics.length, () => rows);
  return margins.filter((margin) => margin > margins[topics.indexOf(topic)]!).length;
}

describe('the model of topics', () => {
  const leftOut = topics.flatMap((topic) => topic.asked.filter(isLeftOut).map((way) => ({ topic, way })));

  // 54 and 73 percent of 1,242 short ones, 36 and 56 of 289 long ones. The ways of 28 November 2026 are less like each other than those before.
  it.each([
    ['short', false, 0.53, 0.7],
    ['long', true, 0.34, 0.53],
  ])('finds the right topic for ways to ask that it has not seen: %s ones', (_, isLong, first, amongThree) => {
    const ranks = leftOut
      .filter(({ way }) => isLongWay(way) === isLong)
      .map(({ way, topic }) => rank(model, way, topic));
    const share = (places: number) => ranks.filter((one) => one < places).length / ranks.length;
    expect(share(1)).toBeGreaterThan(first);
    expect(share(3)).toBeGreaterThan(amongThree);
  });

  it('is the same each time for the same topics', () => {
    const few = topics.slice(0, 8);
    expect(trainTopicModel(few)).toEqual(trainTopicModel(few));
  });

  it('says nothing of a text without a known feature', () =>
    expect([...marginsOf(wordsOf('?'), topics.length, () => model)]).toEqual(topics.map(() => 0)));

  it('is empty where there are no topics', () => expect(trainTopicModel([]).size).toBe(0));
});
