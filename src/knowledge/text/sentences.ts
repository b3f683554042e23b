/** A stretch of a text: [start, end) in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the sentences of a text are, without the white space between them. A line break ends a sentence too, so each list item
 * and table row is one. A sentence begins with a capital letter, so "Jfr dir. 2016:51" is not split.
 */
export function sentencesOf(text: string): Span[] {
  const sentence = /\S[^\n]*?(?:[.!?…]+["”“»')\]]*(?=\s+["”“»«(–-]*\p{Lu})|\.{2,}(?=\p{Lu})|(?=\s*(?:\n|$)))/gu;
  return [...text.matchAll(sentence)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

/** Splits a text that is longer than `limit` characters between sentences, or between words where one sentence is too long. */
export function cut(text: string, limit: number): string[] {
  if (text.length <= limit) return [text];
  const lastEnd = sentencesOf(text)
    .map((span) => span.end)
    .filter((end) => end <= limit)
    .at(-1);
  const at = lastEnd ?? wordBorder(text, limit);
  return [text.slice(0, at).trimEnd(), ...cut(text.slice(at).trimStart(), limit)];
}

function wordBorder(text: string, limit: number): number {
  const space = text.slice(0, limit + 1).search(/\s\S*$/u);
  if (space > 0) return space;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1));
  return splitsPair ? limit - 1 : limit;
}
