/** The place of something on a page or slide. `top` is less than `bottom`. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Ordered<T> {
  readonly boxes: readonly T[];
  /** True where another order is as likely: boxes that stand in rows and in columns. */
  readonly isUncertain: boolean;
}

/**
 * Boxes in reading order: from the top and from the left, and column by column where only columns separate them. Boxes that form
 * both rows and columns are read in rows, unless they were drawn in columns.
 */
export function inReadingOrder<T extends Box>(drawn: readonly T[]): Ordered<T> {
  if (drawn.length < 2) return { boxes: drawn, isUncertain: false };
  const rows = parted(drawn, 'top', 'bottom');
  const columns = parted(drawn, 'left', 'right');
  if (rows.length < 2 && columns.length < 2)
    return { boxes: [...drawn].sort((a, b) => a.top - b.top || a.left - b.left), isUncertain: false };
  const down = rows.length > 1 ? joinedOrder(rows) : undefined;
  const across = columns.length > 1 ? joinedOrder(columns) : undefined;
  if (!down || !across) return (down ?? across)!;
  const isSame = down.boxes.every((box, at) => box === across.boxes[at]);
  const isDrawnAcross = across.boxes.every((box, at) => box === drawn[at]);
  const chosen = isDrawnAcross ? across : down;
  return { boxes: chosen.boxes, isUncertain: chosen.isUncertain || !(isSame || isDrawnAcross) };
}

function joinedOrder<T extends Box>(parts: readonly T[][]): Ordered<T> {
  const ordered = parts.map(inReadingOrder);
  return {
    boxes: ordered.flatMap(({ boxes }) => boxes),
    isUncertain: ordered.some(({ isUncertain }) => isUncertain),
  };
}

/** Frames overlap a little while their words do not. This share of a frame is left out at each of its sides. */
const SLACK = 0.15;

/**
 * Splits the boxes where nothing is between them, in order along one side. Within a part they keep the order in which they were
 * drawn.
 */
function parted<T extends Box>(boxes: readonly T[], from: 'top' | 'left', to: 'bottom' | 'right'): T[][] {
  const spans = boxes
    .map((box, at) => ({ box, at, slack: (box[to] - box[from]) * SLACK }))
    .sort((a, b) => a.box[from] + a.slack - (b.box[from] + b.slack));
  const parts: (typeof spans)[] = [];
  let end = -Infinity;
  for (const span of spans) {
    if (span.box[from] + span.slack >= end) parts.push([]);
    parts.at(-1)!.push(span);
    end = Math.max(end, span.box[to] - span.slack);
  }
  return parts.map((part) => part.sort((a, b) => a.at - b.at).map(({ box }) => box));
}
