import { randomInt } from 'node:crypto';

/** The formats that a person can choose between, and what a browser needs to know of each. */
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

/** What a link leads to. Only the person who ordered it is named in it, so a link never reaches another person's data. */
export type Order =
  | {
      readonly what: 'summary';
      readonly person: string;
      readonly session: string;
      readonly format: (typeof summaryFormats)[number];
    }
  | { readonly what: 'ownData'; readonly person: string; readonly format: (typeof ownDataFormats)[number] };

/** Minutes that a link works. */
export const linkMinutes = 10;

const codeDigits = 6;
/** Codes that may be tried at a link. */
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

/** A file, made when its link is used; it is stored nowhere. */
export interface DownloadFile {
  /** ASCII, and nothing of what the file holds. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Where orders lie until their links are used. */
export interface OrderStore {
  /** Keeps an order; resolves with the token that leads to it together with the code, and that is stored nowhere. */
  place(order: Order, code: string): Promise<string>;
  /** The order behind a token, as long as the token works: to say what the file is, not to hand it over. */
  find(token: string): Promise<Order | undefined>;
  /** Tries a code: the order, or how many tries are left; undefined where the token does not work. Every call counts as a try. */
  redeem(token: string, code: string): Promise<{ readonly order: Order } | { readonly triesLeft: number } | undefined>;
  /** Ends a token. True for exactly one caller. */
  spend(token: string): Promise<boolean>;
}
