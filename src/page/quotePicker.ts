import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type QuoteView } from '../hr/quotes';
import { sendRequest } from './api';
import { field } from './field';
import { styles } from './styles';
import { fill, texts } from './texts';

type Source = Pick<QuoteView, 'document' | 'quote'>;

/**
 * A quotation beside a question. HR searches for it in the documents, and shortens it. The event `picked` tells about a change;
 * its detail is undefined where the quotation has been removed.
 */
@customElement('hr-quote')
export class QuotePicker extends LitElement {
  static override styles = [
    styles,
    css`
      :host {
        margin: 0 0 1rem;
      }
      blockquote {
        margin: 0 0 0.25rem;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      textarea {
        min-height: 5rem;
      }
    `,
  ];
  @property({ attribute: false }) source?: Source;
  /** What is wrong with it, as the service says. */
  @property({ attribute: false }) wrong = '';
  @state() private open = false;
  @state() private search = '';
  @state() private found?: readonly QuoteView[];
  @state() private fault = '';

  override render(): unknown {
    if (this.source) return this.chosen(this.source);
    if (!this.open)
      return html`<fluent-button size="small" @click=${this.begin}>${texts.quotePicker.add}</fluent-button>`;
    return html`${field(
        texts.quotePicker.search,
        html`<input
          type="text"
          maxlength="200"
          .value=${this.search}
          @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
          @keydown=${this.onKey}
        />`,
      )}
      <div class="row">
        <fluent-button size="small" @click=${this.look}>${texts.quotePicker.look}</fluent-button>
        <fluent-button size="small" appearance="subtle" @click=${() => (this.open = false)}
          >${texts.quotePicker.none}</fluent-button
        >
      </div>
      <div role="status">${this.results()}</div>
      <div role="alert">${this.fault ? html`<p class="wrong">${this.fault}</p>` : nothing}</div>`;
  }

  private chosen({ quote, document }: Source): TemplateResult {
    return html`${field(
        texts.quotePicker.quote,
        html`<textarea
          maxlength="600"
          .value=${quote}
          @input=${(event: Event) => this.pick({ document, quote: (event.target as HTMLTextAreaElement).value })}
        ></textarea>`,
        html`<span class="quiet">${texts.quotePicker.about}</span> ${
            this.wrong ? html`<span class="wrong" role="alert">${this.wrong}</span>` : nothing
          }`,
      )} <fluent-button size="small" @click=${() => this.pick(undefined)}>${texts.quotePicker.remove}</fluent-button>`;
  }

  private results(): TemplateResult | typeof nothing {
    if (!this.found) return nothing;
    if (!this.found.length) return html`<p>${texts.quotePicker.noneFound}</p>`;
    return html`<ul class="plain">
      ${this.found.map(
        (each, at) =>
          html`<li class="option">
            <div>
              <blockquote>${each.quote}</blockquote>
              <p class="quiet">${each.source}</p>
              <fluent-button
                size="small"
                aria-label=${fill(texts.quotePicker.chooseNumbered, { number: at + 1 })}
                @click=${() => this.pick({ document: each.document, quote: each.quote })}
                >${texts.quotePicker.choose}</fluent-button
              >
            </div>
          </li>`,
      )}
    </ul>`;
  }

  private readonly begin = async (): Promise<void> => {
    this.open = true;
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  };

  /** The Enter key searches, and does not send the form around it. */
  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void this.look();
  };

  private readonly look = async (): Promise<void> => {
    this.fault = '';
    try {
      this.found = await sendRequest<QuoteView[]>('POST', 'sets/quotes', { search: this.search });
    } catch (error) {
      this.fault = (error as Error).message;
    }
  };

  private pick(source: Source | undefined): void {
    this.open = false;
    this.dispatchEvent(new CustomEvent('picked', { detail: source }));
  }
}
