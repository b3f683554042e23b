import { longestUnit, type ListLine } from '../campaigns/audienceList';
import { type ListView } from '../hr/groups';
import { type ListSource } from '../hr/readList';
import { counted, fill, texts } from './texts';

const rows = (count: number): string => counted(texts.list.rows, count);
const named = (names: readonly string[]): string => names.map((name) => `”${name}”`).join(', ');

/** What HR does not see in the lines of an upload: which sheet was read, in which encoding, and what was left out. */
export function sourceWords({ sheet, otherSheets, unreadSheets, hiddenRows, encoding }: ListSource): string[] {
  const others = otherSheets.map((other) => `”${other.name}” (${rows(other.rows)})`).join(', ');
  return [
    sheet !== undefined && fill(texts.list.sheet, { sheet }),
    others !== '' && fill(texts.list.otherSheets, { sheets: others }),
    unreadSheets.length > 0 && fill(texts.list.unreadSheets, { sheets: named(unreadSheets) }),
    hiddenRows > 0 && counted(texts.list.hidden, hiddenRows),
    encoding !== undefined && encodingWords(encoding),
  ].filter((line) => line !== false);
}

const encodingWords = (encoding: string): string =>
  encoding === 'UTF-8 twice' ? texts.list.mendedEncoding : fill(texts.list.encoding, { encoding });

/** What HR is told about a whole list: an upload, or the members of a team, who have no units. */
export function listWords({ lines, unitHeading, source }: ListView): string[] {
  const usable = lines.filter(({ verdict }) => verdict === 'matched' || verdict === 'unknown');
  if (!source) return [texts.list.team];
  return [...sourceWords(source), ...(usable.length ? unitWords(usable, unitHeading) : [nobodyFound])];
}

const nobodyFound = texts.list.nobody;

function unitWords(usable: readonly ListLine[], heading: string | undefined): string[] {
  if (heading === undefined) return [texts.list.noUnits];
  const without = usable.filter(({ unit }) => !unit).length;
  const long = usable.filter(({ unit }) => unit.length >= longestUnit).length;
  return [
    heading ? fill(texts.list.units, { heading }) : texts.list.unitsNoHeading,
    without > 0 && fill(texts.list.withoutUnit, { rows: rows(without) }),
    long > 0 && fill(texts.list.longUnits, { rows: rows(long), longest: longestUnit }),
  ].filter((line) => line !== false);
}
