import { join } from 'node:path';
import { warningLines } from '../../src/documents/readWarning';
import { projectRoot } from '../../src/shared/config';
import { readTexts } from '../../src/shared/texts';

const { readWarnings } = readTexts(join(projectRoot, 'cards'));

describe('what a person should look at in a document', () => {
  it('is one line for each kind, with the number and the pages', () => {
    expect(
      warningLines(readWarnings, [
        { kind: 'hidden', page: 4, count: 2 },
        { kind: 'encoding' },
        { kind: 'hidden', page: 2, count: 3 },
        { kind: 'hidden', page: 4, count: 1 },
      ]),
    ).toEqual([
      '6 dolda ord är utelämnade. Den som läser filen ser dem inte. Sida eller bild 2, 4.',
      'Filen säger inte hur å, ä och ö är sparade. Kontrollera att de blev rätt.',
    ]);
  });

  it('names no more pages than a line holds', () => {
    const pages = Array.from({ length: 10 }, (_, at) => ({ kind: 'turned' as const, page: at + 1 }));
    expect(warningLines(readWarnings, pages)[0]).toMatch(/1, 2, 3, 4, 5, 6, 7, 8 och 2 till\.$/);
  });
});
