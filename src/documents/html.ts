import { readXml } from '../files/xml';
import { type Piece } from './pieces';

const heading = /^h([1-6])$/;
const isBlock = /^(?:h[1-6]|p|li|ul|ol|table|tr|td|th)$/;

/** The simple, well-formed HTML that a Word file becomes. Rejects with Unreadable. */
export async function piecesOfHtml(html: string): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const lists: { isOrdered: boolean; count: number }[] = [];
  let table: string[][] | undefined;
  let tables = 0;
  let text = '';
  let depth = 0;
  let isNewItem = false;
  let isWayBack = false;

  const end = () => {
    const open = pieces.at(-1);
    if (table || !text.trim()) return;
    if (depth > 0) pieces.push({ kind: 'heading', depth, text });
    else if (lists.length === 0) pieces.push({ kind: 'paragraph', text });
    else if (isNewItem || open?.kind !== 'item') {
      const { isOrdered, count } = lists.at(-1)!;
      pieces.push({ kind: 'item', depth: lists.length - 1, text, ...(isOrdered && { number: count }) });
      isNewItem = false;
    } else pieces[pieces.length - 1] = { ...open, text: `${open.text} ${text}` };
    text = '';
  };

  await readXml(`<html>${html}</html>`, {
    open(name, attribute) {
      if (isBlock.test(name)) end();
      if (name === 'br') text += ' ';
      if (name === 'a') isWayBack = attribute('href')?.startsWith('#footnote-ref') ?? false;
      if (table) text += isBlock.test(name) ? ' ' : '';
      else if (name === 'ul' || name === 'ol') lists.push({ isOrdered: name === 'ol', count: 0 });
      else if (name === 'li') {
        lists.at(-1)!.count++;
        isNewItem = true;
      }
      depth = Number(heading.exec(name)?.[1] ?? depth);
      if (name === 'table' && ++tables === 1) table = [];
      if (name === 'tr' && tables === 1) table?.push([]);
      if ((name === 'td' || name === 'th') && tables === 1) text = '';
    },
    text(part) {
      if (!isWayBack) text += part;
    },
    close(name) {
      if (isBlock.test(name)) end();
      if (heading.test(name)) depth = 0;
      if (name === 'a') isWayBack = false;
      if ((name === 'td' || name === 'th') && tables === 1) table?.at(-1)?.push(text);
      if (!table && (name === 'ul' || name === 'ol')) lists.pop();
      if (name === 'table' && --tables === 0) {
        pieces.push({ kind: 'table', rows: table ?? [] });
        [table, text] = [undefined, ''];
      }
    },
  });
  return pieces;
}
