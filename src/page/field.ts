import { html, nothing, type TemplateResult } from 'lit';

/** A form field with its name above it. `below` is text that is not part of the name. */
export const field = (name: string, input: TemplateResult, below: unknown = nothing): TemplateResult =>
  html`<div class="field">
    <label><span>${name}</span>${input}</label>
    ${below}
  </div>`;

/** What is wrong with a field, to stand below it. */
export const faultBelow = (said: string | undefined): TemplateResult | typeof nothing =>
  said ? html`<span class="wrong" role="alert">${said}</span>` : nothing;

/** What the service says about a field, or about anything in it. `wrong` has what it says by field. */
export const faultIn = (wrong: Readonly<Record<string, string>>, name: string): TemplateResult | typeof nothing =>
  faultBelow(Object.entries(wrong).find(([each]) => each === name || each.startsWith(`${name}.`))?.[1]);
