import { html } from 'lit';

/**
 * A field for a list in a file, explained by the element with the id `about`. It is emptied before another file is chosen.
 * Otherwise a list that was mended under the same name would not be read again: to the browser nothing has changed.
 */
export const listInput = (take: (event: Event) => Promise<void>) =>
  html`<input
    type="file"
    accept=".csv,.xlsx,.txt"
    @click=${(event: Event) => ((event.target as HTMLInputElement).value = '')}
    @change=${take}
    aria-describedby="about"
  />`;
