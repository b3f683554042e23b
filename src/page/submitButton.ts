import { html, nothing, type TemplateResult } from 'lit';

/**
 * The button that a form is sent by. The Enter key in a field presses a form's own button. Fluent's button is none to the browser,
 * so that a form with several fields needs the one that nobody sees.
 */
export const submitButton = (label: string, isBusy = false, appearance?: 'primary'): TemplateResult =>
  html`<button type="submit" hidden ?disabled=${isBusy}></button
    ><fluent-button type="submit" appearance=${appearance ?? nothing} ?disabled=${isBusy}>${label}</fluent-button>`;
