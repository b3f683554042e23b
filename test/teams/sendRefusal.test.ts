import { sendRefusal } from '../../src/teams/sendRefusal';

const failure = (over: object) => Object.assign(new Error('no'), over);

describe('a call that failed', () => {
  it.each([
    ['no connection', { name: 'RestError', code: 'ECONNREFUSED' }, { reached: false }],
    ['no name', { name: 'RestError', code: 'ENOTFOUND' }, { reached: false }],
    [
      'no answer to a connection',
      { name: 'RestError', code: 'ETIMEDOUT', message: 'connect ETIMEDOUT 192.0.2.1:443' },
      { reached: false },
    ],
    ['a host that is not trusted', { name: 'RestError', code: 'SELF_SIGNED_CERT_IN_CHAIN' }, { reached: false }],
    ['no token', { name: 'ClientAuthError', errorCode: 'network_error' }, { reached: false }],
    ['a connection that broke', { name: 'RestError', code: 'ECONNRESET' }, { reached: true }],
    ['no answer to a request', { name: 'RestError', code: 'ETIMEDOUT', message: 'read ETIMEDOUT' }, { reached: true }],
    ['silence', { name: 'AbortError' }, { reached: true }],
    ['a fault of Teams', { name: 'RestError', statusCode: 503 }, { status: 503, reached: true }],
  ])('for %s has reached Teams or not', (_, error, refusal) => {
    expect(sendRefusal(failure(error))).toMatchObject(refusal);
  });

  it('because the bot’s password has run out is a refused sign-in', () => {
    const expired = failure({ name: 'ServerError', errorCode: 'invalid_client' });
    expect(sendRefusal(expired)).toEqual({ status: 401, reached: false });
  });
});
