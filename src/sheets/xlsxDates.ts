import { readXml } from '../files/xml';

/** The year that a workbook counts its days from. */
export type Epoch = 1900 | 1904;

/** Excel's own formats that show a date. */
const builtIn = new Set([14, 15, 16, 17, 22]);

/** The styles of a workbook that show a date, by their numbers. @throws {Unreadable} */
export async function dateStyles(xml: string): Promise<ReadonlySet<number>> {
  const formats = new Set(builtIn);
  const styles = new Set<number>();
  let [isOfCells, style] = [false, 0];
  await readXml(xml, {
    open(name, attribute) {
      if (name === 'numFmt' && showsDate(attribute('formatCode') ?? '')) formats.add(Number(attribute('numFmtId')));
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'xf' && isOfCells) {
        if (formats.has(Number(attribute('numFmtId')))) styles.add(style);
        style++;
      }
    },
    close(name) {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return styles;
}

/** Whether a format has a year or a day outside its quoted parts. */
const showsDate = (format: string): boolean =>
  /[yd]/i.test(format.slice(0, 100).replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, ''));

const DAY = 24 * 60 * 60 * 1000;
/** Day 0. Excel has a 29 February 1900, so its days from March 1900 on are right when counted from here. */
const beginnings: Readonly<Record<Epoch, number>> = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

/** The ISO date of a workbook's day number; undefined where it is no date before the year 10,000. */
export function dateOf(days: number, epoch: Epoch): string | undefined {
  const date = new Date(beginnings[epoch] + Math.floor(days) * DAY);
  return days >= 1 && date.getTime() < Date.UTC(10_000, 0, 1) ? date.toISOString().slice(0, 10) : undefined;
}
