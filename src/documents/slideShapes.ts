import { readXml } from '../files/xml';
import { paragraphs } from './drawn';
import { type Piece } from './pieces';
import { type Box } from './readingOrder';

/** A shape on a slide, a layout or a master: a box with words, a table, a picture, or a group of shapes. */
export interface Shape {
  /** Its place on the slide; undefined where the layout decides. */
  readonly box?: Box;
  readonly placeholder?: { readonly type: string; readonly index?: string };
  readonly isHidden: boolean;
  readonly pieces: readonly Piece[];
  /** The same words on one line. */
  readonly line: string;
  /** The name by which the slide refers to its SmartArt. */
  readonly diagram?: string;
  /** The shapes of a group. */
  readonly inside?: readonly Shape[];
}

/** Placeholders whose paragraphs have dots, where the slide does not say otherwise. */
const isList = /^(?:body|obj)$/;
const isLeaf = /^(?:sp|graphicFrame|pic|cxnSp)$/;

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Draft = { -readonly [Key in keyof Shape]: Shape[Key] } & { place?: Place; within?: Place; shapes: Shape[] };

const draft = (): Draft => ({ isHidden: false, pieces: [], line: '', shapes: [] });

/** The shapes in the order in which they were drawn. @throws {Unreadable} */
export async function shapesOf(xml: string): Promise<Shape[]> {
  const whole = draft();
  const open: Draft[] = [whole];
  let passed = 0;
  let isPlacing = false;
  let words = paragraphs();
  let table: string[][] | undefined;

  const place = (field: 'place' | 'within', part: Partial<Place>) => {
    const shape = open.at(-1)!;
    if (isPlacing) shape[field] = { ...(shape[field] ?? { x: 0, y: 0, width: 0, height: 0 }), ...part };
  };

  await readXml(xml, {
    open(name, attribute) {
      const number = (key: string) => Number(attribute(key)) || 0;
      // A Fallback repeats the content for programs that cannot show it otherwise.
      if (name === 'Fallback' || passed > 0) return void passed++;
      if (isLeaf.test(name) || name === 'grpSp') open.push(draft());
      const shape = open.at(-1)!;
      if (name === 'cNvPr') shape.isHidden = /^(?:1|true)$/.test(attribute('hidden') ?? '');
      if (name === 'xfrm') isPlacing = true;
      if (name === 'off') place('place', { x: number('x'), y: number('y') });
      if (name === 'ext') place('place', { width: number('cx'), height: number('cy') });
      if (name === 'chOff') place('within', { x: number('x'), y: number('y') });
      if (name === 'chExt') place('within', { width: number('cx'), height: number('cy') });
      if (name === 'ph') shape.placeholder = { type: attribute('type') ?? 'obj', index: attribute('idx') };
      if (name === 'relIds') shape.diagram = attribute('r:dm');
      if (name === 'tbl') table = [];
      if (name === 'tr') table?.push([]);
      if (isLeaf.test(name) || name === 'tc') words = paragraphs();
      else words.open(name, attribute);
    },
    text(part) {
      if (passed === 0) words.text(part);
    },
    close(name) {
      if (passed > 0) return void passed--;
      words.close(name);
      if (name === 'xfrm') isPlacing = false;
      if (name === 'tc') table?.at(-1)?.push(words.line());
      if (!isLeaf.test(name) && name !== 'grpSp') return;
      const shape = open.pop()!;
      if (name === 'graphicFrame' && table) {
        shape.pieces = [{ kind: 'table', rows: table }];
        shape.line = table.flat().join(' ');
        table = undefined;
      } else if (name !== 'grpSp') {
        shape.pieces = words.pieces(isList.test(shape.placeholder?.type ?? ''));
        shape.line = words.line();
      }
      words = paragraphs();
      open.at(-1)?.shapes.push(shapeOf(shape, name === 'grpSp'));
    },
  });
  return whole.shapes;
}

function shapeOf({ place, within, shapes, ...shape }: Draft, isGroup: boolean): Shape {
  const box = place && boxOf(place);
  if (!isGroup) return { ...shape, ...(box && { box }) };
  const inside = place && within ? shapes.map((each) => moved(each, within, place)) : shapes;
  return { ...shape, ...(box && { box }), inside };
}

const boxOf = ({ x, y, width, height }: Place): Box => ({ left: x, right: x + width, top: y, bottom: y + height });

/** A group measures its shapes in its own unit. */
function moved(shape: Shape, from: Place, to: Place): Shape {
  const across = (x: number) => to.x + ((x - from.x) * to.width) / (from.width || 1);
  const down = (y: number) => to.y + ((y - from.y) * to.height) / (from.height || 1);
  const { box, inside } = shape;
  return {
    ...shape,
    ...(box && { box: { left: across(box.left), right: across(box.right), top: down(box.top), bottom: down(box.bottom) } }), // oxfmt-ignore
    ...(inside && { inside: inside.map((each) => moved(each, from, to)) }),
  };
}
