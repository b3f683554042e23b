import { type WrittenDocument } from './document';
import { type Passage } from './passages';

/**
 * Returns the passage of a document in which words stand verbatim. White space, asterisks and kinds of quotation marks may differ. Words
 * that continue in the next passage are found where they begin, and a heading in the first passage below it. Undefined where the
 * document does not have the words.
 */
export function findQuote({ body }: WrittenDocument, passages: readonly Passage[], quote: string): Passage | undefined {
  const words = bare(withoutPipes(quote));
  const texts = passages.map(({ text }) => bare(text));
  const at = texts.join(' ').indexOf(words);
  const headed = passages.find(({ heading }) => heading.some((part) => bare(part) === words));
  if (headed) return headed;
  // Passages leave out the headings between them, so a quote counts only if the document itself holds it too.
  if (!words || at < 0 || !bare(withoutPipes(body)).includes(words)) return undefined;
  let end = 0;
  return passages.find((_, index) => (end += texts[index]!.length + 1) > at);
}

/** The rows of a Markdown table as passages have them: a tab between cells, and no line below the first row. */
export const withoutPipes = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^\s*\|[\s|:-]*-{3}[\s|:-]*$/.test(line))
    .map((line) =>
      /^\s*\|.*\|\s*$/.test(line)
        ? line
            .trim()
            .slice(1, -1)
            .split('|')
            .map((cell) => cell.trim())
            .join('\t')
        : line,
    )
    .join('\n');

/** A text without what a quote may differ in: asterisks, quotation marks, white space. */
export const bare = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('*', '')
    .replace(/["“”„«»'‘’]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
