import { html, nothing, type TemplateResult } from 'lit';

/** A field with its name above it; what stands below is no part of the name. */
export const field = (name: string, input: TemplateResult, below: unknown = nothing): TemplateResult =>
  html`<div class="field">
    <label><span>${name}</span>${input}</label>
    ${below}
  </div>`;
