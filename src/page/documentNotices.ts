import { html, nothing, type TemplateResult } from 'lit';
import { type DocumentView } from '../hr/documentViews';
import { exchangeWords, historyWords, passagesInWords } from './documentWords';
import { momentInWords } from './words';
import { fill, texts } from './texts';

/** What a document's state means for answers, and who did what. */
export function documentNotices(view: DocumentView): TemplateResult {
  return html`<p class="quiet about">
      ${[
        view.publisher,
        view.date || texts.documents.undated,
        view.version > 1 && fill(texts.documentNotices.version, { version: view.version }),
        passagesInWords(view.passages),
        fill(texts.documents.changedOn, { changedOn: view.changedOn }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
    <p>${meaning(view)}</p>
    ${view.older.map(({ title, date }) => html`<p>${exchangeWords.notice(title, date)}</p>`)}
    ${
      view.history.length
        ? html`<details>
            <summary>${texts.documentNotices.history}</summary>
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
  const old = oldYears === undefined ? '' : ` ${fill(texts.documentNotices.old, { oldYears })}`;
  if (state === 'draft') return texts.documentNotices.draft;
  if (state === 'withdrawn') return texts.documentNotices.withdrawn + old;
  return hasDraft ? texts.documentNotices.newVersion : texts.documentNotices.published + old;
}
