import { shared, texts } from './texts';

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
