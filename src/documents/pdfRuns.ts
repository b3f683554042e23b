import { type TextRun } from './pdfRow';

/** A text as the parser gives it: its own matrix, in points. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** How a page is shown: the matrix from its own points to those that a reader sees, counted from the upper left corner. */
export interface View {
  readonly transform: readonly number[];
  readonly height: number;
}

/** Text of one direction, turned so that it is level and read from the left. */
export interface Direction {
  readonly runs: readonly TextRun[];
  /** Whether a reader must turn the page. */
  readonly isTurned: boolean;
}

/** The text of a page grouped by writing direction, the direction with most text first. */
export function directionsOf(items: readonly TextItem[], view: View): Direction[] {
  const groups = new Map<number, TextRun[]>();
  let last = 0;
  for (const item of items) {
    const { run, angle } = placed(item, view);
    // White space has no direction of its own.
    if (item.str.trim()) last = angle;
    groups.set(last, [...(groups.get(last) ?? []).splice(0), run]);
  }
  const weight = (runs: readonly TextRun[]) => runs.reduce((sum, { text }) => sum + text.trim().length, 0);
  return [...groups]
    .map(([angle, runs]) => ({ runs: printedOnce(runs), isTurned: angle !== 0, weight: weight(runs) }))
    .filter((direction) => direction.weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

function placed({ str, transform, width, height }: TextItem, view: View): { run: TextRun; angle: number } {
  const [a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = transform;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view.transform;
  const [px, py] = [va * e + vc * f + ve, vb * e + vd * f + vf];
  const degrees = (Math.atan2(vb * a + vd * b, va * a + vc * b) * 180) / Math.PI;
  // Letters that lean a little count as level.
  const angle = (Math.round(degrees / 15) * 15 + 360) % 360;
  const [dx, dy] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const x = px * dx + py * dy;
  const size = Math.hypot(c, d) || height || 1;
  // TeX steps back from an accent to the letter below it.
  const right = x + width - (endsInAccent.test(str) ? size / 2 : 0);
  return { run: { text: halved(str, width, size), x, y: px * dy - py * dx, right, size }, angle };
}

/** How TeX's older fonts write letters with accents: the accent, and then the letter. */
const accented = /([˚¨])\s?([aou])/giu;
const endsInAccent = /[˚¨]\s*$/u;
const combining: Readonly<Record<string, string>> = { '˚': '\u030a', '¨': '\u0308' };

/** A text in which accents that stand alone are on their letters again: "p˚a f¨orslag" becomes "på förslag". */
export const composed = (text: string): string =>
  text.replace(accented, (written, accent: string, letter: string) => {
    const one = `${letter}${combining[accent]}`.normalize('NFC');
    return one.length === 1 ? one : written;
  });

/** Removes bold type that a program makes by printing a text twice, slightly displaced. */
function printedOnce(runs: readonly TextRun[]): TextRun[] {
  const seen = new Map<string, TextRun[]>();
  return runs.filter((run) => {
    if (!run.text.trim()) return true;
    const same = seen.get(run.text) ?? [];
    if (same.some((other) => isUpon(other, run))) return false;
    seen.set(run.text, [...same.slice(-20), run]);
    return true;
  });
}

const isUpon = (one: TextRun, other: TextRun): boolean =>
  Math.abs(one.x - other.x) < other.size / 5 && Math.abs(one.y - other.y) < other.size / 5;

/** The same, letter by letter: each letter occurs twice, and the whole is no wider than half of it would be. */
function halved(text: string, width: number, size: number): string {
  const letters = [...text];
  const isDoubled = letters.length >= 8 && letters.length % 2 === 0 && letters.every((sign, at) => sign === letters[at ^ 1]); // oxfmt-ignore
  return isDoubled && width < letters.length * size * 0.35 ? letters.filter((_, at) => at % 2 === 0).join('') : text;
}
