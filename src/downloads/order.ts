import { randomInt } from 'node:crypto';

/** The formats that a person can choose, and what a browser needs to know about each. */
export const formats = {
  word: { ending: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  pdf: { ending: 'pdf', type: 'application/pdf' },
  markdown: { ending: 'md', type: 'text/markdown; charset=utf-8' },
  html: { ending: 'html', type: 'text/html; charset=utf-8' },
  json: { ending: 'json', type: 'application/json; charset=utf-8' },
} as const;

export type Format = keyof typeof formats;

export const summaryFormats = ['word', 'pdf', 'markdown'] as const;
export const ownDataFormats = ['html', 'json'] as const;

/** What a link leads to. It names only the person who ordered it, so a link never reaches another person's data. */
export type Order =
  | {
      readonly what: 'summary';
      readonly person: string;
      readonly session: string;
      readonly format: (typeof summaryFormats)[number];
    }
  | { readonly what: 'ownData'; readonly person: string; readonly format: (typeof ownDataFormats)[number] };

/** Minutes for which a link works. */
export const linkMinutes = 10;

const codeDigits = 6;
/** Codes that may be tried for a link. */
export const mostTries = 5;

/** A new random code for a link. The person finds it in the own chat only, so the link alone gives nothing. */
export const newCode = (): string => String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0');

/** A code as a person may type it, with spaces or a hyphen; undefined where it is no code. */
export function readCode(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '');
  return new RegExp(`^[0-9]{${codeDigits}}$`).test(code) ? code : undefined;
}

/** A code as a card shows it: in two halves, which are easier to read and type. */
export const shownCode = (code: string): string => `${code.slice(0, codeDigits / 2)} ${code.slice(codeDigits / 2)}`;

/** A file, which is made when its link is used and is never stored. */
export interface DownloadFile {
  /** In ASCII, and without anything that the file holds. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Where orders are kept until their links are used. */
export interface OrderStore {
  /** Stores an order. Resolves with the token, which together with the code leads to the order and is not stored. */
  place(order: Order, code: string): Promise<string>;
  /** The order behind a token while the token works. It tells what the file is, and does not hand it over. */
  find(token: string): Promise<Order | undefined>;
  /**
   * Tries a code. Returns the order, or how many attempts are left; undefined where the token does not work. Every call is an
   * attempt.
   */
  redeem(token: string, code: string): Promise<{ readonly order: Order } | { readonly triesLeft: number } | undefined>;
  /** Ends a token. True for exactly one caller. */
  spend(token: string): Promise<boolean>;
}
