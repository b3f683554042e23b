import fc from 'fast-check';
import lunr from 'lunr';
import { matching, postingsOf } from '../../src/knowledge/postings';

const term = fc.constantFrom('tillit', 'mod', 'ram', '·illit', 'stöd', 'kund');
const texts = fc.array(fc.array(term, { maxLength: 12 }), { minLength: 1, maxLength: 8 });
const asked = fc.array(fc.tuple(term, fc.double({ min: 0.1, max: 2, noNaN: true })), { maxLength: 5 });

const found = (all: readonly (readonly string[])[], terms: ReadonlyMap<string, number>, number: number) => {
  const postings = postingsOf(all);
  return matching((one) => postings.get(one), terms, number);
};

describe('matching', () => {
  it('gives the texts and the scores that lunr’s own query gives', () => {
    fc.assert(
      fc.property(texts, asked, (all, boosts) => {
        const builder = new lunr.Builder();
        builder.k1(1);
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

  it('has nothing for terms that no text holds', () => {
    expect(found([['tillit']], new Map([['mod', 1]]), 1)).toEqual([]);
  });
});
