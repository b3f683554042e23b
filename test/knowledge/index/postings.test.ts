import fc from 'fast-check';
import lunr from 'lunr';
import { frequency, idf, matching, postingsOf, type Text } from '../../../src/knowledge/index/postings';

const term = fc.constantFrom('tillit', 'mod', 'ram', '·illit', 'stöd', 'kund');
const texts = fc.array(fc.array(term, { maxLength: 12 }), { minLength: 1, maxLength: 8 });
const asked = fc.array(fc.tuple(term, fc.double({ min: 0.1, max: 2, noNaN: true })), { maxLength: 5 });

const whole = (terms: readonly string[]): Text => ({ terms, length: terms.length });
const found = (all: readonly (readonly string[])[], terms: ReadonlyMap<string, number>, number: number) => {
  const postings = postingsOf(all.map(whole));
  return matching((one) => postings.get(one), terms, number);
};

describe('matching', () => {
  it('gives the texts and the scores that lunr’s own query gives', () => {
    fc.assert(
      fc.property(texts, asked, (all, boosts) => {
        const builder = new lunr.Builder();
        builder.k1(0.7);
        builder.field('terms');
        all.forEach((terms, id) => builder.add({ id, terms }));
        const terms = new Map(boosts);
        const expected = builder.build().query((query) => {
          for (const [one, boost] of terms) query.term(one, { boost, usePipeline: false });
        });
        const scores = new Map(found(all, terms, all.length).map(({ text, score }) => [text, score]));
        const positive = expected.filter(({ score }) => score > 0);
        expect([...scores.keys()].sort()).toEqual(positive.map(({ ref }) => Number(ref)).sort());
        for (const { ref, score } of positive) expect(scores.get(Number(ref))).toBeCloseTo(score, 9);
      }),
    );
  });

  it('weighs a term as the formula does that full text is weighed again by', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const mean = all.reduce((sum, terms) => sum + terms.length, 0) / all.length;
        for (const [one, posting] of postingsOf(all.map(whole)))
          posting.texts.forEach((text, at) => {
            const terms = all[text]!;
            const count = terms.filter((other) => other === one).length;
            const weight = idf(all.length, posting.texts.length) * frequency(count, terms.length / mean);
            expect(posting.weights[at]! / 1000).toBeCloseTo(weight, 2);
          });
      }),
    );
  });

  it('weighs a text by its own length, not by the questions that are asked of it', () => {
    const postings = postingsOf([
      { terms: ['mod', 'ram'], length: 2 },
      { terms: ['mod', 'stöd', 'ram', 'kund', 'tillit'], length: 2 },
    ]);
    const { weights } = postings.get('mod')!;
    expect(weights[0]).toBe(weights[1]);
  });

  it('has nothing for terms that no text holds', () => {
    expect(found([['tillit']], new Map([['mod', 1]]), 1)).toEqual([]);
  });
});
