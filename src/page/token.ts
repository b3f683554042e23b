import { texts } from './texts';

/** Where the bearer token comes from. It is asked for each request, so that an expired token is replaced. */
let tokens: () => Promise<string> = () => Promise.reject(new Unauthorised());

/** Says where bearer tokens come from. Call it before the first request; until then each request rejects with Unauthorised. */
export const useTokens = (source: typeof tokens): void => void (tokens = source);

/** The person is not signed in any more, or never was. */
export class Unauthorised extends Error {
  override readonly message = texts.request.signInAgain;
}

/** The token of the next request. @throws {Unauthorised} where there is none: why, Teams says in English only */
export const tokenNow = (): Promise<string> => tokens().catch(() => Promise.reject(new Unauthorised()));
