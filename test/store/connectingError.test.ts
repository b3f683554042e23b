import { connectingError } from '../../src/store/connectingError';
import { UnfitDatabase } from '../../src/store/openingError';

const url = 'postgres://tjugo:hemligt@db.region.example:5433/tillit';
const failure = (code: string | undefined, message = 'low-level words') => Object.assign(new Error(message), { code });

describe('connectingError', () => {
  it.each([
    ['a server that is not there', failure('ECONNREFUSED'), 'svarar inte'],
    ['a name that nobody knows', failure('ENOTFOUND'), 'adressen i DATABASE_URL'],
    [
      'a server that never answers',
      failure(undefined, 'Connection terminated due to connection timeout'),
      'svarar inte',
    ],
    ['a server that starts', failure('57P03'), 'Vänta en stund'],
    ['a wrong password', failure('28P01'), 'Rätta dem i DATABASE_URL'],
    ['a missing password', failure(undefined, 'SASL: client password must be a string'), 'lösenordet'],
    ['a user whom it does not know', failure('28000'), 'sslmode=verify-full'],
    ['a server without TLS', failure(undefined, 'The server does not support SSL connections'), 'ta bort sslmode'],
    ['a certificate of its own', failure('SELF_SIGNED_CERT_IN_CHAIN'), 'sslrootcert=FIL'],
    ['no such database', failure('3D000'), 'createdb'],
    ['a user without rights', failure('42501'), 'owner to'],
    ['a copy that is read only', failure('25006'), 'huvudservern'],
    ['too many connections', failure('53300'), 'max_connections'],
    ['a full disk', failure('53100'), 'Frigör plats'],
    ['another instance that takes long', failure('57014'), 'en annan instans'],
    ["another program's tables", new UnfitDatabase('foreign'), 'Skapa en egen databas'],
    ['a newer version', new UnfitDatabase('newer'), 'Starta den versionen'],
    ['what nobody thought of', failure('XX000'), '(XX000). Se PostgreSQL:s logg'],
  ])('gives place and remedy in one line for %s, and neither user nor password', (_, error, remedy) => {
    const line = connectingError(url, error).message;
    expect(line).toMatch(/^Databasen db\.region\.example:5433\/tillit [^\n]+\.$/);
    expect(line).toContain(remedy);
    expect(line).not.toMatch(/tjugo|hemligt/);
  });

  it('keeps the cause for the log', () => {
    const cause = failure('53300');
    expect(connectingError(url, cause).cause).toBe(cause);
  });
});
