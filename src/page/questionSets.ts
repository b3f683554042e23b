import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type QuestionSetEntry } from '../hr/questionSets';
import { type QuestionView } from '../hr/questions';
import { getJson, sendRequest } from './api';
import { confirmed } from './confirm';
import { principleWords, setStateWords } from './questionWords';
import { View } from './view';

interface Loaded {
  readonly sets: readonly QuestionSetEntry[];
  readonly readyMade: readonly QuestionView[];
}

/** In the order in which they want attention. */
const sections: readonly (readonly [title: string, state: QuestionSetEntry['state']])[] = [
  ['Går att skicka', 'ready'],
  ['Utkast', 'draft'],
  ['Pensionerade', 'retired'],
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
        <h1>Egna frågor</h1>
        <fluent-button appearance="primary" @click=${() => (location.hash = '#/egna/ny')}>Ny fråga</fluent-button>
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
              <h2>Inga egna frågor ännu</h2>
              <p>
                Skriv en fråga som passar er region. Du ser kortet medan du skriver, och får hjälp att fråga kort och
                klart.
              </p>
            </section>`
      }
      <section>
        <h2>Färdiga frågor</h2>
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
                    asks.length > 1 && `${asks.length} frågor`,
                    `ändrad ${changedOn}`,
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
              aria-label=${`Planera utskick: ${about}`}
              @click=${() => (location.hash = `#/utskick/nytt/${flow}`)}
              >Planera utskick</fluent-button
            >`
          : nothing
      }
      <fluent-button size="small" aria-label=${`Kopiera ${about}`} ?disabled=${this.busy} @click=${() => this.copy(id)}
        >Kopiera</fluent-button
      >
      ${
        state === 'retired'
          ? nothing
          : html`<fluent-button
              size="small"
              aria-label=${`Pensionera ${about}`}
              ?disabled=${this.busy}
              @click=${() => this.retire(id)}
              >Pensionera</fluent-button
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
      title: 'Pensionera frågan?',
      text: 'Den går inte att välja i nya utskick. Utskick som pågår fortsätter. Det går inte att ångra, men du kan göra en kopia.',
      act: 'Pensionera',
    };
    if (!(await confirmed(this.renderRoot, asked))) return;
    await this.attempt(() => sendRequest('POST', `sets/${id}/retire`), 'Frågan är pensionerad.');
    await this.reload();
  }
}
