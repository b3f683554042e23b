import { type Order } from '../downloads/order';
import { fill, type Texts } from '../shared/texts';
import { codeField } from './typedCode';
import { page } from './documentPage';
import { html } from './escapedHtml';

/** What the person is told about the code that was typed last. */
export type CodeProblem = 'noCode' | { readonly triesLeft: number };

/** The HTML page behind a link: a field for the code and one button. It names the kind of file, and nothing of its content. */
export function downloadPage(
  { ownData: { file: words } }: Texts,
  { what, format }: Order,
  problem?: CodeProblem,
): string {
  const { title, lead, button, code, noCode, wrongCode } = words.landing;
  const said = problem === 'noCode' ? noCode : problem && fill(wrongCode, { tries: String(problem.triesLeft) });
  return page(
    title,
    html`<main>
      <h1>${title}</h1>
      <p>${fill(lead, { what: words.what[what], format: words.formats[format] })}</p>
      ${said === undefined ? undefined : html`<p class="notice" role="alert">${said}</p>`}
      <form method="post">
        <label for="${codeField}">${code}</label>
        <input
          id="${codeField}"
          name="${codeField}"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength="9"
          required
        />
        <button type="submit">${button}</button>
      </form>
    </main>`,
  );
}
