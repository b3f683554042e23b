import { type Order } from '../downloads/order';
import { fill, type Texts } from '../shared/texts';
import { page } from './documentPage';
import { html } from './escapedHtml';

/** The page behind a link: one button. It tells the kind of file, and nothing of what the file holds. */
export function downloadPage({ ownData: { file: words } }: Texts, { what, format }: Order): string {
  const { title, lead, button } = words.landing;
  return page(
    title,
    html`<main>
      <h1>${title}</h1>
      <p>${fill(lead, { what: words.what[what], format: words.formats[format] })}</p>
      <form method="post"><button type="submit">${button}</button></form>
    </main>`,
  );
}
