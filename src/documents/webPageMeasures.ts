import { type ChildNode, type Document, type Element, type ParentNode, isTag, isText } from 'domhandler';

/** What an element holds. */
interface Measure {
  /** The number of letters, and of letters in links. */
  readonly letters: number;
  readonly linked: number;
  readonly links: number;
  /** Whether it has a first-level heading or a part that is marked as the main one. */
  readonly hasMain: boolean;
}

export type Measures = (element: Element) => Measure;

const unread = new Set(['script', 'style', 'template', 'noscript']);
const nothing: Measure = { letters: 0, linked: 0, links: 0, hasMain: false };

/**
 * Measures every element of a page in one pass, because measuring each on its own would take too long. Returns a function that gives
 * an element's measure.
 */
export function measure(page: Document): Measures {
  const measures = new Map<ParentNode, Measure>();
  const open: { readonly node: ChildNode; readonly isEnd: boolean }[] = [];
  const begin = (parent: ParentNode) => {
    for (const node of parent.children) open.push({ node, isEnd: false });
  };
  begin(page);
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, isEnd } = next;
    if (isText(node)) add(measures, node.parent, { ...nothing, letters: node.data.replace(/\s+/g, '').length });
    if (!isTag(node) || unread.has(node.name)) continue;
    if (isEnd) add(measures, node.parent, passedOn(node, measures.get(node) ?? nothing));
    else {
      open.push({ node, isEnd: true });
      begin(node);
    }
  }
  return (element) => measures.get(element) ?? nothing;
}

function passedOn({ name, attribs }: Element, within: Measure): Measure {
  const isMain = name === 'h1' || name === 'main' || attribs.role === 'main';
  const isLink = name === 'a';
  return {
    letters: within.letters,
    linked: isLink ? within.letters : within.linked,
    links: within.links + Number(isLink),
    hasMain: within.hasMain || isMain,
  };
}

function add(measures: Map<ParentNode, Measure>, parent: ParentNode | null, more: Measure): void {
  if (!parent) return;
  const now = measures.get(parent) ?? nothing;
  measures.set(parent, {
    letters: now.letters + more.letters,
    linked: now.linked + more.linked,
    links: now.links + more.links,
    hasMain: now.hasMain || more.hasMain,
  });
}
