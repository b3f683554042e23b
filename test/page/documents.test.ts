import { changesBetween } from '../../src/page/documentChanges';
import { differencesIn, isSame } from '../../src/page/documentFactsForm';
import { ageInWords, audienceWords } from '../../src/page/documentWords';
import { type DocumentFacts, type ReadBlock } from '../../src/hr/documentViews';

const part = (text: string, place = 's. 1'): ReadBlock => ({ place, kind: 'paragraph', text });
const facts: DocumentFacts = {
  title: 'Friskvård',
  publisher: 'Region Exempel',
  date: '2019',
  kind: 'Policy',
  weight: 'Beslut',
  url: '',
  audience: { kind: 'everyone' },
};
const groups = [{ id: 'g1', title: 'Närsjukvården', size: 3 }];

describe('what a new file changes', () => {
  it('is what is new and what is gone, part by part', () => {
    const { added, removed, same } = changesBetween([part('Ett'), part('Två')], [part('Ett'), part('Tre')]);
    expect([added, removed, same]).toEqual([[part('Tre')], [part('Två')], 1]);
  });

  it('is nothing where a part has only moved, or has other line breaks', () => {
    const { added, removed, same } = changesBetween(
      [part('Ett'), part('Två ord')],
      [part('Två\nord', 's. 9'), part('Ett')],
    );
    expect([added, removed, same]).toEqual([[], [], 2]);
  });

  it('counts a part that stands twice as often as it stands', () => {
    const { added, removed, same } = changesBetween([part('Ett')], [part('Ett'), part('Ett')]);
    expect([added.length, removed.length, same]).toEqual([1, 0, 1]);
  });
});

describe('two versions of the facts', () => {
  it('differ in who may see the document too', () => {
    const other: DocumentFacts = { ...facts, weight: 'Riktlinje', audience: { kind: 'group', group: 'g1' } };
    expect(differencesIn(facts, other, groups)).toEqual([
      'Tyngd: ”Beslut” är sparat, du har skrivit ”Riktlinje”.',
      'Får se det: ”alla chefer” är sparat, du har skrivit ”bara Närsjukvården”.',
    ]);
    expect([isSame(facts, other), isSame(facts, { ...facts })]).toEqual([false, true]);
  });

  it('differ where both are for a group, and not for the same', () => {
    const of = (group: string): DocumentFacts => ({ ...facts, audience: { kind: 'group', group } });
    expect(isSame(of('g1'), of('g2'))).toBe(false);
    expect(audienceWords(of('g2').audience, groups)).toBe('bara en grupp som är borttagen');
  });
});

it('tells the year of a document only where it is older than it should be', () => {
  expect([ageInWords({ date: '2019-03' }), ageInWords({ date: '2019-03', oldYears: 8 })]).toEqual([
    undefined,
    'Från 2019',
  ]);
});
