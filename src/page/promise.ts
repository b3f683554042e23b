import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type RunView } from '../hr/runs';
import { RequestDeclined, sendRequest } from './api';
import { field } from './field';
import { styles } from './styles';
import { submitButton } from './submitButton';
import { forgetUnsaved, keepUnsaved, unsavedIn } from './unsaved';
import { fill, texts } from './texts';

/** What HR promises to do about the answers to a run. HR writes it here until the result is published. */
@customElement('hr-promise')
export class PromiseForm extends LitElement {
  static override styles = styles;
  @property({ attribute: false }) campaign = '';
  @property({ attribute: false }) revision = 0;
  @property({ attribute: false }) run?: RunView;
  /** Whether more runs follow. */
  @property({ attribute: false }) recurs = false;
  @state() private typed?: string;
  @state() private busy = false;
  @state() private fault = '';
  /** The revision that the person saw when the writing began. The page loads again every few seconds. */
  private seen?: number;
  private isUnsaved = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const unsaved = unsavedIn<{ text: string; revision: number }>(this.place);
    this.isUnsaved = unsaved !== undefined;
    [this.typed, this.seen] = [unsaved?.text, unsaved?.revision];
  }

  /** The name under which unsaved text is kept. */
  private get place(): string {
    return `utskick/${this.campaign}/${this.run?.day}`;
  }

  override render(): unknown {
    const { promise, mayPromise, when } = this.run ?? {};
    return html`${
      promise ? html`<div><span class="quiet">${texts.promise.said}</span> ${promise}</div>` : nothing
    }${mayPromise ? this.form(promise, when) : nothing}`;
  }

  private form(promise = '', when = ''): TemplateResult {
    return html`<details ?open=${this.isUnsaved}>
      <summary aria-label=${fill(promise ? texts.promise.changeFor : texts.promise.writeFor, { when })}>
        ${promise ? texts.promise.change : texts.promise.write}
      </summary>
      <form @submit=${this.keep}>
        ${field(
          texts.promise.question,
          html`<textarea
            name="text"
            rows="3"
            maxlength="300"
            aria-describedby="about"
            .value=${this.typed ?? promise}
            @input=${this.type}
          ></textarea>`,
          html`<p id="about" class="quiet">${texts.promise.about}</p>`,
        )}
        ${
          this.recurs
            ? html`<label class="option"><input type="checkbox" name="carried" /> ${texts.promise.carried}</label>`
            : nothing
        }
        <div role="alert">${this.fault ? html`<p class="wrong">${this.fault}</p>` : nothing}</div>
        ${submitButton(texts.promise.save, this.busy)}
      </form>
    </details>`;
  }

  private readonly type = (event: InputEvent): void => {
    this.typed = (event.target as HTMLTextAreaElement).value;
    this.seen ??= this.revision;
    keepUnsaved(this.place, { text: this.typed, revision: this.seen });
  };

  private readonly keep = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy || !this.run) return;
    this.busy = true;
    this.fault = '';
    const form = new FormData(event.target as HTMLFormElement);
    const written = { text: form.get('text'), carried: form.has('carried'), revision: this.seen ?? this.revision };
    try {
      await sendRequest('PUT', `campaigns/${this.campaign}/runs/${this.run.day}/promise`, written);
      forgetUnsaved(this.place);
      this.typed = undefined;
      this.renderRoot.querySelector('details')!.open = false;
    } catch (error) {
      const isConflict = error instanceof RequestDeclined && error.status === 409;
      this.fault = `${(error as Error).message}${isConflict ? ` ${texts.promise.conflict}` : ''}`;
    } finally {
      this.busy = false;
      this.seen = undefined;
      this.dispatchEvent(new Event('changed', { bubbles: true, composed: true }));
    }
  };
}
