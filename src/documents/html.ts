import { readXml } from '../files/xml';
import { piecesOfTable } from './htmlTable';
import { type Piece } from './pieces';

const heading = /^h([1-6])$/;
const isBlock = /^(?:h[1-6]|p|li|ul|ol|table|tr|td|th)$/;
const isCell = /^t[dh]$/;

/** The content of the document, or of one cell of a table. */
interface Flow {
  readonly pieces: Piece[];
  readonly lists: { readonly isOrdered: boolean; count: number }[];
  text: string;
  depth: number;
  isNewItem: boolean;
}

const flow = (): Flow => ({ pieces: [], lists: [], text: '', depth: 0, isNewItem: false });

/** Reads the simple, well-formed HTML into which a Word file or a web page is converted. @throws {Unreadable} */
export async function piecesOfHtml(html: string): Promise<Piece[]> {
  const whole = flow();
  const flows = [whole];
  const tables: Piece[][][][] = [];
  let isWayBack = false;

  await readXml(`<html>${html}</html>`, {
    open(name, attribute) {
      const now = flows.at(-1)!;
      if (isBlock.test(name)) end(now);
      if (name === 'br') now.text += ' ';
      if (name === 'a') isWayBack = attribute('href')?.startsWith('#footnote-ref') ?? false;
      if (name === 'ul' || name === 'ol') now.lists.push({ isOrdered: name === 'ol', count: 0 });
      if (name === 'li') {
        const list = now.lists.at(-1);
        if (list) list.count++;
        now.isNewItem = true;
      }
      now.depth = Number(heading.exec(name)?.[1] ?? now.depth);
      if (name === 'table') tables.push([]);
      if (name === 'tr') tables.at(-1)?.push([]);
      if (isCell.test(name)) flows.push(flow());
    },
    text(part) {
      if (!isWayBack) flows.at(-1)!.text += part;
    },
    close(name) {
      const now = flows.at(-1)!;
      if (isBlock.test(name)) end(now);
      if (heading.test(name)) now.depth = 0;
      if (name === 'a') isWayBack = false;
      if (name === 'ul' || name === 'ol') now.lists.pop();
      if (isCell.test(name) && flows.length > 1) tables.at(-1)?.at(-1)?.push(flows.pop()!.pieces);
      if (name === 'table') flows.at(-1)!.pieces.push(...piecesOfTable(tables.pop() ?? []));
    },
  });
  return whole.pieces;
}

/** Makes a piece of what has been read so far. */
function end(now: Flow) {
  const { pieces, lists, text, depth } = now;
  const open = pieces.at(-1);
  if (!text.trim()) return;
  if (depth > 0) pieces.push({ kind: 'heading', depth, text });
  else if (lists.length === 0) pieces.push({ kind: 'paragraph', text });
  else if (now.isNewItem || open?.kind !== 'item') {
    const { isOrdered, count } = lists.at(-1)!;
    pieces.push({ kind: 'item', depth: lists.length - 1, text, ...(isOrdered && { number: count }) });
    now.isNewItem = false;
  } else pieces[pieces.length - 1] = { ...open, text: `${open.text} ${text}` };
  now.text = '';
}
