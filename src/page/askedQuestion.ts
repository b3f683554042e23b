import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type AskedView } from '../hr/askedQuestions';
import { getJson, sendRequest } from './api';
import { confirmed } from './confirm';
import { field } from './field';
import { badge } from './questions';
import { styles } from './styles';
import { submitButton } from './submitButton';
import { forgetUnsaved, keepUnsaved, unsavedIn } from './unsaved';
import { View } from './view';
import { deliveryWords, momentInWords } from './words';
import { fill, shared, texts } from './texts';

/** One question: what was said, and what HR can do. */
@customElement('hr-question')
export class AskedQuestionView extends View<AskedView> {
  static override styles = [
    styles,
    css`
      .said {
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      textarea {
        min-height: 8rem;
      }
      .apart {
        margin-top: 0.75rem;
      }
    `,
  ];

  @property({ attribute: false }) question = '';
  /** The reply as it has been written so far. */
  @state() private written = '';

  protected load(signal: AbortSignal): Promise<AskedView> {
    this.written = unsavedIn<string>(this.place) ?? '';
    return getJson(this.path(), signal);
  }

  /** The name under which unsaved text is kept. */
  private get place(): string {
    return `fragor/${this.question}`;
  }

  private readonly write = (event: InputEvent): void => {
    this.written = (event.target as HTMLTextAreaElement).value;
    keepUnsaved(this.place, this.written);
  };

  private path(does = ''): string {
    return `asked/${encodeURIComponent(this.question)}${does && `/${does}`}`;
  }

  protected show(question: AskedView): TemplateResult {
    const { name, state, holder, isMine, said } = question;
    return html`<p><a href="#/fragor">${texts.askedQuestion.all}</a></p>
      <div class="spread">
        <h1>${fill(texts.askedQuestion.from, { name })}</h1>
        ${badge(state)}
      </div>
      ${said.map(
        ({ by, text, at, delivery }) =>
          html`<section>
            <h2>${by === 'hr' ? texts.askedQuestion.hrReplied : name}</h2>
            <p class="said">${text}</p>
            <p class="quiet">${momentInWords(at)} ${delivery ? `· ${deliveryWords[delivery]}` : nothing}</p>
          </section>`,
      )}
      ${state === 'closed' ? nothing : this.actions(question, isMine, holder)}
      ${said.some(({ by }) => by === 'hr') ? this.asKnown(question) : nothing}`;
  }

  private actions({ state }: AskedView, isMine: boolean, holder?: string): TemplateResult {
    return html`<section>
      ${holder && !isMine ? html`<p>${fill(shared.holder, { holder })}</p>` : nothing}
      ${
        isMine && state === 'taken'
          ? html`<form @submit=${this.answer}>
              ${field(
                texts.askedQuestion.reply,
                html`<textarea
                  name="text"
                  maxlength="2000"
                  required
                  aria-describedby="about"
                  .value=${this.written}
                  @input=${this.write}
                ></textarea>`,
              )}
              <p id="about" class="quiet">${texts.askedQuestion.replyAbout}</p>
              ${submitButton(texts.askedQuestion.send, this.busy, 'primary')}
            </form>`
          : nothing
      }
      ${isMine && state === 'answered' ? html`<p>${texts.askedQuestion.waiting}</p>` : nothing}
      <p class="row apart">
        ${
          state === 'new'
            ? html`<fluent-button appearance="primary" ?disabled=${this.busy} @click=${() => this.act('take')}
                >${texts.askedQuestion.take}</fluent-button
              >`
            : nothing
        }
        ${
          holder && !isMine
            ? html`<fluent-button ?disabled=${this.busy} @click=${() => this.act('takeover')}
                >${texts.askedQuestion.takeOver}</fluent-button
              >`
            : nothing
        }
        <fluent-button ?disabled=${this.busy} @click=${() => this.close(state)}
          >${texts.askedQuestion.close}</fluent-button
        >
      </p>
    </section>`;
  }

  /** A known question for the documents. HR rewrites it here and copies it; nothing of it is stored. */
  private asKnown({ said }: AskedView): TemplateResult {
    const asked = said[0]?.text ?? '';
    const answered = said.findLast(({ by }) => by === 'hr')?.text ?? '';
    return html`<section>
      <h2>${texts.askedQuestion.forMore}</h2>
      <p>${texts.askedQuestion.forMoreAbout}</p>
      ${field(texts.askedQuestion.known, html`<textarea id="known" .value=${fill(texts.askedQuestion.knownText, { question: asked, reply: answered })}></textarea>`)}
      <fluent-button @click=${this.copy}>${texts.askedQuestion.copy}</fluent-button>
    </section>`;
  }

  private async act(does: 'take' | 'takeover' | 'close', done = ''): Promise<void> {
    await this.attempt(() => sendRequest('POST', this.path(does)), done);
    await this.reload();
  }

  private readonly answer = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const text = new FormData(event.target as HTMLFormElement).get('text');
    const isSent = await this.attempt(
      () => sendRequest('POST', this.path('answer'), { text }),
      texts.askedQuestion.onItsWay,
    );
    // What was declined stays in its field.
    if (!isSent) return;
    forgetUnsaved(this.place);
    await this.reload();
  };

  private async close(state: AskedView['state']): Promise<void> {
    const asked = {
      title: texts.askedQuestion.closeAsk,
      text: state === 'answered' ? texts.askedQuestion.closeAnswered : texts.askedQuestion.closeUnanswered,
      act: texts.askedQuestion.close,
    };
    if (await confirmed(this.renderRoot, asked)) await this.act('close', shared.closedQuestion);
  }

  private readonly copy = async (): Promise<void> => {
    const area = this.renderRoot.querySelector<HTMLTextAreaElement>('#known')!;
    // Teams may not let a page write to the clipboard. Then the text is selected, to be copied with the keys.
    area.select();
    await navigator.clipboard.writeText(area.value).then(
      () => (this.done = texts.askedQuestion.copied),
      () => (this.done = texts.askedQuestion.copyByKeys),
    );
  };
}
