import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import { type Measures } from './webPageMeasures';

/** Elements that no reader takes for the page's text. */
const leftOut = new Set(
  (
    'script style template noscript head iframe frame frameset object embed applet audio video canvas svg math map ' +
    'form input select textarea option optgroup datalist output progress meter nav dialog menu noframes noembed'
  ).split(' '),
);
/** The frame of a page, where it does not mark its main part. */
const frames = new Set(['header', 'footer', 'aside']);
const frameRoles = /^(navigation|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|complementary)$/;
/** Names that web sites give to what is on every page. */
const framing = new Set(
  'nav navigation navbar menu meny breadcrumb breadcrumbs brodsmulor cookie cookies consent skiplink skiplinks share social sidebar sidhuvud sidfot footer pagination'.split(
    ' ',
  ),
);
const notSeen = new Set('hidden visuallyhidden screenreader srtext sronly'.split(' '));
const blocks = new Set(
  'p div section article header footer aside main address blockquote pre figure figcaption details summary dl dt dd fieldset legend center caption hr'.split(
    ' ',
  ),
);
const headings = /^h[1-6]$/;
/** How deep lists and tables may be nested; deeper ones are read as paragraphs. */
const deepestNesting = 8;
/** A block with at least this many links, which hold at least this share of its letters, is a menu. */
const menu = { links: 3, share: 0.7 };

interface Written {
  /** Well-formed HTML: headings, lists, tables, and `<p/>` between paragraphs. */
  readonly html: string;
  /** Words that no reader of the page sees. */
  readonly hiddenWords: number;
}

/** A part of a page as simple HTML, as a Word file gives it too. `isMarked` says that the page marks it as its main part. */
export function simpleHtml(part: Document | Element, isMarked: boolean, measures: Measures): Written {
  const written: string[] = [];
  let hiddenWords = 0;
  let nesting = 0;
  // A node to write, or the end of one. There is no recursion, because a page may be nested deep.
  const open: (ChildNode | { readonly end: string; readonly isNest: boolean })[] = [];
  const later = (nodes: readonly ChildNode[]) => {
    for (let at = nodes.length - 1; at >= 0; at--) open.push(nodes[at]!);
  };
  later(part.children);
  for (let node = open.pop(); node; node = open.pop()) {
    if ('end' in node) {
      written.push(node.end);
      if (node.isNest) nesting--;
      continue;
    }
    if (isText(node)) written.push(escaped(node.data));
    if (!isTag(node)) continue;
    const { name } = node;
    if (isHidden(node)) {
      hiddenWords += wordsIn(node);
      continue;
    }
    if (isLeftOut(node, isMarked, measures)) {
      written.push('<p/>');
      continue;
    }
    const tag = tagOf(node, nesting);
    if (tag === undefined) {
      const edge = blocks.has(name) || isNest(name) ? '<p/>' : name === 'br' ? ' ' : '';
      written.push(edge);
      if (edge) open.push({ end: edge, isNest: false });
    } else {
      written.push(`<${tag}>`);
      open.push({ end: `</${tag}>`, isNest: isNest(name) });
      if (isNest(name)) nesting++;
    }
    later(node.children);
  }
  return { html: written.join(''), hiddenWords };
}

const isNest = (name: string): boolean => name === 'ul' || name === 'ol' || name === 'table';
const parts = new Map([
  ['li', ['ul', 'ol']],
  ['tr', ['table', 'tbody', 'thead', 'tfoot']],
  ['td', ['tr']],
  ['th', ['tr']],
]);

/** The tag to keep; undefined for a paragraph and for words within one. */
function tagOf({ name, parent }: Element, nesting: number): string | undefined {
  if (nesting > deepestNesting) return undefined;
  if (headings.test(name)) return name;
  if (isNest(name)) return nesting < deepestNesting ? name : undefined;
  const within = parts.get(name);
  return within && parent && 'name' in parent && within.includes(parent.name) ? name : undefined;
}

function isLeftOut(element: Element, isMarked: boolean, measures: Measures): boolean {
  const { name, attribs } = element;
  const { hasMain, letters, linked, links } = measures(element);
  // Some systems put the whole page into one form.
  if (leftOut.has(name)) return !(name === 'form' && hasMain);
  // A heading that unfolds its text is a button inside the heading.
  if (name === 'button') return !isWithinHeading(element);
  if (hasMain || name === 'body') return false;
  if (frameRoles.test(attribs.role ?? '')) return true;
  if (!isMarked && frames.has(name)) return true;
  if (namesOf(attribs).some((each) => framing.has(each))) return true;
  return isGroup.test(name) && links >= menu.links && linked >= menu.share * letters;
}

const isGroup = /^(?:div|section|ul|ol|aside)$/;

function isWithinHeading({ parent }: Element): boolean {
  return parent !== null && 'name' in parent && (headings.test(parent.name) || parent.name === 'summary');
}

/** The words of a name: "pageFooter site-nav" is page, footer, site and nav. */
const namesOf = ({ id = '', class: classes = '' }: Element['attribs']): string[] =>
  `${id} ${classes}`
    .slice(0, 500)
    .replace(/([a-zåäö])([A-ZÅÄÖ])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-zåäö]+/);

const unseen =
  /display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d]*[1-9])|font-size\s*:\s*0(?![.\d]*[1-9])|text-indent\s*:\s*-\d{3}|(?:left|top)\s*:\s*-\d{3}/i;

function isHidden({ attribs }: Element): boolean {
  if (attribs.hidden !== undefined || attribs['aria-hidden'] === 'true') return true;
  if (attribs.style && unseen.test(attribs.style.slice(0, 1000))) return true;
  const classes = (attribs.class ?? '').slice(0, 500).toLowerCase().split(/\s+/);
  return classes.some((each) => notSeen.has(each.replace(/[-_]/g, '')) || /^(sr-only|visually-hidden)$/.test(each));
}

function wordsIn(element: Element): number {
  let words = 0;
  const open: ChildNode[] = [...element.children];
  for (let node = open.pop(); node; node = open.pop()) {
    if (isText(node)) words += node.data.split(/\s+/).filter(Boolean).length;
    else if (isTag(node) && node.name !== 'script' && node.name !== 'style')
      for (const child of node.children) open.push(child);
  }
  return words;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** XML forbids these characters, and no reader sees them. */
const escaped = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>]/g, (mark) => marks[mark]!);
