/** A person in HR who works through the same routes as HR's page. */
export interface InHr {
  readonly call: <T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => Promise<T>;
}

/**
 * Signs in as a made-up person in HR, at a service in local mode. The paths of `call` follow `/api/hr/`.
 * @throws {Error} as `call` does, where the service answers with an error
 */
export async function signInToHr(url: string, name: string): Promise<InHr> {
  const { token } = await json<{ token: string }>(
    fetch(`${url}/api/hr/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, isHr: true }),
    }),
  );
  return {
    call: (method, path, body) =>
      json(
        fetch(`${url}/api/hr/${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
        }),
      ),
  };
}

async function json<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked;
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}
