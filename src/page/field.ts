import { html, nothing, type TemplateResult } from 'lit';

/**
 * Empties a field for a file before another is chosen. Otherwise a list that was mended under the same name would not be read
 * again: to the browser nothing has changed.
 */
export const forgetChosen = (event: Event): void => void ((event.target as HTMLInputElement).value = '');

/** A form field with its name above it. `below` is text that is not part of the name. */
export const field = (name: string, input: TemplateResult, below: unknown = nothing): TemplateResult =>
  html`<div class="field">
    <label><span>${name}</span>${input}</label>
    ${below}
  </div>`;
