import { features, featuresOf, mostFeatures, vectorOf } from '../../../src/knowledge/topics/features';
import { wordsOf } from '../../../src/knowledge/text/swedish';

const of = (text: string) => featuresOf(wordsOf(text));
const inCommon = (one: string, other: string) => {
  const there = of(other);
  return [...of(one).keys()].filter((feature) => there.has(feature)).length;
};

describe('the features of a text', () => {
  it('are the same for å, ä and ö in other letters, whatever the signs between words', () =>
    expect(of('Hur följer vi upp, på riktigt?')).toEqual(of('hur foljer vi upp pa riktigt')));

  it('meet in misspellings and compounds, and in words that stand together', () => {
    expect(inCommon('detaljstyrning', 'detaljstyring')).toBeGreaterThan(5);
    expect(inCommon('uppföljningsmöte', 'uppföljning')).toBeGreaterThan(5);
    expect(inCommon('ta över', 'jag ska ta över')).toBeGreaterThan(inCommon('ta över', 'över detta ta'));
  });

  it('are no more of a text without end than of a long one', () => {
    const endless = Array.from({ length: 5_000 }, (_, at) => `ord${at}aldrigslut`).join(' ');
    expect(of(endless).size).toBe(mostFeatures);
  });

  it('are as many at most as a model has rows', () => {
    for (const feature of of('Alla chefer i regionen, från Ystad till Kiruna').keys()) {
      expect(feature).toBeGreaterThanOrEqual(0);
      expect(feature).toBeLessThan(features);
    }
  });
});

describe('a vector', () => {
  const length = (values: readonly number[]) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

  it('has length 1, however long the text is', () => {
    for (const text of ['tillit', 'tillit '.repeat(50), 'Hur får jag mötena att bli kortare?'])
      expect(length(vectorOf(of(text), () => 2).values)).toBeCloseTo(1);
  });

  it('has only features whose rarity is known', () => {
    const [known] = of('tillit').keys();
    expect(vectorOf(of('tillit i ledarskap'), (one) => (one === known ? 1 : undefined)).features).toEqual([known]);
    expect(vectorOf(of(''), () => 1)).toEqual({ features: [], values: [] });
  });
});
