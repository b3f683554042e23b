import { html, nothing, type TemplateResult } from 'lit';

/** A form field with its name above it. `below` is text that is not part of the name. */
export const field = (name: string, input: TemplateResult, below: unknown = nothing): TemplateResult =>
  html`<div class="field">
    <label><span>${name}</span>${input}</label>
    ${below}
  </div>`;
