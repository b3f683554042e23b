/** Words after a hyphen that stands for the rest of a word: "vård- och omsorg". */
const conjunction = /^(?:och|eller|samt|respektive|men|till|som)(?=$|[\s,.])/;

/**
 * Joins a line and the next one. A word that was broken at the line's end becomes whole: "tillits-" and "baserad" become one
 * word.
 */
export function joined(line: string, next: string): string {
  if (line.endsWith('\u00ad')) return line.slice(0, -1) + next;
  if (!/[\p{L}\d]-$/u.test(line) || conjunction.test(next)) return `${line} ${next}`;
  // "HR-avdelning", "e-post", "2020-talet" and "Söder-Norr" have a hyphen of their own.
  const isOwn = /(?:[\p{Lu}\d]|(?<!\p{L})\p{L})-$/u.test(line) || !/^\p{Ll}/u.test(next);
  return (isOwn ? line : line.slice(0, -1)) + next;
}
