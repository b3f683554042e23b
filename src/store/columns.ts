/** A time in UTC as ISO-8601 with milliseconds (`Date.toISOString`), so that text order is time order. */
export type IsoTime = string;

/** A text that only encryptFor writes and only decryptFor reads (personKeys.ts). */
export type SealedText = string;
