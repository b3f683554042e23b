import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type HrService } from '../hr/hrService';
import { type Figures } from '../hr/figures';
import { type AbsencesView } from '../hr/groups';
import { getJson, sendRequest } from './api';
import { View } from './view';
import { sourceWords } from './listWords';
import { entries, managers, momentInWords, reasonWords, swedish } from './words';
import { type AuditEntry } from '../hr/ports';

/** How much the bot is used, by nobody in particular. */
@customElement('hr-figures')
export class FiguresView extends View<Figures> {
  protected load(signal: AbortSignal): Promise<Figures> {
    return getJson('figures', signal);
  }

  protected show({ people, questions, liked, disliked, reasons, flows }: Figures): TemplateResult {
    return html`<h1>Användning</h1>
      <section>
        <p><strong>${people === undefined ? 'Färre än sex' : swedish(people)}</strong> har en chatt med boten.</p>
        <p>Hjälpte svaret? <strong>${swedish(liked)}</strong> tummar upp, <strong>${swedish(disliked)}</strong> ner.</p>
        ${
          reasons.length
            ? html`<p>
                Det som inte hjälpte:
                ${reasons.map(({ reason, count }) => `${reasonWords[reason]} ${swedish(count)}`).join(', ')}. Ett skäl
                visas när minst sex personer har valt det.
              </p>`
            : nothing
        }
        <p class="quiet">Siffrorna räknar händelser, utan namn.</p>
      </section>
      <section>
        <h2>Frågor per månad</h2>
        ${
          questions.length
            ? html`<table>
                <thead>
                  <tr>
                    <th scope="col">Månad</th>
                    <th scope="col" class="number">Fick svar</th>
                    <th scope="col" class="number">Osäkert</th>
                    <th scope="col" class="number">Inget svar</th>
                  </tr>
                </thead>
                <tbody>
                  ${questions.map(
                    ({ month, found, unsure, none }) =>
                      html`<tr>
                        <th scope="row">${month}</th>
                        <td class="number">${swedish(found)}</td>
                        <td class="number">${swedish(unsure)}</td>
                        <td class="number">${swedish(none)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>`
            : html`<p>Inga frågor de senaste 90 dagarna.</p>`
        }
      </section>
      <section>
        <h2>Guider och reflektioner</h2>
        ${
          flows.length
            ? html`<table>
                <thead>
                  <tr>
                    <th scope="col">Guide</th>
                    <th scope="col" class="number">Påbörjade</th>
                    <th scope="col" class="number">Klara</th>
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
            : html`<p>En guide visas när minst sex personer har påbörjat den.</p>`
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
    return html`<h1>Logg</h1>
      <section>
        <p>Vem som gjorde vad, och när. Innehåll står aldrig här.</p>
        ${
          all.length
            ? html`<div class="scroll" tabindex="0" role="region" aria-label="Logg">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">När</th>
                      <th scope="col">Vem</th>
                      <th scope="col">Vad</th>
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
            : html`<p>Inget har hänt ännu.</p>`
        }
        ${
          all.length && !this.isWhole
            ? html`<fluent-button ?disabled=${this.busy} @click=${() => this.more(all.at(-1)!.id)}
                >Visa äldre</fluent-button
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

/** Those who are away for a time, and get nothing meanwhile. */
@customElement('hr-absences')
export class Absences extends View<Kept> {
  @state() private read?: AbsencesView;

  protected load(signal: AbortSignal): Promise<Kept> {
    return getJson('absences', signal);
  }

  protected show({ people, away }: Kept): TemplateResult {
    const malformed = this.read?.lines.filter(({ verdict }) => verdict === 'malformed') ?? [];
    return html`<h1>Frånvaro</h1>
      <section>
        <p>
          ${
            people
              ? html`Listan har <strong>${managers(people)}</strong>, och ${swedish(away)} är frånvarande i dag.`
              : 'Det finns ingen lista ännu.'
          }
          Den som är frånvarande får inga utskick under tiden.
        </p>
        <label class="field">
          <span>Ny lista (CSV eller Excel)</span>
          <input type="file" accept=".csv,.xlsx,.txt" @change=${this.replace} aria-describedby="about" />
        </label>
        <p id="about" class="quiet">
          En rad per frånvaro: e-postadress eller objekt-id, från och till som 2026-12-01. Skriv aldrig varför. En ny
          lista ersätter den gamla.
        </p>
        ${this.read ? sourceWords(this.read.source).map((said) => html`<p>${said}</p>`) : nothing}
        ${
          malformed.length
            ? html`<div role="alert">
                <p class="wrong">Inget är sparat: de här raderna går inte att läsa.</p>
                <ul>
                  ${malformed.slice(0, 100).map(({ line }) => html`<li>Rad ${line}</li>`)}
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
      this.done = 'Listan är sparad.';
    await this.reload();
  };
}
