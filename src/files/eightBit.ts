/** The characters of Windows-1252 where Latin 1 has control characters. Node 20's decoder confuses the two. */
const between = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** The upper half of code page 850, which DOS and other old programs used. */
const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** The one-byte encodings in which Swedish lists and texts come. Of two that fit equally, the first counts. */
export const eightBitEncodings = {
  'Windows-1252': (bytes: Buffer): string =>
    bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (sign) => between[sign.charCodeAt(0) - 0x80] ?? sign),
  'Mac Roman': (bytes: Buffer): string => new TextDecoder('macintosh').decode(bytes),
  'code page 850': (bytes: Buffer): string =>
    bytes.toString('latin1').replace(/[\u0080-\u00ff]/g, (sign) => cp850[sign.charCodeAt(0) - 0x80] ?? sign),
} as const;

/** How many characters beyond ASCII are looked at: enough to tell one encoding from another. */
const ENOUGH = 5000;

const beyondAscii = /[^\u0000-\u007f]/g;
const quoted = /(?<=^|[\s(;,])[“”][^“”\n]{1,80}”(?=[\s).,;:!?]|$)/gmu;

/**
 * Returns how much a text looks like Swedish: the higher, the more likely. Below 0 the text was probably read with the wrong
 * encoding.
 * It counts the first letters beyond ASCII and their neighbours, and Swedish quotation marks in the first million characters.
 */
export function swedishness(text: string): number {
  let score = 0;
  let seen = 0;
  for (const { 0: sign, index } of text.matchAll(beyondAscii)) {
    score += fit(sign, text[index - 1] ?? ' ', text[index + 1] ?? ' ');
    if (++seen === ENOUGH) break;
  }
  return score + 4 * (text.slice(0, 1_000_000).match(quoted)?.length ?? 0);
}

const letter = /\p{L}/u;
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;
const ours = /[åäöÅÄÖ]/;
const foreign = /[^\u0000-\u007fåäöÅÄÖ\P{L}]/u;
const borrowed = /[éüèàæøÉÜÆØ]/;

/** What one character says, by the characters before and after it. */
function fit(sign: string, before: string, after: string): number {
  if (letter.test(sign)) {
    if (isOddlyCased(sign, before, after)) return -3;
    // A letter that is a word says little: "å" and "ö" are words, and "100 €" is "100 Ä" in another encoding.
    const isAlone = !letter.test(before) && !letter.test(after);
    if (isAlone) return /[åö]/.test(sign) ? 2 : /[ÅÖà]/.test(sign) ? 1 : ours.test(sign) ? 0 : -2;
    if (ours.test(sign)) return 2;
    if (foreign.test(before) || foreign.test(after)) return -2;
    return borrowed.test(sign) ? 1 : 0;
  }
  const isWithin = letter.test(before) && letter.test(after);
  if (/[–—’\u00a0\u00ad·]/.test(sign)) return sign === '–' && !isWithin ? 1 : 0;
  if (/[“”«»]/.test(sign)) return isWithin ? -2 : 1;
  if (sign === '€' && !letter.test(after)) return 1;
  if (/[…€§°•½¼¾®©™²³´×]/.test(sign)) return letter.test(after) ? -2 : 0;
  return /[\u0080-\u009f]/.test(sign) ? -4 : -2;
}

/** A capital letter inside a word of small letters, or a small letter among capitals. */
function isOddlyCased(sign: string, before: string, after: string): boolean {
  if (upper.test(sign)) return lower.test(before) || (letter.test(before) && lower.test(after));
  return upper.test(before) && upper.test(after);
}
