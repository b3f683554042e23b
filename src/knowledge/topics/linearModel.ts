/** A text as a linear model sees it: its features, each once, and what each is worth. The vector has length 1. */
export interface Sample {
  readonly features: readonly number[];
  readonly values: readonly number[];
  readonly class: number;
}

export interface Training {
  readonly classes: number;
  readonly features: number;
  readonly epochs: number;
  /** What an error costs compared with large weights: LIBLINEAR's C. */
  readonly cost: number;
}

/** Any number. The same number and samples give the same model. */
const seed = 1;

/**
 * Trains one linear classifier for each class against all others (squared hinge loss, L2). Returns for each feature a row with
 * one weight for each class. The method is dual coordinate descent, for all classes of a sample at once: Hsieh, Chang, Lin,
 * Keerthi & Sundararajan, A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008, algorithm 1 (as LIBLINEAR
 * does).
 */
export function trainLinear(samples: readonly Sample[], { classes, features, epochs, cost }: Training): Float32Array {
  const weights = new Float32Array(features * classes);
  const duals = samples.map(() => new Float32Array(classes));
  const margins = new Float32Array(classes);
  const steps = new Float32Array(classes);
  const diagonal = 1 / (2 * cost);
  const random = randomFrom(seed);
  const order = samples.map((_, at) => at);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const sample = samples[at]!;
      const dual = duals[at]!;
      margins.fill(0);
      // Loops over typed arrays, because this runs some fifty million times.
      for (let nth = 0; nth < sample.features.length; nth++) {
        const value = sample.values[nth]!;
        let from = sample.features[nth]! * classes;
        for (let one = 0; one < classes; one++) margins[one]! += value * weights[from++]!;
      }
      for (let one = 0; one < classes; one++) {
        const sign = one === sample.class ? 1 : -1;
        const slope = sign * margins[one]! - 1 + diagonal * dual[one]!;
        const next = Math.max(0, dual[one]! - slope / (1 + diagonal));
        steps[one] = sign * (next - dual[one]!);
        dual[one] = next;
      }
      for (let nth = 0; nth < sample.features.length; nth++) {
        const value = sample.values[nth]!;
        let from = sample.features[nth]! * classes;
        for (let one = 0; one < classes; one++) weights[from++]! += value * steps[one]!;
      }
    }
  }
  return weights;
}

/** Fisher and Yates. */
function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
}

/** Numbers from 0 to 1, the same ones each time: a linear congruential generator (Numerical Recipes). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
