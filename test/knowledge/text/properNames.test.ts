import { isGenitive, isPlace, organisationNamed, placeNamed } from '../../../src/knowledge/text/properNames';
import { wordsOf } from '../../../src/knowledge/text/swedish';

it.each(['varmland', 'falun', 'faluns'])('%s is the name of a place, also in small letters', (word) =>
  expect(isPlace(word)).toBe(true),
);

it.each([
  ['orebros', false, 'Örebro'],
  ['boras', false, 'Borås'],
  ['upplands bro', false, 'Upplands-Bro'],
  ['mark', true, 'Mark'],
  ['mark', false, undefined],
  ['teams', true, undefined],
])('%s, with a capital: %s, is the place %s', (key, isCapital, written) =>
  expect(placeNamed(key, isCapital)).toBe(written),
);

it('an organisation goes by all its names', () => {
  expect(organisationNamed('ivo', false)).toMatchObject({
    written: 'IVO',
    names: ['Inspektionen för vård och omsorg', 'IVO'],
  });
  expect(organisationNamed('liberalerna', false)).toBeUndefined();
});

describe('the s of the genitive', () => {
  it.each([
    ['Stockholms', 'arbete', true],
    ['Borås', 'arbete', false],
    ['Skatteverkets', 'chefer', true],
    ['IVOs', 'tillsyn', true],
    ['Lena Hallgrens', 'syn', true],
    ['Lena Hallgrens', 'om', false],
    ['Ulf Carlfors', 'syn', false],
    ['Malmö', 'stad', false],
  ])('%s %s: %s', (written, next, is) =>
    expect(isGenitive(written, wordsOf(written).at(-1)!, wordsOf(next)[0])).toBe(is),
  );
});
