import { answerTo } from '../../src/page/answerTo';
import { tokenNow, useTokens } from '../../src/page/token';
import { texts } from '../../src/page/texts';

describe('what the page says where a request fails', () => {
  it('is Swedish where the service cannot be reached', async () => {
    const request = Promise.reject<Response>(new TypeError('Failed to fetch'));
    await expect(answerTo(request)).rejects.toThrow(texts.request.unreachable);
  });

  it('is what the service says where it declines', async () => {
    const declined = Response.json({ error: 'Skriv ditt namn.' }, { status: 400 });
    await expect(answerTo(Promise.resolve(declined))).rejects.toMatchObject({
      status: 400,
      message: 'Skriv ditt namn.',
    });
  });

  it('is Swedish where Teams gives no token', async () => {
    useTokens(() => Promise.reject(new Error('CancelledByUser')));
    await expect(tokenNow()).rejects.toThrow(texts.request.signInAgain);
  });
});
