import { wordsOf, type Word } from '../text/swedish';
import { features, featuresOf, vectorOf } from '../topics/features';
import { trainLinear, type Sample } from '../topics/linearModel';

/** Questions that a library answers, and questions that documents like it do not answer. */
export interface ScopeQuestions {
  /** Questions that are tied to passages. */
  readonly asked: readonly string[];
  /** Ways to ask for topics. */
  readonly ways: readonly string[];
  readonly outOfScope: readonly string[];
}

/** The learned model as plain numbers. An index file stores it in this form. */
export interface ScopeModel {
  /** The number of out-of-scope questions that it knows. */
  readonly questions: number;
  /** By feature; 0 where no question has it. */
  readonly rarities: Float32Array;
  /** A weight for each feature; the last is the constant. */
  readonly passages: Float32Array;
  readonly topics: Float32Array;
  /** Where a feature's out-of-scope questions begin in the two lists below. */
  readonly starts: Uint32Array;
  readonly examples: Uint16Array;
  readonly values: Float32Array;
}

/** What the words of a question say without any passage. */
export interface Scope {
  /** About 1 for a question like those that passages answer, about -1 for one like those that they do not; 0 without a model. */
  readonly passages: number;
  /** The same for topics. */
  readonly topics: number;
  /** How much more like an out-of-scope question it is than two unrelated questions are; at least 0. */
  readonly outOfScope: number;
}

export const noScope: Scope = { passages: 0, topics: 0, outOfScope: 0 };

const training = { epochs: 10, cost: 1, classes: 1, features: features + 1 };
/** The similarity (a cosine) of two unrelated questions. */
const alikeByChance = 0.3;
/** Fewer questions of either kind are too few to learn from. */
const fewest = 20;

/** Learns which questions a library answers and which not; undefined where there are too few to learn from. */
export function trainScope({ asked, ways, outOfScope }: ScopeQuestions): ScopeModel | undefined {
  if (asked.length < fewest || outOfScope.length < fewest) return undefined;
  // There are more ways to ask than out-of-scope questions. Some are left out, so that both kinds weigh about the same.
  const every = Math.max(1, Math.round(ways.length / outOfScope.length));
  const counts = [asked, ways.filter((_, at) => at % every === 0), outOfScope].map((texts) =>
    texts.map((text) => featuresOf(wordsOf(text))),
  ) as [Counts[], Counts[], Counts[]];
  const rarities = raritiesOf(counts.flat());
  const [ofPassages, ofTopics, out] = counts.map((texts) =>
    texts.map((one) => vectorOf(one, (feature) => rarities[feature])),
  ) as [Vector[], Vector[], Vector[]];
  return {
    questions: out.length,
    rarities,
    passages: separating(ofPassages, out),
    topics: ofTopics.length < fewest ? new Float32Array(features + 1) : separating(ofTopics, out),
    ...listed(out),
  };
}

type Counts = ReadonlyMap<number, number>;
type Vector = ReturnType<typeof vectorOf>;

function raritiesOf(texts: readonly Counts[]): Float32Array {
  const holding = new Float32Array(features);
  for (const counts of texts) for (const feature of counts.keys()) holding[feature]!++;
  return holding.map((count) => (count ? 1 + Math.log((1 + texts.length) / (1 + count)) : 0));
}

/** A linear model with the first questions on its positive side. */
function separating(inside: readonly Vector[], outside: readonly Vector[]): Float32Array {
  const sampled = (vectors: readonly Vector[], number: number): Sample[] =>
    vectors.map((one) => ({ features: [...one.features, features], values: [...one.values, 1], class: number }));
  return trainLinear([...sampled(inside, 0), ...sampled(outside, 1)], training);
}

/** For each feature, the questions that have it. */
function listed(vectors: readonly Vector[]): Pick<ScopeModel, 'starts' | 'examples' | 'values'> {
  const starts = new Uint32Array(features + 1);
  for (const vector of vectors) for (const feature of vector.features) starts[feature + 1]!++;
  for (let feature = 0; feature < features; feature++) starts[feature + 1]! += starts[feature]!;
  const free = starts.slice();
  const examples = new Uint16Array(starts[features]!);
  const values = new Float32Array(examples.length);
  vectors.forEach((vector, example) =>
    vector.features.forEach((feature, nth) => {
      const place = free[feature]!++;
      examples[place] = example;
      values[place] = vector.values[nth]!;
    }),
  );
  return { starts, examples, values };
}

/** How a question compares with those that a model has learned from. */
export function scopeOf(model: ScopeModel, words: readonly Word[]): Scope {
  const vector = vectorOf(featuresOf(words), (feature) => model.rarities[feature] || undefined);
  let [passages, topics, most] = [model.passages[features]!, model.topics[features]!, 0];
  const alike = new Float32Array(model.questions);
  vector.features.forEach((feature, nth) => {
    const value = vector.values[nth]!;
    passages += value * model.passages[feature]!;
    topics += value * model.topics[feature]!;
    for (let place = model.starts[feature]!; place < model.starts[feature + 1]!; place++) {
      const example = model.examples[place]!;
      alike[example]! += value * model.values[place]!;
      most = Math.max(most, alike[example]!);
    }
  });
  return { passages, topics, outOfScope: Math.max(0, most - alikeByChance) };
}
