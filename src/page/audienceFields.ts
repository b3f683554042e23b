import { html, nothing, type TemplateResult } from 'lit';
import { type Draft } from '../campaigns/draft';
import { type Group } from '../hr/ports';
import { sentence, shared, texts } from './texts';

type Kind = Draft['audience']['kind'];

/** The fields that say who is asked. form.ts reads them. */
export function audienceFields(
  groups: readonly Group[],
  kept: Draft['audience'] | undefined,
  chosen: Kind,
  choose: (kind: Kind) => void,
  fault: unknown,
): TemplateResult {
  const option = (kind: Kind, label: string) =>
    html`<label class="option">
      <input type="radio" name="audience" value=${kind} .checked=${chosen === kind} @change=${() => choose(kind)} />
      ${label}
    </label>`;
  const group = kept?.kind === 'group' ? kept.group : '';
  return html`<fieldset>
    <legend>${texts.editor.recipients}</legend>
    ${option('everyone', shared.everyone)} ${option('group', texts.documentFacts.oneGroup)}
    ${
      chosen === 'group'
        ? groups.length
          ? html`<select name="group" aria-label=${shared.group}>
              ${groups.map(
                ({ id, title, size }) =>
                  html`<option value=${id} ?selected=${id === group}>${title} (${size})</option>`,
              )}
            </select>`
          : html`<p>${sentence(texts.editor.noGroups, {}, (words) => html`<a href="#/grupper/ny">${words}</a>`)}</p>`
        : nothing
    }
    ${fault}
  </fieldset>`;
}
