/** Letters and signs of Windows-1252 above ÿ. Together with those up to ÿ, they are all that the standard PDF fonts have. */
const above = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const isStandard = (letter: string): boolean => /^[\u0020-\u007e\u00a0-\u00ff]$/.test(letter) || above.includes(letter);

/**
 * A text in the letters of the standard PDF fonts. Another letter loses its accent; a space or hyphen gets the usual width; all
 * else becomes a question mark.
 */
export const inStandardLetters = (text: string): string =>
  [...text.normalize('NFC')].map((letter) => (isStandard(letter) ? letter : nearestOf(letter))).join('');

function nearestOf(letter: string): string {
  if (/\s/u.test(letter)) return ' ';
  if (/[\p{Cc}\p{Cf}\p{M}]/u.test(letter)) return '';
  if (/[\p{Pd}−]/u.test(letter)) return '-';
  const [bare = ''] = letter.normalize('NFKD');
  return isStandard(bare) ? bare : '?';
}
