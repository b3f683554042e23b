import { trainLinear, type Sample } from '../../../src/knowledge/topics/linearModel';

const sample = (feature: number, ofClass: number): Sample => ({
  features: [feature, 4],
  values: [Math.SQRT1_2, Math.SQRT1_2],
  class: ofClass,
});
/** The last feature is of all texts, and says nothing. */
const samples = [sample(0, 0), sample(1, 0), sample(2, 1), sample(3, 2)];
const train = () => trainLinear(samples, { classes: 3, features: 5, epochs: 20, cost: 10 });

describe('a linear model', () => {
  it('puts each text on the side of its own class alone', () => {
    const weights = train();
    for (const { features, values, class: own } of samples)
      for (let one = 0; one < 3; one++) {
        const margin = features.reduce((sum, feature, at) => sum + values[at]! * weights[feature * 3 + one]!, 0);
        expect(Math.sign(margin)).toBe(one === own ? 1 : -1);
      }
  });

  it('is the same each time for the same texts', () => expect(train()).toEqual(train()));
});
