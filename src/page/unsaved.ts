import { html, type TemplateResult } from 'lit';
import { texts } from './texts';

const prefix = 'hr-unsaved:';
/** A browser may forbid a page in a frame to keep anything. This is enough for Back, and not for a reload. */
const remembered = new Map<string, string>();

const inTab = <T>(act: (tab: Storage) => T): T | undefined => {
  try {
    return act(sessionStorage);
  } catch {
    return undefined;
  }
};

/**
 * What was written in a form and not saved, or undefined. `form` names the form and what it is about. It is kept in the tab until
 * it is saved, thrown away or the person signs out, so that Back and a reload lose nothing; it never leaves the browser.
 */
export function unsavedIn<T>(form: string): T | undefined {
  const kept = inTab((tab) => tab.getItem(prefix + form)) ?? remembered.get(form);
  return kept === undefined ? undefined : (JSON.parse(kept) as T);
}

/** Keeps what has been written in a form so far. */
export function keepUnsaved(form: string, written: unknown): void {
  const text = JSON.stringify(written);
  remembered.set(form, text);
  inTab((tab) => tab.setItem(prefix + form, text));
}

/** Forgets what was written in a form: it is saved, or it was thrown away. */
export function forgetUnsaved(form: string): void {
  remembered.delete(form);
  inTab((tab) => tab.removeItem(prefix + form));
}

/** Forgets what was written in all forms. */
export function forgetAllUnsaved(): void {
  remembered.clear();
  const forms = inTab((tab) => Object.keys(tab).filter((key) => key.startsWith(prefix))) ?? [];
  for (const form of forms) sessionStorage.removeItem(form);
}

/** Says that the form holds what was written earlier, with a button that throws it away. */
export const unsavedNotice = (discard: () => void): TemplateResult =>
  html`<div class="warning" role="status">
    <p>${texts.unsaved.about}</p>
    <fluent-button size="small" @click=${discard}>${texts.unsaved.discard}</fluent-button>
  </div>`;
