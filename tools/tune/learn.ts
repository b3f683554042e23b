/** Values by name; a missing one never occurs: all samples of one task have the same names. */
export type FeatureValues = Readonly<Record<string, number>>;

/** One question's candidates, in any order, and which of them are right. */
export interface RankedChoice {
  readonly candidates: readonly FeatureValues[];
  readonly right: readonly boolean[];
}

/** One thing that happened or did not. `weight` is how much it counts beside the others. */
export interface Event {
  readonly values: FeatureValues;
  readonly happened: boolean;
  readonly weight: number;
}

const dot = (weights: FeatureValues, values: FeatureValues) =>
  Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * values[name]!, 0);

/**
 * Softmax regression over each question's candidates, shrunk towards `prior` (ridge): the weights under which a right
 * candidate most likely comes first. Questions without a right candidate teach nothing.
 */
export function learnRanking<Weights extends FeatureValues>(
  choices: readonly RankedChoice[],
  prior: Weights,
  shrinkage: number,
): Weights {
  const telling = choices.filter(({ right }) => right.includes(true));
  return descend(prior, prior, shrinkage, (weights, push) => {
    for (const { candidates, right } of telling) {
      const scores = candidates.map((values) => dot(weights, values));
      const highest = Math.max(...scores);
      const chances = scores.map((score) => Math.exp(score - highest));
      const all = sum(chances);
      const ofRight = sum(chances.filter((_, at) => right[at]));
      candidates.forEach((values, at) => {
        const chance = chances[at]!;
        push(values, (chance / all - (right[at] ? chance / ofRight : 0)) / telling.length);
      });
    }
  });
}

/** Logistic regression with a slight ridge: the weights, and `constant`, under which the events are most likely. */
export function learnChance<Name extends string>(
  events: readonly (Event & { readonly values: Readonly<Record<Name, number>> })[],
): Record<Name | 'constant', number> {
  const names = Object.keys(events[0]?.values ?? {}) as Name[];
  const total = sum(events.map(({ weight }) => weight));
  // Standardised, so that one step length and one ridge fit all.
  const means = mapOf(names, (name) => sum(events.map(({ values, weight }) => weight * values[name])) / total);
  const spreads = mapOf(
    names,
    (name) =>
      Math.sqrt(sum(events.map(({ values, weight }) => weight * (values[name] - means[name]) ** 2)) / total) || 1,
  );
  const standard = events.map(({ values }) => ({
    ...mapOf(names, (name) => (values[name] - means[name]) / spreads[name]),
    constant: 1,
  }));
  const start: FeatureValues = { ...mapOf(names, () => 0), constant: 0 };
  const learned = descend(start, start, 1e-3, (weights, push) =>
    events.forEach(({ happened, weight }, at) => {
      const chance = 1 / (1 + Math.exp(-dot(weights, standard[at]!)));
      push(standard[at]!, (weight * (chance - (happened ? 1 : 0))) / total);
    }),
  );
  const weights = mapOf(names, (name) => learned[name]! / spreads[name]);
  const constant = learned.constant! - sum(names.map((name) => weights[name] * means[name]));
  return { ...weights, constant };
}

const steps = 300;
const stepLength = 0.1;

/** Follows the gradient down from `start` (Adam: Kingma & Ba, 2015), held back towards `prior`. */
function descend<Weights extends FeatureValues>(
  start: Weights,
  prior: FeatureValues,
  shrinkage: number,
  gradient: (weights: FeatureValues, push: (values: FeatureValues, share: number) => void) => void,
): Weights {
  const names = Object.keys(start);
  const weights: Record<string, number> = { ...start };
  const mean: Record<string, number> = mapOf(names, () => 0);
  const square: Record<string, number> = mapOf(names, () => 0);
  for (let step = 1; step <= steps; step++) {
    const slope: Record<string, number> = mapOf(names, (name) => shrinkage * (weights[name]! - prior[name]!));
    gradient(weights, (values, share) => {
      for (const name of names) slope[name]! += share * values[name]!;
    });
    for (const name of names) {
      mean[name] = 0.9 * mean[name]! + 0.1 * slope[name]!;
      square[name] = 0.999 * square[name]! + 0.001 * slope[name]! ** 2;
      const [first, second] = [mean[name] / (1 - 0.9 ** step), square[name] / (1 - 0.999 ** step)];
      weights[name]! -= (stepLength * first) / (Math.sqrt(second) + 1e-8);
    }
  }
  return weights as Weights;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mapOf = <Name extends string>(names: readonly Name[], value: (name: Name) => number) =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, number>;
