import { areEditions, isNewer } from '../../src/hr/sameName';
import { noPublisher } from '../../src/documents/composeMarkdown';
import { documentOf } from '../knowledge/library';

const facts = (title: string, over = {}) => documentOf('', { title, ...over });

describe('two documents are editions of one', () => {
  it.each([
    ['Policy för ledarskap', 'Policy för ledarskap 2025'],
    ['Riktlinje för distansarbete', 'Riktlinje för distansarbete (reviderad 2024-03-01)'],
    ['Reseregler v1', 'Reseregler, version 2.1'],
    ['Budget 2023–2025', 'Budget 2024-2026'],
    ['Nya reseregler', 'Reseregler'],
  ])('%s and %s', (one, other) => expect(areEditions(facts(one), facts(other))).toBe(true));

  it.each([
    ['Riktlinje för distansarbete', 'Riktlinje för tjänsteresor'],
    ['2024', '2025'],
    ['Plan 3', 'Plan 4'],
    ['Nyanställd', 'Anställd'],
  ])('not %s and %s', (one, other) => expect(areEditions(facts(one), facts(other))).toBe(false));

  it('only of one publisher, or where one does not say whose it is', () => {
    const of = (publisher: string) => facts('Reseregler', { publisher });
    expect(areEditions(of('Region A'), of('Region B'))).toBe(false);
    expect(areEditions(of('Region A'), of(noPublisher))).toBe(true);
  });
});

it.each([
  ['2025', '2019', true],
  ['2019', '2025', false],
  ['2025-03', '2025', false],
  ['2025-03', '2025-01-20', true],
  ['2025', undefined, true],
  [undefined, '2025', false],
  [undefined, undefined, false],
])('a document of %s is newer than one of %s: %s', (date, than, isSo) =>
  expect(isNewer(facts('A', { date }), facts('A', { date: than }))).toBe(isSo),
);
