/** Bytes of answers on one card. Teams takes 28 KB, and the card needs some of them itself. */
const mostOnCard = 16_000;
/** Bytes that an answer needs besides its words. */
const aroundAnswer = 200;

/** Cuts a list into pages that each fit a card. Every item is on exactly one page, in order; an empty list is one empty page. */
export function inPages<T>(items: readonly T[], wordsOf: (item: T) => string, most = mostOnCard): T[][] {
  const pages: T[][] = [[]];
  let size = 0;
  for (const item of items) {
    // The size is that of JSON, in which a quotation mark takes two bytes.
    const bytes = Buffer.byteLength(JSON.stringify(wordsOf(item))) + aroundAnswer;
    if (size + bytes > most && pages.at(-1)!.length) {
      pages.push([]);
      size = 0;
    }
    pages.at(-1)!.push(item);
    size += bytes;
  }
  return pages;
}
