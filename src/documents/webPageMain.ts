import { type Document, type Element } from 'domhandler';
import { type Measures } from './webPageMeasures';

/** The part of a page that has its main text. */
export interface MainPart {
  readonly part: Document | Element;
  /** Whether the page itself marks it. Otherwise the whole page is read, except for what looks like menus and banners. */
  readonly isMarked: boolean;
}

/** The largest part of a page that is marked as its main part, or its only article; the whole page where nothing is marked. */
export function mainPart(page: Document, elements: readonly Element[], measures: Measures): MainPart {
  const marked = elements.filter(({ name, attribs }) => name === 'main' || attribs.role === 'main');
  const articles = elements.filter(({ name, attribs }) => name === 'article' || attribs.itemprop === 'articleBody');
  const [part] = (marked.length ? marked : articles.length === 1 ? articles : [])
    .map((element) => ({ element, length: measures(element).letters }))
    .filter(({ length }) => length > 0)
    .sort((one, other) => other.length - one.length);
  if (part) return { part: part.element, isMarked: true };
  return { part: elements.find(({ name }) => name === 'body') ?? page, isMarked: false };
}
