import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type HrService } from '../hr/hrService';
import { type Figures } from '../hr/figures';
import { type AbsencesView } from '../hr/groups';
import { getJson, sendRequest } from './api';
import { listInput } from './listInput';
import { View } from './view';
import { sourceWords } from './listWords';
import { entries, managers, momentInWords, monthInWords, reasonWords, swedish } from './words';
import { type AuditEntry } from '../hr/ports';
import { fill, sentence, texts } from './texts';

/** How much the bot is used. It names nobody. */
@customElement('hr-figures')
export class FiguresView extends View<Figures> {
  protected load(signal: AbortSignal): Promise<Figures> {
    return getJson('figures', signal);
  }

  protected show({ people, questions, liked, disliked, reasons, flows }: Figures): TemplateResult {
    return html`<h1>${texts.figures.title}</h1>
      <section>
        <p>
          ${people === undefined ? sentence(texts.figures.fewPeople) : sentence(texts.figures.people, { people: swedish(people) })}
        </p>
        <p>${sentence(texts.figures.thumbs, { liked: swedish(liked), disliked: swedish(disliked) })}</p>
        ${
          reasons.length
            ? html`<p>
                ${fill(texts.figures.notHelpful, {
                  reasons: reasons.map(({ reason, count }) => `${reasonWords[reason]} ${swedish(count)}`).join(', '),
                })}
              </p>`
            : nothing
        }
        <p class="quiet">${texts.figures.events}</p>
      </section>
      <section>
        <h2>${texts.figures.perMonth}</h2>
        ${
          questions.length
            ? html`<table>
                <thead>
                  <tr>
                    <th scope="col">${texts.figures.month}</th>
                    <th scope="col" class="number">${texts.figures.found}</th>
                    <th scope="col" class="number">${texts.figures.unsure}</th>
                    <th scope="col" class="number">${texts.figures.none}</th>
                  </tr>
                </thead>
                <tbody>
                  ${questions.map(
                    ({ month, found, unsure, none }) =>
                      html`<tr>
                        <th scope="row">${monthInWords(month)}</th>
                        <td class="number">${swedish(found)}</td>
                        <td class="number">${swedish(unsure)}</td>
                        <td class="number">${swedish(none)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>`
            : html`<p>${texts.figures.noQuestions}</p>`
        }
      </section>
      <section>
        <h2>${texts.figures.flows}</h2>
        ${
          flows.length
            ? html`<table>
                <thead>
                  <tr>
                    <th scope="col">${texts.figures.flow}</th>
                    <th scope="col" class="number">${texts.figures.begun}</th>
                    <th scope="col" class="number">${texts.figures.finished}</th>
                  </tr>
                </thead>
                <tbody>
                  ${flows.map(
                    ({ title, begun, finished }) =>
                      html`<tr>
                        <th scope="row">${title}</th>
                        <td class="number">${swedish(begun)}</td>
                        <td class="number">${swedish(finished)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>`
            : html`<p>${texts.figures.noFlows}</p>`
        }
      </section>`;
  }
}

/** Who did what, when. */
@customElement('hr-log')
export class Log extends View<AuditEntry[]> {
  @state() private older: readonly AuditEntry[] = [];
  @state() private isWhole = false;

  protected load(signal: AbortSignal): Promise<AuditEntry[]> {
    return getJson('log', signal);
  }

  protected show(latest: AuditEntry[]): TemplateResult {
    const all = [...latest, ...this.older];
    return html`<h1>${texts.log.title}</h1>
      <section>
        <p>${texts.log.lead}</p>
        ${
          all.length
            ? html`<div class="scroll" tabindex="0" role="region" aria-label=${texts.log.title}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${texts.log.at}</th>
                      <th scope="col">${texts.log.by}</th>
                      <th scope="col">${texts.log.act}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${all.map(
                      ({ at, name, by, act, about, title }) =>
                        html`<tr>
                          <td>${momentInWords(at)}</td>
                          <td>${name || by}</td>
                          <td>
                            ${entries[act] ?? act}${
                              title && about ? html`: <a href="#/utskick/${about}">${title}</a>` : nothing
                            }
                          </td>
                        </tr>`,
                    )}
                  </tbody>
                </table>
              </div>`
            : html`<p>${texts.log.none}</p>`
        }
        ${
          all.length && !this.isWhole
            ? html`<fluent-button ?disabled=${this.busy} @click=${() => this.more(all.at(-1)!.id)}
                >${texts.log.older}</fluent-button
              >`
            : nothing
        }
      </section>`;
  }

  private async more(after: string): Promise<void> {
    await this.attempt(async () => {
      const page = await getJson<AuditEntry[]>(`log?after=${encodeURIComponent(after)}`);
      this.older = [...this.older, ...page];
      this.isWhole = !page.length;
    });
  }
}

type Kept = Awaited<ReturnType<HrService['absences']['count']>>;

/** People who are away for a time, and get nothing meanwhile. */
@customElement('hr-absences')
export class Absences extends View<Kept> {
  @state() private read?: AbsencesView;

  protected load(signal: AbortSignal): Promise<Kept> {
    return getJson('absences', signal);
  }

  protected show({ people, away }: Kept): TemplateResult {
    const malformed = this.read?.lines.filter(({ verdict }) => verdict === 'malformed') ?? [];
    return html`<h1>${texts.absences.title}</h1>
      <section>
        <p>
          ${
            people
              ? sentence(texts.absences.count, { managers: managers(people), away: swedish(away) })
              : texts.absences.none
          }
          ${texts.absences.meanwhile}
        </p>
        <label class="field">
          <span>${texts.absences.newList}</span>
          ${listInput(this.replace)}
        </label>
        <p id="about" class="quiet">${texts.absences.about}</p>
        ${this.read ? sourceWords(this.read.source).map((said) => html`<p>${said}</p>`) : nothing}
        ${
          malformed.length
            ? html`<div role="alert">
                <p class="wrong">${texts.absences.malformed}</p>
                <ul>
                  ${malformed.slice(0, 100).map(({ line }) => html`<li>${fill(texts.absences.line, { line })}</li>`)}
                </ul>
              </div>`
            : nothing
        }
      </section>`;
  }

  private readonly replace = async (event: Event): Promise<void> => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (!file) return;
    this.read = undefined;
    await this.attempt(async () => void (this.read = await sendRequest<AbsencesView>('PUT', 'absences', file)));
    const taken: AbsencesView | undefined = this.read;
    if (taken && !(taken as AbsencesView).lines.some(({ verdict }) => verdict === 'malformed'))
      this.done = texts.absences.saved;
    await this.reload();
  };
}
