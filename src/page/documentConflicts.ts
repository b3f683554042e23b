import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type DocumentConflict } from '../hr/documentViews';
import { type Group } from '../hr/ports';
import { getJson } from './api';
import { audienceWords, yearOf } from './documentWords';
import { styles } from './styles';
import { texts } from './texts';

/** A button that looks for questions that documents answer differently, and what it found. It asks hundreds of questions. */
@customElement('hr-document-conflicts')
export class DocumentConflicts extends LitElement {
  static override styles = [
    styles,
    css`
      [role='status'] {
        margin-top: 0.75rem;
      }
      ol {
        padding-inline-start: 1.5rem;
      }
      li {
        padding: 0.5rem 0;
        overflow-wrap: anywhere;
      }
      article {
        margin: 0.5rem 0;
        padding-inline-start: 0.75rem;
        border-inline-start: 4px solid var(--colorNeutralStroke2);
      }
      blockquote {
        margin: 0;
        white-space: pre-line;
      }
    `,
  ];
  @property({ attribute: false }) groups: readonly Group[] = [];
  @state() private found?: readonly DocumentConflict[];
  @state() private fault = '';
  @state() private busy = false;

  override render(): unknown {
    const { lead, looking, look, none } = texts.documentConflicts;
    return html`<p>${lead}</p>
      <fluent-button ?disabled=${this.busy} @click=${() => this.look()}>${this.busy ? looking : look}</fluent-button>
      <div role="status">
        ${
          this.found
            ? this.found.length
              ? html`<ol>
                  ${this.found.map((each) => conflict(each, this.groups))}
                </ol>`
              : html`<p>${none}</p>`
            : nothing
        }
      </div>
      <div role="alert">${this.fault ? html`<p class="wrong">${this.fault}</p>` : nothing}</div>`;
  }

  private async look(): Promise<void> {
    [this.fault, this.busy] = ['', true];
    try {
      this.found = await getJson<DocumentConflict[]>('conflicts');
    } catch (error) {
      this.fault = (error as Error).message;
    } finally {
      this.busy = false;
    }
  }
}

const conflict = ({ question, quotes }: DocumentConflict, groups: readonly Group[]): TemplateResult =>
  html`<li>
    <strong>${question}</strong>
    ${quotes.map(
      ({ document, title, excerpt, date, audience }) =>
        html`<article>
          <a href="#/dokument/${document}">${title}</a>
          <span class="quiet">${yearOf(date)} · ${audienceWords(audience, groups)}</span>
          <blockquote>${excerpt}</blockquote>
        </article>`,
    )}
  </li>`;
