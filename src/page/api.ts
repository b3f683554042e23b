import { answerTo, RequestDeclined } from './answerTo';
import { tokenNow, Unauthorised } from './token';

export { answerTo, RequestDeclined } from './answerTo';
export { useTokens } from './token';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

async function call(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const file = body instanceof Blob;
  const token = await tokenNow();
  const request = fetch(`/api/hr/${path}`, {
    method,
    signal,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': file ? 'application/octet-stream' : 'application/json' }),
    },
    body: file ? body : body === undefined ? undefined : JSON.stringify(body),
  });
  return answerTo(request, signal).catch((error: unknown) => {
    if (!(error instanceof RequestDeclined && error.status === 401)) throw error;
    dispatchEvent(new Event('signed-out'));
    throw new Unauthorised();
  });
}

/**
 * Reads what HR's API has at a path below `/api/hr/`. The caller names its type: the page and the service are built from the same
 * source.
 * @throws {RequestDeclined} and {Unauthorised} as sendRequest does
 */
export const getJson = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  (await (await call('GET', path, undefined, signal)).json()) as T;

/**
 * Sends a change to HR's API and returns what it answers. A Blob is sent as it is, anything else as JSON. The path follows
 * `/api/hr/`.
 * @throws {RequestDeclined} with the service's own sentence, or status 0 where it cannot be reached
 * @throws {Unauthorised} where the person has to sign in again
 */
export const sendRequest = async <T>(
  method: Exclude<Method, 'GET'>,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> => (await (await call(method, path, body, signal)).json()) as T;

/**
 * Downloads a file that needs the person's sign-in, and saves it under `name`.
 * @throws {RequestDeclined} and {Unauthorised} as sendRequest does
 */
export async function save(path: string, name: string): Promise<void> {
  const url = URL.createObjectURL(await (await call('GET', path)).blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
