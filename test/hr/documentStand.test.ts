import { type StoredDocument } from '../../src/hr/documentPorts';
import { actsOf, standAfter } from '../../src/hr/documentStand';

const base = { id: 'a', revision: 0, changedOn: '2027-01-12', hasNewerSeed: false };
const draft: StoredDocument = { ...base, live: 'none', version: 0, draft: 1 };
const published: StoredDocument = {
  ...base,
  live: 'published',
  version: 1,
  before: { live: 'none', version: 0, draft: 1 },
};
const withdrawn: StoredDocument = { ...base, live: 'withdrawn', version: 1, before: { live: 'published', version: 1 } };

describe('what may be done with a document', () => {
  it.each([
    ['a draft', draft, ['publish', 'discard', 'replace']],
    ['a published one', published, ['withdraw', 'undo', 'replace']],
    ['a withdrawn one', withdrawn, ['publish', 'undo', 'replace']],
    ['a published one of a release', { ...published, before: undefined }, ['withdraw', 'replace']],
    // To undo would lose the replacement.
    ['a published one with a replacement', { ...published, draft: 2 }, ['publish', 'withdraw', 'discard', 'replace']],
  ])('%s', (_, document, acts) => expect(actsOf(document)).toEqual(acts));
});

describe('where a document stands', () => {
  it('is the new version alone after a replacement is published, and the old one again when that is undone', () => {
    const replaced: StoredDocument = { ...published, draft: 2 };
    const next = standAfter(replaced, 'publish')!;
    expect(next).toEqual({ live: 'published', version: 2, before: { live: 'published', version: 1, draft: 2 } });
    expect(standAfter({ ...base, ...next }, 'undo')).toEqual({ live: 'published', version: 1, draft: 2 });
  });

  it('is as before after a withdrawal that is undone, replacement included', () => {
    const next = standAfter({ ...published, draft: 2 }, 'withdraw')!;
    expect(next).toMatchObject({ live: 'withdrawn', version: 1, draft: 2 });
    expect(standAfter({ ...base, ...next }, 'undo')).toEqual({ live: 'published', version: 1, draft: 2 });
  });

  it('does not change by what cannot be done', () => {
    expect([standAfter(published, 'publish'), standAfter(draft, 'withdraw'), standAfter(draft, 'undo')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
