import { readXml } from '../files/xml';
import { paragraphs } from './drawn';
import { type Piece } from './pieces';

/** Placeholders that say the same on every slide: its number, the date, what runs at its foot and head. */
const isRunning = /^(?:sldNum|dt|ftr|hdr)$/;
const isTitle = /^(?:title|ctrTitle)$/;
/** Placeholders whose paragraphs have dots, where the slide does not say otherwise. */
const isList = /^(?:body|obj)$/;

/** A slide's words: its title first, then what stands on it, in the order in which it was made; none of a hidden slide. Rejects with Unreadable. */
export async function piecesOfSlide(xml: string): Promise<Piece[]> {
  const titles: Piece[] = [];
  const rest: Piece[] = [];
  let isHidden = false;
  let passed = 0;
  let placeholder = '';
  let words = paragraphs();
  let table: string[][] = [];
  await readXml(xml, {
    open(name, attribute) {
      // In a Fallback stands the same again, for programs that cannot show it otherwise.
      if (name === 'Fallback' || passed > 0) return void passed++;
      if (name === 'sld') isHidden = /^(?:0|false)$/.test(attribute('show') ?? '');
      if (name === 'sp') placeholder = '';
      if (name === 'ph') placeholder = attribute('type') ?? 'obj';
      if (name === 'tbl') table = [];
      if (name === 'tr') table.push([]);
      if (name === 'sp' || name === 'tc') words = paragraphs();
      else words.open(name, attribute);
    },
    text(part) {
      if (passed === 0) words.text(part);
    },
    close(name) {
      if (passed > 0) return void passed--;
      words.close(name);
      if (name === 'tc') table.at(-1)?.push(words.line());
      if (name === 'tbl') rest.push({ kind: 'table', rows: table });
      if (name !== 'sp' || isRunning.test(placeholder)) return;
      if (isTitle.test(placeholder)) titles.push({ kind: 'heading', depth: 1, text: words.line() });
      else rest.push(...words.pieces(isList.test(placeholder)));
    },
  });
  return isHidden ? [] : [...titles, ...rest];
}

/** The words of a SmartArt picture, each of its shapes an entry. Rejects with Unreadable. */
export async function piecesOfDiagram(xml: string): Promise<Piece[]> {
  const words = paragraphs();
  await readXml(xml, words);
  return words.pieces(true);
}
