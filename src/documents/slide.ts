import { readXml } from '../files/xml';
import { paragraphs } from './drawn';
import { type Piece } from './pieces';
import { inReadingOrder } from './readingOrder';
import { type Shape, shapesOf } from './slideShapes';

/** Placeholders with the same text on every slide: its number, the date, the header and the footer. */
const isRunning = /^(?:sldNum|dt|ftr|hdr)$/;
const isTitle = /^(?:title|ctrTitle)$/;

/** What the slides of a presentation have in common. */
export interface SlideSetting {
  /** The size of a slide, in the unit of its shapes. */
  readonly width: number;
  readonly height: number;
  /** The shapes of the slide's layout, then of its master: the places of the slide's placeholders. */
  readonly behind: readonly Shape[];
  /** The words of a SmartArt picture, by the name that the slide uses for it. */
  readonly diagram: (name: string) => readonly Piece[];
}

export interface SlideContent {
  readonly pieces: readonly Piece[];
  /** Words in shapes that nobody sees. */
  readonly hiddenWords: number;
  /** Whether the order of its boxes is a guess. */
  readonly isUncertain: boolean;
}

/** A slide's words: the title first, then the rest in reading order. @throws {Unreadable} */
export async function readSlide(xml: string, setting: SlideSetting): Promise<SlideContent> {
  const hidden: Shape[] = [];
  const seen = (shapes: readonly Shape[]): Shape[] =>
    shapes.flatMap((shape) => {
      const placed = { ...shape, box: shape.box ?? placeOf(shape, setting.behind) };
      if (isUnseen(placed, setting)) {
        hidden.push(placed);
        return [];
      }
      return shape.inside ? [{ ...placed, inside: seen(shape.inside) }] : [placed];
    });
  const { boxes, isUncertain } = ordered(seen(await shapesOf(xml)).filter(({ placeholder }) => !isRunning.test(placeholder?.type ?? ''))); // oxfmt-ignore
  const titles = boxes.filter(({ placeholder }) => isTitle.test(placeholder?.type ?? ''));
  const rest = boxes.filter((shape) => !titles.includes(shape));
  return {
    pieces: [
      ...titles.map(({ line }): Piece => ({ kind: 'heading', depth: 1, text: line })),
      ...rest.flatMap(({ pieces, diagram }) => (diagram === undefined ? pieces : setting.diagram(diagram))),
    ],
    hiddenWords: hidden.reduce((sum, shape) => sum + wordsIn(shape), 0),
    isUncertain,
  };
}

/** The place that the layout gives the placeholder, by its number, else by its kind. */
function placeOf({ placeholder }: Shape, behind: readonly Shape[]) {
  const places = behind.filter((shape) => shape.placeholder && shape.box);
  const { index, type } = placeholder ?? {};
  return placeholder && (places.find((shape) => index !== undefined && shape.placeholder!.index === index) ?? places.find((shape) => shape.placeholder!.type === type))?.box; // oxfmt-ignore
}

function isUnseen({ isHidden, box }: Shape, { width, height }: SlideSetting): boolean {
  return isHidden || (box !== undefined && (box.right < 0 || box.bottom < 0 || box.left > width || box.top > height));
}

/** Shapes without a place go with the shape that was drawn before them. A group is read as a whole. */
function ordered(shapes: readonly Shape[]): { boxes: Shape[]; isUncertain: boolean } {
  const units: { left: number; right: number; top: number; bottom: number; shapes: Shape[] }[] = [];
  const first: Shape[] = [];
  for (const shape of shapes) {
    if (shape.box) units.push({ ...shape.box, shapes: [shape] });
    else (units.at(-1)?.shapes ?? first).push(shape);
  }
  const { boxes, isUncertain } = inReadingOrder(units);
  const inside = [...first, ...boxes.flatMap((unit) => unit.shapes)].map((shape) =>
    shape.inside ? ordered(shape.inside) : { boxes: [shape], isUncertain: false },
  );
  return {
    boxes: inside.flatMap((each) => each.boxes),
    isUncertain: isUncertain || inside.some((each) => each.isUncertain),
  };
}

const wordsIn = ({ line, inside = [] }: Shape): number =>
  inside.reduce((sum, shape) => sum + wordsIn(shape), line.split(/\s+/).filter(Boolean).length);

/** The words of a SmartArt picture, one list item for each shape. @throws {Unreadable} */
export async function piecesOfDiagram(xml: string): Promise<Piece[]> {
  const words = paragraphs();
  await readXml(xml, words);
  return words.pieces(true);
}
