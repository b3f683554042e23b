import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type TriedQuestion } from '../hr/documentViews';
import { sendRequest } from './api';
import { outcomeWords } from './documentWords';
import { field } from './field';
import { styles } from './styles';
import { submitButton } from './submitButton';
import { texts } from './texts';

/**
 * A question box: what the bot would do with a question, and why. The questions are not stored. The event `tried` tells what came
 * of one.
 */
@customElement('hr-document-try')
export class DocumentTry extends LitElement {
  static override styles = [
    styles,
    css`
      blockquote {
        margin: 0 0 0.25rem;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      li {
        padding: 0.35rem 0;
      }
      .outcome {
        margin-top: 1rem;
      }
      .label {
        padding-inline-start: 0.5rem;
        border-inline-start: 4px solid var(--colorStatusWarningBorderActive);
      }
      .label.success {
        border-color: var(--colorStatusSuccessBorderActive);
      }
      .label.danger {
        border-color: var(--colorStatusDangerBorderActive);
      }
    `,
  ];
  /** The id of a draft that is searched as if it were published. */
  @property({ attribute: false }) draft = '';
  /** The question that is asked at once. */
  @property({ attribute: false }) question = '';
  @state() private tried?: TriedQuestion;
  @state() private fault = '';
  @state() private busy = false;
  private looks = 0;

  protected override firstUpdated(): void {
    if (this.question) void this.look();
  }

  override render(): unknown {
    return html`<form @submit=${this.submit}>
        ${field(
          texts.documentTry.question,
          html`<input
            type="text"
            maxlength="400"
            required
            aria-describedby="about"
            .value=${this.question}
            @input=${(event: Event) => (this.question = (event.target as HTMLInputElement).value)}
          />`,
          html`<span id="about" class="quiet"
            >${this.draft ? texts.documentTry.inDraft : texts.documentTry.inPublished}
            ${texts.documentTry.notKept}</span
          >`,
        )}
        ${submitButton(this.busy ? texts.documentTry.trying : texts.documentTry.try, this.busy)}
      </form>
      <div role="status">${this.tried ? this.outcome(this.tried) : nothing}</div>
      <div role="alert">${this.fault ? html`<p class="wrong">${this.fault}</p>` : nothing}</div>`;
  }

  private outcome({ outcome, reasons, quotes }: TriedQuestion): TemplateResult {
    const { label, color } = outcomeWords[outcome];
    return html`<p class="outcome"><strong class="label ${color}">${label}</strong></p>
      ${
        reasons.length
          ? html`<ul>
              ${reasons.map((reason) => html`<li>${reason}</li>`)}
            </ul>`
          : nothing
      }
      <ol class="plain">
        ${quotes.map(
          ({ document, title, excerpt }) =>
            html`<li>
              <blockquote>${excerpt}</blockquote>
              <div class="quiet"><a href="#/dokument/${document}/hittas">${title}</a></div>
            </li>`,
        )}
      </ol>`;
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.look();
  };

  /** An answer to an older question is thrown away. */
  private async look(): Promise<void> {
    const question = this.question.trim();
    if (!question) return;
    const look = ++this.looks;
    [this.fault, this.busy] = ['', true];
    try {
      const body = { question, ...(this.draft && { draft: this.draft }) };
      const tried = await sendRequest<TriedQuestion>('POST', 'documents/try', body);
      if (look !== this.looks) return;
      this.tried = tried;
      this.dispatchEvent(new CustomEvent('tried', { detail: tried }));
    } catch (error) {
      if (look === this.looks) [this.tried, this.fault] = [undefined, (error as Error).message];
    } finally {
      if (look === this.looks) this.busy = false;
    }
  }
}
