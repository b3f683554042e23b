import fc from 'fast-check';
import { recipientsIn } from '../../src/shared/recipients';
import { expectAtOnce } from '../atOnce';

describe('those whom a message goes to', () => {
  it.each([
    ['Åsa Öberg <asa@b.se>; Bo Ek <bo@b.se>', ['Åsa Öberg <asa@b.se>', 'Bo Ek <bo@b.se>']],
    ['Öberg, Åsa <asa@b.se>; Ek, Bo <bo@b.se>;', ['Öberg, Åsa <asa@b.se>', 'Ek, Bo <bo@b.se>']],
    ['Öberg, Åsa <asa@b.se>, Ek, Bo <bo@b.se>', ['Öberg, Åsa <asa@b.se>', 'Ek, Bo <bo@b.se>']],
    ['"Ek; Bo" <bo@b.se>, eva@b.se', ['"Ek; Bo" <bo@b.se>', 'eva@b.se']],
    ['Till: a@b.se, b@b.se,', ['a@b.se', 'b@b.se']],
    ['Åsa (a@b.se), Bo [mailto:b@b.se]', ['Åsa (a@b.se)', 'Bo [mailto:b@b.se]']],
    ['Kirurgichefer; Åsa <a@b.se>; Bo', ['Kirurgichefer', 'Åsa <a@b.se>', 'Bo']],
    ['a@b.se, ring före nio', ['a@b.se', 'ring före nio']],
    ['Kirurgi, norr', ['Kirurgi, norr']],
    [' ;, ;', []],
  ])('stand in %j', (line, expected) => expect(recipientsIn(line)).toEqual(expected));

  const name = fc.string({ unit: fc.constantFrom(...'aåö -.'), minLength: 1 }).map((text) => `N${text}n`);
  const recipient = fc.oneof(
    fc.constantFrom('a@b.se', '<c@d.se>'),
    fc.tuple(name, name).map(([last, first]) => `${last}, ${first} <${first.replace(/[^a]/g, 'x')}@b.se>`),
    name.map((one) => `"${one}; ${one}, ${one}" <q@b.se>`),
  );
  it('are found again, whatever separates them', () => {
    fc.assert(
      fc.property(
        fc.array(recipient, { minLength: 1 }),
        fc.constantFrom(';', '; ', ',', ', ', ';\n'),
        (all, separator) => {
          expect(recipientsIn(all.join(separator))).toEqual(all);
        },
      ),
    );
  });

  it.each(['"', '<', '[a', '<a', 'a,', ' '])('are looked for at once in a megabyte of %j', (part) => {
    expectAtOnce(() => recipientsIn(`a${part.repeat(300_000)}a`));
  });
});
