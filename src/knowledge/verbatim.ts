import { type Passage } from './passages';

/**
 * Where words stand verbatim in a document: white space, asterisks and kinds of quotation marks aside. Words that go on in the
 * next passage are found in the one where they begin. Undefined where they do not stand there, or there is no such document.
 */
export function findQuote(passages: readonly Passage[], document: string, quote: string): Passage | undefined {
  const own = passages.filter((passage) => passage.document.id === document);
  const words = bare(quote);
  const texts = own.map(({ text }) => bare(text));
  const at = texts.join(' ').indexOf(words);
  // Passages leave out the headings between them: only what also stands in the document itself is a quote.
  if (!words || at < 0 || !bare(own[0]?.document.body ?? '').includes(words)) return undefined;
  let end = 0;
  return own.find((_, index) => (end += texts[index]!.length + 1) > at);
}

const bare = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('*', '')
    .replace(/["“”„«»'‘’]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
