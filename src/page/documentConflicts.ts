import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type DocumentConflict } from '../hr/documentViews';
import { getJson } from './api';
import { styles } from './styles';
import { texts } from './texts';

/** A button that looks for questions that documents answer differently, and what it found. It asks hundreds of questions. */
@customElement('hr-document-conflicts')
export class DocumentConflicts extends LitElement {
  static override styles = [
    styles,
    css`
      blockquote {
        margin: 0.35rem 0 0.25rem;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      li {
        padding: 0.35rem 0;
      }
    `,
  ];
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
                  ${this.found.map(conflict)}
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

const conflict = ({ question, quotes }: DocumentConflict): TemplateResult =>
  html`<li>
    <strong>${question}</strong>
    ${quotes.map(
      ({ document, title, excerpt }) =>
        html`<blockquote>${excerpt}</blockquote>
          <div class="quiet"><a href="#/dokument/${document}">${title}</a></div>`,
    )}
  </li>`;
