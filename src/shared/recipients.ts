/** A part of a line up to a separator. A separator inside quotes or brackets does not count. */
const parts = /((?:"[^"\n]*"|<[^<>\n]*>|[^;,\n])+)([;,\n]|$)/g;
/** Words that a mail program writes before the line. */
const field = /^\s*(?:till|to|kopia|cc|hemlig kopia|bcc)\s*:/i;
const hasBracket = /[<([][^<>()[\]]*@/;

/**
 * Returns the recipients of a message, as mail programs write them in one line: `Öberg, Åsa <asa@b.se>; "Ek, Bo" <bo@b.se>, eva@b.se`.
 * Each keeps its name. A part without an address is returned as it is.
 */
export function recipientsIn(line: string): string[] {
  const found: string[] = [];
  let name = '';
  for (const [, part = '', separator] of line.replace(field, '').matchAll(parts)) {
    if (separator === ',' && !part.includes('@')) {
      // A comma may be part of a name, which ends at its address.
      name += `${part},`;
      continue;
    }
    if (part.includes('@') && !hasBracket.test(part)) found.push(name, part);
    else found.push(name + part);
    name = '';
  }
  return [...found, name].map((one) => one.trim().replace(/,$/, '')).filter((one) => /[^\s,]/.test(one));
}
