import { posix } from 'node:path';
import { unpack } from '../files/unpack';
import { Unreadable } from '../files/unreadable';
import { readXml } from '../files/xml';
import { sheetGrid, sheetLimits } from './grid';
import { dateOf, dateStyles, type Epoch } from './xlsxDates';

/**
 * The rows of a workbook's first sheet that is not hidden; row 1 is the first, as in Excel. Dates become ISO dates, truth values
 * Excel's words for them, formulas what they came to. Rejects with Unreadable.
 *
 * Not by read-excel-file: a file of a kilobyte whose one cell says that it stands in row 999,999,999 makes it fill the memory.
 */
export async function rowsOfXlsx(bytes: Buffer): Promise<string[][]> {
  const files = await unpack(bytes, sheetLimits);
  const workbook = files.get('xl/workbook.xml');
  if (workbook === undefined) throw new Unreadable('notASheet');
  const { relation, epoch } = await firstSheet(workbook);
  const parts = await relationsOf(files.get('xl/_rels/workbook.xml.rels') ?? nothing);
  const sheet = files.get(parts.find(({ id }) => id === relation)?.path ?? '');
  if (sheet === undefined) throw new Unreadable('broken');
  const fileOf = (kind: string) =>
    files.get(parts.find(({ type }) => type.endsWith(`/${kind}`))?.path ?? '') ?? nothing;
  const shared = await sharedTexts(fileOf('sharedStrings'));
  const dates = await dateStyles(fileOf('styles'));
  return readCells(sheet, (kind, style, value) => {
    if (kind === 's') return shared[Number(value)] ?? '';
    if (kind === 'b') return value === '1' ? 'SANT' : 'FALSKT';
    if (kind === 'd') return value.slice(0, 10);
    if (kind === 'n' && dates.has(style)) return dateOf(Number(value), epoch) ?? value;
    return kind === 'n' || kind === 'e' ? value : unescaped(value);
  });
}

/** Read in the place of a file that is not there. */
const nothing = '<nothing/>';

async function firstSheet(workbook: string): Promise<{ relation: string; epoch: Epoch }> {
  let relation: string | undefined;
  let epoch: Epoch = 1900;
  await readXml(workbook, {
    open(name, attribute) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attribute('date1904') ?? '')) epoch = 1904;
      if (name === 'sheet' && (attribute('state') ?? 'visible') === 'visible') relation ??= attribute('id');
    },
  });
  if (relation === undefined) throw new Unreadable('broken');
  return { relation, epoch };
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

/** The texts that cells refer to; how they sound (rPh) is no part of them. */
async function sharedTexts(xml: string): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isSound = false;
  await readXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 't') isText = true;
      if (name === 'rPh') isSound = true;
    },
    text(part) {
      if (isText && !isSound) text += part;
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rPh') isSound = false;
      if (name === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

/** Reads a sheet's cells; `shown` is told a cell's kind (`t`), its style and what stands in it. */
async function readCells(
  xml: string,
  shown: (kind: string, style: number, value: string) => string,
): Promise<string[][]> {
  const cells = sheetGrid();
  let [row, column, kind, style, value] = [0, 0, 'n', 0, ''];
  let isValue = false;
  let isSound = false;
  await readXml(xml, {
    open(name, attribute) {
      if (name === 'row') [row, column] = [numbered(attribute('r')) ?? row + 1, 0];
      if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        [kind, style, value] = [attribute('t') ?? 'n', Number(attribute('s') ?? 0), ''];
      }
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
  return cells.rows();
}

function numbered(row: string | undefined): number | undefined {
  if (row !== undefined && !/^[1-9]\d{0,14}$/.test(row)) throw new Unreadable('broken');
  return row === undefined ? undefined : Number(row);
}

/** 28 of "AB7". */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  const [, letters] = /^([A-Z]{1,9})\d+$/.exec(reference) ?? [];
  if (!letters) throw new Unreadable('broken');
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Excel writes what XML cannot hold as _x000D_. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
