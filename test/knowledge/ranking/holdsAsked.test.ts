import { holdsAsked } from '../../../src/knowledge/ranking/holdsAsked';
import { documentOf } from '../library';

const open = { named: new Set<never>(), wantsComparison: false };
const little = { cover: 0.4, definition: 0, likeKnown: 0 };
const much = { ...little, cover: 0.6 };
const tells = { compares: false };

/** One passage was quoted for many questions that it did not answer: it had their everyday words. */
describe('a passage has enough of what is asked', () => {
  it('where it has half of the words of an open question', () => {
    expect(holdsAsked(open, tells, much)).toBe(true);
    expect(holdsAsked(open, tells, little)).toBe(false);
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
