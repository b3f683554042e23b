import { holdsAsked, isOpenQuestion } from '../../../src/knowledge/ranking/holdsAsked';
import { type Term } from '../../../src/knowledge/ranking/question';
import { wordsOf } from '../../../src/knowledge/text/swedish';
import { documentOf } from '../library';

const termsIn = (text: string) => ({
  words: wordsOf(text),
  terms: wordsOf(text).filter(({ stop }) => !stop) as unknown as Term[],
});
const open = { named: new Set<never>(), wantsComparison: false, ...termsIn('tillit samarbete ledning') };
const little = { cover: 0.4, definition: 0, likeKnown: 0, alike: 0, unknown: 0, missing: 0 };
const much = { ...little, cover: 0.6 };
const tells = { compares: false };

/** One passage was quoted for many questions that it did not answer: it had their everyday words. */
describe('a passage has enough of what is asked', () => {
  it('where it has half of the words of an open question', () => {
    expect(holdsAsked(open, tells, much)).toBe(true);
    expect(holdsAsked(open, tells, little)).toBe(false);
  });

  it('where the library knows more than half of the question', () =>
    expect(holdsAsked(open, tells, { ...much, unknown: 0.5 })).toBe(false));

  it('where half of a question of few telling words is not missing', () => {
    expect(holdsAsked(open, tells, { ...much, missing: 0.5 })).toBe(false);
    const long = { ...open, ...termsIn('tillit samarbete ledning uppdrag mål') };
    expect(holdsAsked(long, tells, { ...much, missing: 0.5 })).toBe(true);
  });

  it('where a sentence is somewhat like a long message with one or two telling words', () => {
    const long = { ...open, ...termsIn('och när någon av dem är sen') };
    expect(holdsAsked(long, tells, { ...much, alike: 0.1 })).toBe(false);
    expect(holdsAsked(long, tells, { ...much, alike: 0.3 })).toBe(true);
  });

  it('however few they are where a fact or a document is asked for', () => {
    expect(holdsAsked({ ...open, fact: 'date' }, tells, little)).toBe(true);
    expect(holdsAsked({ ...open, named: new Set([documentOf('text')]) }, tells, little)).toBe(true);
  });

  it('where it explains the term that is asked for, or is known to be asked for it, and not where it only uses it', () => {
    const ofTerm = { ...open, definitionOf: ['tillit'] };
    expect(holdsAsked(ofTerm, tells, { ...much, cover: 1 })).toBe(false);
    expect(holdsAsked(ofTerm, tells, { ...little, definition: 0.3 })).toBe(true);
    expect(holdsAsked(ofTerm, tells, { ...little, likeKnown: 0.3 })).toBe(true);
  });

  it('where it says how things differ, if that is asked for', () => {
    const ofBoth = { ...open, wantsComparison: true };
    expect(holdsAsked(ofBoth, tells, much)).toBe(false);
    expect(holdsAsked(ofBoth, { compares: true }, much)).toBe(true);
  });
});

describe('an open question', () => {
  const asked = (text: string) => isOpenQuestion({ named: new Set<never>(), words: wordsOf(text) });
  it('may be a single word, and is not two key words', () => {
    expect(asked('kurs')).toBe(true);
    expect(asked('kurs chefer')).toBe(false);
    expect(asked('finns någon kurs')).toBe(true);
  });
});
