import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import { DomHandler, Parser } from 'htmlparser2';
import { webAddressOf } from '../knowledge/documents/document';
import { type FormatContent, type PageFacts } from './content';
import { documentRefusal } from './documentFault';
import { piecesOfHtml } from './html';
import { mainPart } from './webPageMain';
import { measure } from './webPageMeasures';
import { simpleHtml } from './webPageText';

/** The most elements, texts and comments of a page. A long report on one page has some ten thousand. */
const mostNodes = 400_000;
/** How deep elements may be nested. Browsers follow some five hundred levels. */
const deepest = 1000;

/**
 * The main text of a saved web page, and what the page says about itself. Menus, banners, scripts, forms and hidden parts are
 * left out, and nothing is fetched. `address` is where the page was saved from, where known.
 * @throws {Unreadable}
 */
export async function readWebPage(html: string, address?: string): Promise<FormatContent> {
  const page = parsed(html);
  const elements = elementsOf(page);
  const measures = measure(page);
  const { part, isMarked } = mainPart(page, elements, measures);
  const { html: simple, hiddenWords } = simpleHtml(part, isMarked, measures);
  const facts = factsOf(page, elements, address);
  return {
    pieces: await piecesOfHtml(simple),
    warnings: [
      ...(hiddenWords > 0 ? [{ kind: 'hidden' as const, count: hiddenWords }] : []),
      ...(isMarked ? [] : [{ kind: 'guessedMain' as const }]),
    ],
    facts,
  };
}

/** The tree of a page. @throws {Unreadable} where it has too much, or nests it too deep: the parser would take hours */
function parsed(html: string): Document {
  const handler = new DomHandler();
  const [open, close] = [handler.onopentag.bind(handler), handler.onclosetag.bind(handler)];
  let [nodes, depth] = [0, 0];
  handler.onopentag = (name, attributes) => {
    if (++nodes > mostNodes) throw documentRefusal('tooLarge');
    if (++depth > deepest) throw documentRefusal('broken');
    open(name, attributes);
  };
  handler.onclosetag = () => {
    depth--;
    close();
  };
  new Parser(handler).end(html);
  return handler.root;
}

/** All elements of a page, in their order. */
function elementsOf(page: Document): Element[] {
  const found: Element[] = [];
  const open: ChildNode[] = [...page.children].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isTag(node)) continue;
    found.push(node);
    for (let child = node.lastChild; child; child = child.prev) open.push(child);
  }
  return found;
}

/** What the page says about itself. HR sees it as facts, and can change it. */
function factsOf(page: Document, elements: readonly Element[], address?: string): PageFacts {
  const meta = new Map<string, string>();
  for (const { name, attribs } of elements) {
    const key = (attribs.property ?? attribs.name ?? '').toLowerCase();
    if (name === 'meta' && key && attribs.content && !meta.has(key)) meta.set(key, attribs.content.trim());
  }
  const first = (keys: readonly string[]) => keys.map((key) => meta.get(key)).find(Boolean);
  const canonical = elements.find(({ name, attribs }) => name === 'link' && /^canonical$/i.test(attribs.rel ?? ''));
  const urls = [canonical?.attribs.href, meta.get('og:url'), address, savedFrom(page)];
  const url = urls.map((one) => one && webAddressOf(one)).find(Boolean);
  const title = oneLine(first(['og:title']) ?? textOf(elements.find(({ name }) => name === 'title')));
  const publisher = oneLine(first(['og:site_name', 'dcterms.publisher', 'dc.publisher', 'publisher']));
  const date = first(dated)?.slice(0, 10);
  return {
    ...(title && { title }),
    ...(publisher && { publisher }),
    ...(date && isDay(date) && { date }),
    ...(url && { url }),
  };
}

const dated = [
  'article:modified_time',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'article:published_time',
  'dcterms.date',
  'dc.date',
  'date',
];

const longestFact = 120;
const oneLine = (text = ''): string => text.replace(/\s+/g, ' ').trim().slice(0, longestFact);
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
const textOf = (element?: Element): string =>
  element?.children.map((node) => (isText(node) ? node.data : '')).join('') ?? '';

/** The address in the page's first comment, where browsers write it when they save a page. */
function savedFrom(page: Document): string | undefined {
  for (const node of page.children)
    if ('data' in node) {
      const [, address] = /saved from url=\(\d+\)(\S+)/.exec(node.data.slice(0, 1000)) ?? [];
      if (address) return address;
    }
  return undefined;
}
