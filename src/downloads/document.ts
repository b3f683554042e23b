/**
 * What is written to a file of any format: Markdown, PDF, Word or HTML. It is plain data, so that it can be handed to a thread.
 * Every text is plain text: each writer escapes what its format would read as markup.
 */
export interface WrittenDocument {
  readonly title: string;
  /** One line each, below the title. */
  readonly facts: readonly string[];
  readonly blocks: readonly Block[];
  /** The last line. */
  readonly footer: string;
}

/** Line breaks in a text stay. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** A remark about what is above, such as "Bara för dig.". */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Each row has as many cells as the head. */
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A text without characters that no keyboard writes or that XML forbids. A tab becomes a space. */
export const writable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|[\u2060\uFFFE\uFFFF]/gu, '')
    .replace(/\t/g, ' ');
