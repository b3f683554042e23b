import { html, nothing, type TemplateResult } from 'lit';
import { type DocumentEntry } from '../hr/documentViews';
import { ageInWords, documentStateWords, warningsInWords } from './documentWords';
import { texts } from './texts';

const badge = (label: string, color: string): TemplateResult =>
  html`<fluent-badge appearance="tint" color=${color}>${label}</fluent-badge>`;

/** A document's state, and what needs attention. */
export function documentBadges(document: DocumentEntry): TemplateResult {
  const { label, color } = documentStateWords[document.state];
  const age = ageInWords(document);
  return html`${badge(label, color)}
  ${document.hasDraft && document.state !== 'draft' ? badge(texts.documents.newVersion, 'warning') : nothing}
  ${age ? badge(age, 'warning') : nothing}
  ${document.warnings ? badge(warningsInWords(document.warnings), 'warning') : nothing}`;
}
