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

/** A file, made when its link is used; it is stored nowhere. */
export interface DownloadFile {
  /** ASCII, and nothing of what the file holds. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Where orders lie until their links are used. */
export interface OrderStore {
  /** Keeps an order; resolves with the token that alone leads to it, and that is stored nowhere. */
  place(order: Order): Promise<string>;
  /** The order behind a token, as long as the token works. */
  find(token: string): Promise<Order | undefined>;
  /** Ends a token. True for exactly one caller. */
  spend(token: string): Promise<boolean>;
}
