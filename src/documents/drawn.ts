import { type Listener } from '../files/xml';
import { type Piece } from './pieces';

/** A paragraph as a drawing writes it. */
interface Paragraph {
  text: string;
  level: number;
  /** The mark before it; undefined where the slide's layout decides. */
  mark?: 'dot' | 'number' | 'none';
}

/** A listener that collects the paragraphs of one shape, cell or diagram. */
export function paragraphs() {
  const all: Paragraph[] = [];
  let isText = false;
  const listener: Required<Listener> = {
    open(name, attribute) {
      const last = all.at(-1);
      if (name === 'p') all.push({ text: '', level: 0 });
      if (name === 't') isText = true;
      if (!last) return;
      if (name === 'br') last.text += ' ';
      if (name === 'pPr') last.level = Math.min(Number(attribute('lvl') ?? 0) || 0, 8);
      if (name === 'buNone') last.mark = 'none';
      if (name === 'buChar' || name === 'buBlip') last.mark = 'dot';
      if (name === 'buAutoNum') last.mark = 'number';
    },
    text(part) {
      if (isText && all.length > 0) all.at(-1)!.text += part;
    },
    close(name) {
      if (name === 't') isText = false;
    },
  };
  return {
    ...listener,
    /** On one line. */
    line: (): string => all.map(({ text }) => text).join(' '),
    /** The paragraphs as lists and text. `isList` says that the layout gives dots itself. */
    pieces(isList: boolean): Piece[] {
      const counts: number[] = [];
      const written = all.filter(({ text }) => text.trim());
      const hasDots = (paragraph: Paragraph) => (paragraph.mark ?? (isList ? 'dot' : 'none')) !== 'none';
      return written.map((paragraph): Piece => {
        const { text, level, mark } = paragraph;
        counts.length = Math.min(counts.length, level + 1);
        if (mark !== 'number') counts.length = Math.min(counts.length, level);
        if (!hasDots(paragraph)) return { kind: 'paragraph', text };
        if (mark !== 'number') return { kind: 'item', depth: level, text };
        const number = (counts[level] = (counts[level] ?? 0) + 1);
        return { kind: 'item', depth: level, number, text };
      });
    },
  };
}
