import { shared, texts } from './texts';

/** Where the bearer token comes from. It is asked for each request, so that an expired token is replaced. */
let tokens: () => Promise<string> = () => Promise.reject(new Unauthorised());

/** Says where bearer tokens come from. Call it before the first request; until then each request rejects with Unauthorised. */
export const useTokens = (source: typeof tokens): void => void (tokens = source);

/** The person is not signed in any more, or never was. */
export class Unauthorised extends Error {
  override readonly message = texts.request.signInAgain;
}

/**
 * The service declined a request, in its own words, or could not be reached (`status` 0). `fields`: field -> what is wrong with
 * it.
 */
export class RequestDeclined extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly fields: Readonly<Record<string, string>>,
  ) {
    super(message);
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

async function call(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const file = body instanceof Blob;
  // Why there is no token, Teams says in English only.
  const token = await tokens().catch(() => Promise.reject(new Unauthorised()));
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
 * The service's answer to a request under way.
 * @throws {RequestDeclined} where the service declines it, or cannot be reached
 */
export async function answerTo(request: Promise<Response>, signal?: AbortSignal): Promise<Response> {
  const response = await request.catch((error: unknown) => {
    // What the browser says is in the browser's language.
    throw signal?.aborted ? error : new RequestDeclined(0, texts.request.unreachable, {});
  });
  if (response.ok) return response;
  const { error, fields } = (await response.json().catch(() => ({}))) as { error?: string; fields?: object };
  throw new RequestDeclined(response.status, error ?? shared.failed, { ...fields });
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
