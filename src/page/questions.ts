import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type AskedPage, type AskedView } from '../hr/askedQuestions';
import { getJson, sendRequest } from './api';
import { field } from './field';
import { submitButton } from './submitButton';
import { View } from './view';
import { askedStateWords, momentInWords } from './words';
import { fill, texts } from './texts';

/** How many characters of a question the list shows. */
const telling = 90;

/** In the order in which HR should look at them. */
const sections: readonly (readonly [title: string, holds: (question: AskedView) => boolean])[] = [
  [texts.questions.sections.new, ({ state }) => state === 'new'],
  [texts.questions.sections.taken, ({ state }) => state === 'taken'],
  [texts.questions.sections.answered, ({ state }) => state === 'answered'],
  [texts.questions.sections.closed, ({ state }) => state === 'closed'],
];

/** What managers have asked HR. */
@customElement('hr-questions')
export class Questions extends View<AskedPage> {
  protected load(signal: AbortSignal): Promise<AskedPage> {
    return getJson('asked', signal);
  }

  protected show({ promise, questions }: AskedPage): TemplateResult {
    return html`<h1>${texts.questions.title}</h1>
      <section>
        <p>${texts.questions.lead}</p>
      </section>
      ${
        questions.length
          ? sections.map(([title, holds]) => this.section(title, questions.filter(holds)))
          : html`<section>
              <h2>${texts.questions.none}</h2>
              <p>${texts.questions.noneLead}</p>
            </section>`
      }
      <section>
        <h2>${texts.questions.promise}</h2>
        <form @submit=${this.keepPromise}>
          ${field(
            texts.questions.promiseLabel,
            html`<input
              type="text"
              name="promise"
              maxlength="200"
              required
              .value=${promise || texts.questions.usualPromise}
            />`,
          )}
          ${submitButton(texts.words.save, this.busy)}
        </form>
      </section>`;
  }

  private section(title: string, questions: readonly AskedView[]): TemplateResult | typeof nothing {
    if (!questions.length) return nothing;
    return html`<section>
      <h2>${title}</h2>
      <ul class="plain">
        ${questions.map(
          ({ id, name, said, askedAt, holder, state }) =>
            html`<li class="option">
              <div>
                <a href="#/fragor/${id}">${beginningOf(said[0]?.text ?? '')}</a>
                <div class="quiet">
                  ${name} · ${momentInWords(askedAt)}
                  ${holder ? `· ${fill(state === 'answered' || state === 'closed' ? texts.questions.hadIt : texts.questions.holder, { holder })}` : nothing}
                  ${state === 'taken' && said.length > 1 ? `· ${texts.questions.replied}` : nothing}
                </div>
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private readonly keepPromise = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const text = new FormData(event.target as HTMLFormElement).get('promise');
    await this.attempt(() => sendRequest('PUT', 'asked', { text }), texts.questions.promiseSaved);
    await this.reload();
  };
}

const beginningOf = (text: string): string =>
  text.length > telling ? `${text.slice(0, telling).replace(/\s+\S*$/, '')} …` : text;

/** The word for a question's state, in its colour. */
export const badge = (state: AskedView['state']): TemplateResult =>
  html`<fluent-badge appearance="tint" color=${askedStateWords[state].color}
    >${askedStateWords[state].label}</fluent-badge
  >`;
