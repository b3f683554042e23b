import { operator } from '../../src/cli/operator';

const account = (username: string) => () => ({ username });

describe('who sits at the command line', () => {
  it('is the account that the command runs as', () => {
    expect(operator({}, account('drift'))).toEqual({ id: 'kommandoraden:drift', name: 'Kommandoraden (drift)' });
  });

  it('is the person who has become root, by both names', () => {
    expect(operator({ SUDO_USER: 'anna' }, account('root'))).toEqual({
      id: 'kommandoraden:anna',
      name: 'Kommandoraden (anna som root)',
    });
  });

  it('is a number where the account has no name, as in some containers', () => {
    const nameless = () => {
      throw new Error('ENOENT: no such user');
    };
    expect(operator({}, nameless).id).toMatch(/^kommandoraden:(uid \d+|okänd)$/);
  });
});
