import { openingError, UnfitDatabase } from '../../src/store/openingError';

const failure = (code: string, message = 'low-level words') => Object.assign(new Error(message), { code });
const lineFor = (error: unknown) => openingError('data/store.db', error).message;

describe('openingError', () => {
  it.each([
    ['a file of another kind', failure('SQLITE_NOTADB'), 'hör till ett annat program. Flytta undan den'],
    ["another program's database", new UnfitDatabase('foreign'), 'hör till ett annat program. Flytta undan den'],
    ['a damaged file', failure('SQLITE_CORRUPT'), 'lägg tillbaka den senaste säkerhetskopian'],
    ['a file that fails its check', new UnfitDatabase('damaged'), 'lägg tillbaka den senaste säkerhetskopian'],
    ['a newer version', new UnfitDatabase('newer'), 'Starta den versionen'],
    ['a file in use', failure('SQLITE_BUSY'), 'Stäng det programmet'],
    ['a full disk', failure('SQLITE_FULL'), 'Frigör plats'],
    ['a folder without rights', failure('EACCES'), '(EACCES). Ge programmet skrivrätt'],
    ['a fault without a code', failure('', 'unable to open'), '(unable to open). Ge programmet skrivrätt'],
    ['what is no error at all', 'odd', '(odd). Ge programmet skrivrätt'],
  ])('gives file and remedy in one line for %s', (_, error, remedy) => {
    const line = lineFor(error);
    expect(line).toMatch(/^Databasen data\/store\.db [^\n]+\.$/);
    expect(line).toContain(remedy);
  });

  it('keeps the cause for the log', () => {
    const cause = failure('SQLITE_FULL');
    expect(openingError('data/store.db', cause).cause).toBe(cause);
  });
});
