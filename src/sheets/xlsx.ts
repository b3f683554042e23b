import { posix } from 'node:path';
import { unpack } from '../files/unpack';
import { Unreadable } from '../files/unreadable';
import { readXml } from '../files/xml';
import { freeCharacters, sheetGrid, sheetLimits } from './grid';
import { type Sheet, type SheetFault, type UnreadSheet } from './sheet';
import { sharedTexts, unescaped } from './xlsxTexts';
import { dateOf, dateStyles, type Epoch } from './xlsxDates';

/**
 * The sheets of a workbook that are not hidden and hold something. Row 1 is the first, as in Excel. Dates become ISO dates, truth
 * values Excel's words, formulas their results. We do not use read-excel-file: a file of a kilobyte whose one cell says that it
 * is in row 999,999,999 makes that package fill the memory.
 * @throws {Unreadable}
 */
export async function readXlsx(bytes: Buffer): Promise<{ sheets: Sheet[]; unread: UnreadSheet[] }> {
  const files = await unpack(bytes, sheetLimits);
  const workbook = files.get('xl/workbook.xml');
  if (workbook === undefined) throw new Unreadable<SheetFault>('notASheet');
  const { listed, epoch } = await listedSheets(workbook);
  const parts = await relationsOf(files.get('xl/_rels/workbook.xml.rels') ?? nothing);
  const fileOf = (kind: string) =>
    files.get(parts.find(({ type }) => type.endsWith(`/${kind}`))?.path ?? '') ?? nothing;
  const shared = await sharedTexts(fileOf('sharedStrings'));
  const dates = await dateStyles(fileOf('styles'));
  const shown: Shown = (kind, style, value) => {
    if (kind === 's') return shared[Number(value)] ?? '';
    if (kind === 'b') return value === '1' ? 'SANT' : 'FALSKT';
    if (kind === 'd') return value.slice(0, 10);
    if (kind === 'n' && dates.has(style)) return dateOf(Number(value), epoch) ?? value;
    return kind === 'n' || kind === 'e' ? value : unescaped(value);
  };
  const free = freeCharacters();
  const sheets: Sheet[] = [];
  const unread: UnreadSheet[] = [];
  for (const { name, relation } of listed.filter(({ isHidden }) => !isHidden)) {
    const xml = files.get(parts.find(({ id }) => id === relation)?.path ?? '');
    try {
      if (xml === undefined) throw new Unreadable<SheetFault>('broken');
      const sheet = await readCells(xml, shown, free);
      if (sheet.rows.length) sheets.push({ name, ...sheet });
    } catch (error) {
      // All sheets together are too large, so the next one would be too.
      if (!(error instanceof Unreadable) || error.fault === 'tooLarge') throw error;
      unread.push({ name, fault: error.fault as SheetFault });
    }
  }
  if (!sheets.length) throw new Unreadable<SheetFault>(unread[0]?.fault ?? (listed.some(({ isHidden }) => isHidden) ? 'allHidden' : 'empty'), unread[0]?.name); // oxfmt-ignore
  return { sheets, unread };
}

/** Read instead of a file that does not exist. */
const nothing = '<nothing/>';

interface ListedSheet {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

async function listedSheets(workbook: string): Promise<{ listed: readonly ListedSheet[]; epoch: Epoch }> {
  const listed: ListedSheet[] = [];
  let epoch: Epoch = 1900;
  await readXml(workbook, {
    open(name, attribute) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attribute('date1904') ?? '')) epoch = 1904;
      if (name !== 'sheet') return;
      const isHidden = (attribute('state') ?? 'visible') !== 'visible';
      listed.push({ name: attribute('name') ?? '', relation: attribute('id') ?? '', isHidden });
    },
  });
  if (!listed.length) throw new Unreadable<SheetFault>('broken');
  return { listed, epoch };
}

async function relationsOf(xml: string): Promise<{ id: string; type: string; path: string }[]> {
  const found: { id: string; type: string; path: string }[] = [];
  await readXml(xml, {
    open(name, attribute) {
      const [id, type, target] = [attribute('Id'), attribute('Type'), attribute('Target')];
      if (name === 'Relationship' && id && type && target)
        found.push({ id, type, path: posix.resolve('/xl', target).slice(1) });
    },
  });
  return found;
}

/** What a cell shows, by its type (`t`), its style and its content. */
type Shown = (kind: string, style: number, value: string) => string;

async function readCells(xml: string, shown: Shown, free: { left: number }): Promise<Sheet> {
  const cells = sheetGrid(free);
  const merged: Merged[] = [];
  let [row, column, kind, style, value] = [0, 0, 'n', 0, ''];
  let isValue = false;
  let isSound = false;
  await readXml(xml, {
    open(name, attribute) {
      if (name === 'row') {
        [row, column] = [numbered(attribute('r')) ?? row + 1, 0];
        if (/^(1|true)$/.test(attribute('hidden') ?? '')) cells.hide(row);
      }
      if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        [kind, style, value] = [attribute('t') ?? 'n', Number(attribute('s') ?? 0), ''];
      }
      if (name === 'mergeCell') merged.push(mergedIn(attribute('ref') ?? ''));
      if (name === 'v' || name === 't') isValue = true;
      if (name === 'rPh') isSound = true;
    },
    text(part) {
      if (isValue && !isSound) value += part;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'rPh') isSound = false;
      if (name === 'c' && value) cells.put(row, column, shown(kind, style, value));
    },
  });
  for (const { column, from, to } of apart(merged)) cells.merge(column, from, to);
  return cells.sheet();
}

/** Rows of one column that are shown as one cell. */
interface Merged {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

function mergedIn(reference: string): Merged {
  const [, letters, from, to] = /^([A-Z]{1,9})([1-9]\d{0,14})(?::[A-Z]{1,9}([1-9]\d{0,14}))?$/.exec(reference) ?? [];
  if (!letters) throw new Unreadable('broken');
  return { column: columnOf(`${letters}1`)!, from: Number(from), to: Number(to ?? from) };
}

/** Overlapping ranges are left out, as no program writes them: a thousand over the same rows would take for ever. */
function apart(merged: readonly Merged[]): readonly Merged[] {
  const ends = new Map<number, number>();
  return [...merged]
    .sort((one, other) => one.from - other.from)
    .filter(({ column, from, to }) => {
      const isApart = from > (ends.get(column) ?? 0) && to > from;
      if (isApart) ends.set(column, to);
      return isApart;
    });
}

function numbered(row: string | undefined): number | undefined {
  if (row !== undefined && !/^[1-9]\d{0,14}$/.test(row)) throw new Unreadable('broken');
  return row === undefined ? undefined : Number(row);
}

/** The column's number: 28 of "AB7". */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  const [, letters] = /^([A-Z]{1,9})\d+$/.exec(reference) ?? [];
  if (!letters) throw new Unreadable('broken');
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
