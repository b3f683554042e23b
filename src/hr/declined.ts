/** Why something is not done, in words for the person in HR. */
export class Declined extends Error {
  constructor(
    readonly why: 'invalid' | 'notFound' | 'conflict' | 'unavailable',
    message: string,
    /** Field -> what is wrong with it. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
