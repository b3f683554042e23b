import { type Passage } from '../knowledge/documents/passages';
import { type OpenedDocument } from '../knowledge/openDocument';
import { dayInWords } from '../shared/localTime';
import { fill, type Texts } from '../shared/texts';
import { markupOf } from './passageMarkup';
import { citedMark, minutesForGroup } from './documentLinks';
import { documentStyle } from './documentStyle';
import { Html, html } from './escapedHtml';

/** An HTML page with a title and a sentence: why a document is not shown, and the remedy. */
export const noticePage = ({ title, lead }: { readonly title: string; readonly lead: string }): string =>
  page(
    title,
    html`<main>
      <h1>${title}</h1>
      <p>${lead}</p>
    </main>`,
  );

/**
 * Returns the HTML page of a document as a person reads it, with the cited passage marked. The page needs no script.
 * `lastDay` is the last day on which the link works. Without it the page says for how many minutes a link to a group's document
 * works.
 */
export function documentPage(texts: Texts, opened: OpenedDocument, lastDay?: Date): string {
  const words = texts.document;
  const { document, cited, passages } = opened;
  const facts = [document.publisher, document.date?.slice(0, 4) ?? texts.found.undated, document.weight];
  const validUntil = lastDay
    ? fill(words.validUntil, { day: dayInWords(lastDay) })
    : fill(words.validForGroup, { minutes: String(minutesForGroup) });
  const ways = [
    ...(cited ? [html`<a href="#${citedMark}">${words.goToCited}</a>`] : []),
    ...(document.url ? [html`<a href="${document.url}" rel="noopener noreferrer">${words.readOriginal}</a>`] : []),
  ];
  return page(
    document.title,
    html`<header>
        <h1>${document.title}</h1>
        <p>${facts.join(' · ')}</p>
        ${ways.length > 0 ? html`<p class="ways">${ways}</p>` : undefined}
      </header>
      <main>
        ${cited ? undefined : html`<p class="notice">${words.gone}</p>`}
        ${opened.isWhole ? undefined : html`<p class="notice">${words.part}</p>`}
        ${passages.map((passage, at) => passageView(words, passage, passages[at - 1], passage.id === cited))}
      </main>
      <footer><p>${validUntil}</p></footer>`,
  );
}

/** A passage below those parts of its page and headings that are new. */
function passageView(words: Texts['document'], passage: Passage, before: Passage | undefined, isCited: boolean): Html {
  const isNewPage = passage.page !== undefined && passage.page !== before?.page;
  const blocks = markupOf(passage.text, isCited ? (text) => html`<mark>${text}</mark>` : (text) => html`${text}`);
  const own = passage.weight === passage.document.weight ? [] : [passage.weight];
  const label = [words.cited, ...own].join(' · ');
  return html`${isNewPage ? html`<p class="page">${passage.page}</p>` : undefined}
  ${newHeadings(headingsOf(passage), before && headingsOf(before))}
  ${
    isCited
      ? html`<div class="cited" id="${citedMark}">
          <p class="label">${label}</p>
          ${blocks}
        </div>`
      : blocks
  }`;
}

/** The page has the document's title already, so a text that repeats it is no heading. */
const headingsOf = ({ heading, document }: Passage): readonly string[] =>
  heading[0] === document.title ? heading.slice(1) : heading;

function newHeadings(headings: readonly string[], before: readonly string[] = []): Html[] {
  const changed = headings.findIndex((heading, at) => heading !== before[at]);
  return changed < 0 ? [] : headings.slice(changed).map((heading, at) => headingAt(2 + changed + at, heading));
}

/** HTML has six levels. */
function headingAt(level: number, words: string): Html {
  const name = new Html(`h${Math.min(6, level)}`);
  return html`<${name}>${words}</${name}>`;
}

const style = new Html(`<style>${documentStyle}</style>`);

/** A page for people, in the style of a document. It needs no script. */
export const page = (title: string, body: Html): string =>
  html`<!doctype html>
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – Tillitscoachen</title>
        <link rel="icon" href="data:," />
        ${style}
      </head>
      <body>
        ${body}
      </body>
    </html>`.markup;
