import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type QuestionSetEntry } from '../hr/questionSets';
import { type QuestionView } from '../hr/questions';
import { getJson, sendRequest } from './api';
import { confirmed } from './confirm';
import { principleWords, setStateWords } from './questionWords';
import { View } from './view';
import { fill, texts } from './texts';

interface Loaded {
  readonly sets: readonly QuestionSetEntry[];
  readonly readyMade: readonly QuestionView[];
}

/** In the order in which HR should look at them. */
const sections: readonly (readonly [title: string, state: QuestionSetEntry['state']])[] = [
  [texts.ownQuestions.states.ready, 'ready'],
  [texts.words.draft, 'draft'],
  [texts.ownQuestions.withdrawnOnes, 'retired'],
];

/** The questions that HR has written, and the ready-made ones by principle. */
@customElement('hr-sets')
export class QuestionSets extends View<Loaded> {
  protected async load(signal: AbortSignal): Promise<Loaded> {
    const [sets, questions] = await Promise.all([
      getJson<QuestionSetEntry[]>('sets', signal),
      getJson<QuestionView[]>('questions', signal),
    ]);
    return { sets, readyMade: questions.filter(({ kind }) => kind === 'reflection') };
  }

  protected show({ sets, readyMade }: Loaded): TemplateResult {
    return html`<div class="spread">
        <h1>${texts.ownQuestions.title}</h1>
        <fluent-button appearance="primary" @click=${() => (location.hash = '#/egna/ny')}
          >${texts.ownQuestions.new}</fluent-button
        >
      </div>
      ${
        sets.length
          ? sections.map(([title, state]) =>
              this.section(
                title,
                sets.filter((set) => set.state === state),
              ),
            )
          : html`<section>
              <h2>${texts.ownQuestions.none}</h2>
              <p>${texts.ownQuestions.noneLead}</p>
            </section>`
      }
      <section>
        <h2>${texts.ownQuestions.readyMade}</h2>
        ${Object.entries(principleWords).map(([principle, words]) => {
          const questions = readyMade.filter((question) => question.principle === principle);
          return questions.length
            ? html`<h3>${words}</h3>
                <ul class="plain">
                  ${questions.map(({ id, ask }) => html`<li><a href="#/utskick/nytt/${id}">${ask}</a></li>`)}
                </ul>`
            : nothing;
        })}
      </section>`;
  }

  private section(title: string, sets: readonly QuestionSetEntry[]): TemplateResult | typeof nothing {
    if (!sets.length) return nothing;
    return html`<section>
      <h2>${title}</h2>
      <ul class="plain">
        ${sets.map(
          ({ id, asks, title: name, principle, state, changedOn }) =>
            html`<li class="option">
              <div>
                <div class="row">
                  <a href="#/egna/${id}">${asks[0]}</a>
                  <fluent-badge appearance="tint" color=${setStateWords[state].color}
                    >${setStateWords[state].label}</fluent-badge
                  >
                </div>
                <div class="quiet">
                  ${[
                    name,
                    principle && principleWords[principle],
                    asks.length > 1 && fill(texts.ownQuestions.count, { count: asks.length }),
                    fill(texts.ownQuestions.changedOn, { changedOn }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
                <div class="row">${this.actions(sets.find((set) => set.id === id)!)}</div>
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private actions({ id, flow, state, asks }: QuestionSetEntry): TemplateResult {
    const about = `”${asks[0]}”`;
    return html`${
        state === 'ready'
          ? html`<fluent-button
              size="small"
              aria-label=${fill(texts.ownQuestions.planFor, { question: about })}
              @click=${() => (location.hash = `#/utskick/nytt/${flow}`)}
              >${texts.ownQuestions.plan}</fluent-button
            >`
          : nothing
      }
      <fluent-button
        size="small"
        aria-label=${fill(texts.ownQuestions.copyOf, { question: about })}
        ?disabled=${this.busy}
        @click=${() => this.copy(id)}
        >${texts.ownQuestions.copy}</fluent-button
      >
      ${
        state === 'retired'
          ? nothing
          : html`<fluent-button
              size="small"
              aria-label=${fill(texts.ownQuestions.withdrawOf, { question: about })}
              ?disabled=${this.busy}
              @click=${() => this.retire(id)}
              >${texts.ownQuestions.withdraw}</fluent-button
            >`
      }`;
  }

  private readonly copy = (id: string): Promise<boolean> =>
    this.attempt(async () => {
      const copy = await sendRequest<QuestionSetEntry>('POST', `sets/${id}/copy`);
      location.hash = `#/egna/${copy.id}`;
    });

  private async retire(id: string): Promise<void> {
    const asked = {
      title: texts.ownQuestions.withdrawAsk,
      text: texts.ownQuestions.withdrawAbout,
      act: texts.ownQuestions.withdraw,
    };
    if (!(await confirmed(this.renderRoot, asked))) return;
    await this.attempt(() => sendRequest('POST', `sets/${id}/retire`), texts.ownQuestions.withdrawnDone);
    await this.reload();
  }
}
