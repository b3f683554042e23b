import { type WrittenDocument } from './document';
import { type Passage } from './passages';

/**
 * Where words stand verbatim in a document, of its passages: white space, asterisks and kinds of quotation marks aside. Words that go on in the
 * next passage are found in the one where they begin. Undefined where they do not stand there.
 */
export function findQuote({ body }: WrittenDocument, passages: readonly Passage[], quote: string): Passage | undefined {
  const words = bare(quote);
  const texts = passages.map(({ text }) => bare(text));
  const at = texts.join(' ').indexOf(words);
  // Passages leave out the headings between them: only what also stands in the document itself is a quote.
  if (!words || at < 0 || !bare(body).includes(words)) return undefined;
  let end = 0;
  return passages.find((_, index) => (end += texts[index]!.length + 1) > at);
}

/** A text without what a quote may differ in. */
export const bare = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('*', '')
    .replace(/["“”„«»'‘’]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
