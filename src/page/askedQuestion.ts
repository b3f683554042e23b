import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type AskedView } from '../hr/askedQuestions';
import { getJson, sendRequest } from './api';
import { confirmed } from './confirm';
import { field } from './field';
import { badge } from './questions';
import { styles } from './styles';
import { View } from './view';
import { deliveryWords, momentInWords } from './words';

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

  protected load(signal: AbortSignal): Promise<AskedView> {
    return getJson(this.path(), signal);
  }

  private path(does = ''): string {
    return `asked/${encodeURIComponent(this.question)}${does && `/${does}`}`;
  }

  protected show(question: AskedView): TemplateResult {
    const { name, state, holder, isMine, said } = question;
    return html`<p><a href="#/fragor">Alla frågor</a></p>
      <div class="spread">
        <h1>Fråga från ${name}</h1>
        ${badge(state)}
      </div>
      ${said.map(
        ({ by, text, at, delivery }) =>
          html`<section>
            <h2>${by === 'hr' ? 'HR svarade' : name}</h2>
            <p class="said">${text}</p>
            <p class="quiet">${momentInWords(at)} ${delivery ? `· ${deliveryWords[delivery]}` : nothing}</p>
          </section>`,
      )}
      ${state === 'closed' ? nothing : this.actions(question, isMine, holder)}
      ${said.some(({ by }) => by === 'hr') ? this.asKnown(question) : nothing}`;
  }

  private actions({ state }: AskedView, isMine: boolean, holder?: string): TemplateResult {
    return html`<section>
      ${holder && !isMine ? html`<p>${holder} har tagit frågan.</p>` : nothing}
      ${
        isMine && state === 'taken'
          ? html`<form @submit=${this.answer}>
              ${field(
                'Ditt svar',
                html`<textarea name="text" maxlength="2000" required aria-describedby="about"></textarea>`,
              )}
              <p id="about" class="quiet">
                Chefen får det i chatten som ”Svar från HR” och kan svara en gång. Ditt namn står inte med.
              </p>
              <fluent-button type="submit" appearance="primary" ?disabled=${this.busy}>Skicka svaret</fluent-button>
            </form>`
          : nothing
      }
      ${isMine && state === 'answered' ? html`<p>Väntar på chefen, som kan svara en gång eller stänga frågan.</p>` : nothing}
      <p class="row apart">
        ${
          state === 'new'
            ? html`<fluent-button appearance="primary" ?disabled=${this.busy} @click=${() => this.act('take')}
                >Ta frågan</fluent-button
              >`
            : nothing
        }
        ${
          holder && !isMine
            ? html`<fluent-button ?disabled=${this.busy} @click=${() => this.act('takeover')}>Ta över</fluent-button>`
            : nothing
        }
        <fluent-button ?disabled=${this.busy} @click=${() => this.close(state)}>Stäng frågan</fluent-button>
      </p>
    </section>`;
  }

  /** For the documents: HR rewrites it here, and takes it along; nothing of it is stored. */
  private asKnown({ said }: AskedView): TemplateResult {
    const asked = said[0]?.text ?? '';
    const answered = said.findLast(({ by }) => by === 'hr')?.text ?? '';
    return html`<section>
      <h2>Kan fler ha nytta av svaret?</h2>
      <p>
        Skriv om frågan och svaret så att ingen går att känna igen, och kopiera texten till den som sköter dokumenten.
        Det du ändrar här sparas inte.
      </p>
      ${field('Känd fråga', html`<textarea id="known" .value=${`Fråga: ${asked}\n\nSvar: ${answered}`}></textarea>`)}
      <fluent-button @click=${this.copy}>Kopiera som känd fråga</fluent-button>
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
      'Svaret är på väg till chefen.',
    );
    // What was declined stays in its field.
    if (isSent) await this.reload();
  };

  private async close(state: AskedView['state']): Promise<void> {
    const asked = {
      title: 'Stänga frågan?',
      text:
        state === 'answered'
          ? 'Chefen kan inte svara efter det.'
          : 'Chefen får veta att HR har stängt den utan att svara.',
      act: 'Stäng frågan',
    };
    if (await confirmed(this.renderRoot, asked)) await this.act('close', 'Frågan är stängd.');
  }

  private readonly copy = async (): Promise<void> => {
    const area = this.renderRoot.querySelector<HTMLTextAreaElement>('#known')!;
    // Teams may not let a page write there: then what is selected can be copied with the keys.
    area.select();
    await navigator.clipboard.writeText(area.value).then(
      () => (this.done = 'Kopierat.'),
      () => (this.done = 'Texten är markerad. Kopiera den med Ctrl+C.'),
    );
  };
}
