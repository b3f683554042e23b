import { wordsOf, type Word } from '../text/swedish';
import { features, featuresOf, vectorOf } from './features';
import { trainLinear } from './linearModel';
import { type Topic } from './topic';

/** What a feature says of each topic, in their order: `scale` times a number from -127 to 127. */
export interface FeatureRow {
  /** How rare the feature is among the ways to ask. */
  readonly rarity: number;
  readonly scale: number;
  readonly weights: Int8Array;
}

/** The rows of the features that a model knows. */
export type FeatureRows = ReadonlyMap<number, FeatureRow>;

/** More epochs, and other costs from 0.5 to 2, change left-out ranking by no more than half a percent. */
const training = { epochs: 4, cost: 1 };
const largestWeight = 127;

/** The linear model that tells which topic a question is about, learned from the ways to ask for each. */
export function trainTopicModel(topics: readonly Topic[]): FeatureRows {
  const texts = topics.flatMap(({ title, question, asked }, number) =>
    [`${question} ${title}`, ...asked].map((text) => ({ counts: featuresOf(wordsOf(text)), class: number })),
  );
  const holding = new Map<number, number>();
  for (const { counts } of texts)
    for (const feature of counts.keys()) holding.set(feature, (holding.get(feature) ?? 0) + 1);
  const rarities = new Map(
    [...holding].map(([feature, count]) => [feature, 1 + Math.log((1 + texts.length) / (1 + count))]),
  );
  const samples = texts.map((text) => ({ ...vectorOf(text.counts, (one) => rarities.get(one)), class: text.class }));
  const classes = topics.length;
  const weights = trainLinear(samples, { ...training, classes, features });
  return new Map(
    [...rarities].map(([feature, rarity]) => [
      feature,
      { rarity, ...quantised(weights.subarray(feature * classes, (feature + 1) * classes)) },
    ]),
  );
}

function quantised(weights: Float32Array): Pick<FeatureRow, 'scale' | 'weights'> {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / largestWeight || 1;
  return { scale, weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)) };
}

/**
 * How far a question belongs to each topic, in the order of the topics: about 1 for a question in known words, about -1 for most
 * topics. `rowsOf` gives the rows of the features.
 */
export function marginsOf(
  words: readonly Word[],
  topics: number,
  rowsOf: (features: readonly number[]) => Pick<FeatureRows, 'get'>,
): Float32Array {
  const margins = new Float32Array(topics);
  const counts = featuresOf(words);
  const rows = rowsOf([...counts.keys()]);
  const vector = vectorOf(counts, (feature) => rows.get(feature)?.rarity);
  vector.features.forEach((feature, at) => {
    const { scale, weights } = rows.get(feature)!;
    const value = scale * vector.values[at]!;
    for (let topic = 0; topic < topics; topic++) margins[topic]! += value * weights[topic]!;
  });
  return margins;
}
