import { html, nothing, type TemplateResult } from 'lit';
import { type DocumentView } from '../hr/documentViews';
import { exchangeWords, historyWords, passagesInWords } from './documentWords';
import { momentInWords } from './words';

/** What a document's state means for the answers, and who has done what. */
export function documentNotices(view: DocumentView): TemplateResult {
  return html`<p class="quiet about">
      ${[
        view.publisher,
        view.date || 'odaterat',
        view.version > 1 && `version ${view.version}`,
        passagesInWords(view.passages),
        `ändrat ${view.changedOn}`,
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
    <p>${meaning(view)}</p>
    ${view.older.map(({ title, date }) => html`<p>${exchangeWords.notice(title, date)}</p>`)}
    ${
      view.history.length
        ? html`<details>
            <summary>Vem har gjort vad</summary>
            <ul>
              ${view.history.map(
                ({ act, name, at }) =>
                  html`<li>${historyWords[act] ?? act}: ${name}, <span class="quiet">${momentInWords(at)}</span></li>`,
              )}
            </ul>
          </details>`
        : nothing
    }`;
}

function meaning({ state, hasDraft, oldYears }: DocumentView): string {
  const old = oldYears === undefined ? '' : ` Det är ${oldYears} år gammalt: gäller det fortfarande?`;
  if (state === 'draft') return 'Boten svarar inte ur utkastet. Läs igenom texten, fyll i fakta och publicera.';
  if (state === 'withdrawn') return `Boten svarar inte ur dokumentet.${old}`;
  return hasDraft
    ? 'Boten svarar ur den publicerade versionen. Den nya väntar på att du publicerar den.'
    : `Boten svarar ur dokumentet.${old}`;
}
