import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type CampaignAction } from '../campaigns/campaign';
import { type CampaignView, type Trial } from '../hr/campaigns';
import { type Results } from '../hr/results';
import { type RunView } from '../hr/runs';
import { getJson, sendRequest } from './api';
import { confirmed } from './confirm';
import { View } from './view';
import {
  actionWords,
  campaignStateWords,
  deliveryWords,
  failingWords,
  managers,
  retryWords,
  sinceInWords,
  workingDays,
} from './words';

/** Milliseconds between two looks at one that is under way. */
const interval = 2_000;

interface Loaded {
  readonly campaign: CampaignView;
  /** Before it is sent. */
  readonly trial?: Trial;
  /** Once it has been launched. */
  readonly runs?: readonly RunView[];
  readonly results?: Results;
}

/** One campaign: before it is sent, while it goes out, and what came of it. */
@customElement('hr-campaign')
export class CampaignPage extends View<Loaded> {
  @property({ attribute: false }) campaign = '';
  private timer?: ReturnType<typeof setInterval>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => {
      const seen = this.loading.value?.campaign.state;
      if (!document.hidden && !this.busy && seen !== 'draft' && seen !== 'template') void this.reload();
    }, interval);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected async load(signal: AbortSignal): Promise<Loaded> {
    const at = `campaigns/${encodeURIComponent(this.campaign)}`;
    const campaign = await getJson<CampaignView>(at, signal);
    const isToCome = campaign.state === 'draft' || campaign.state === 'awaiting';
    const isLaunched = !isToCome && campaign.state !== 'template';
    return {
      campaign,
      ...(isToCome && { trial: await getJson<Trial>(`${at}/trial`, signal) }),
      ...(isLaunched && { runs: await getJson<readonly RunView[]>(`${at}/runs`, signal) }),
      ...(isLaunched && { results: await getJson<Results>(`${at}/results`, signal) }),
    };
  }

  protected show({ campaign, trial, runs, results }: Loaded): TemplateResult {
    const { title, state, question, when, next, audienceName, answerDays, least, failing } = campaign;
    return html`<p><a href="#/utskick">Alla utskick</a></p>
      <div class="row">
        <h1>${title}</h1>
        <fluent-badge appearance="tint" color=${campaignStateWords[state].color}
          >${campaignStateWords[state].label}</fluent-badge
        >
      </div>
      <section>
        <p><strong>${question ?? 'Frågan finns inte längre.'}</strong></p>
        <p class="quiet">
          ${audienceName} · ${when}${next ? html` · nästa gång ${next}` : nothing}<br />Svarstid:
          ${workingDays(answerDays)}. Sedan visas resultatet, från ${least} svar i en grupp.
        </p>
        ${
          failing
            ? html`<p class="warning" role="status">${failingWords[failing.because](sinceInWords(failing.since))}</p>`
            : nothing
        }
        ${trial ? this.ahead(campaign, trial) : nothing} ${this.buttons(campaign)}
      </section>
      ${runs?.length ? html`<hr-runs .runs=${runs} .campaign=${campaign} @changed=${() => this.reload()}></hr-runs>` : nothing}
      ${this.progress(campaign, runs)}
      ${results ? html`<hr-results .results=${results} .campaign=${campaign.id}></hr-results>` : nothing}`;
  }

  /** What HR should know beside the button that sends. */
  private ahead({ id, plan, ownLaunch }: CampaignView, trial: Trial): TemplateResult {
    const { recipients, waiting, absent, capped, pushes, needsApproval } = trial;
    const left: [number, string][] = [
      [waiting, 'nås inte ännu, och får kortet efter att ha installerat boten, så länge utskicket pågår.'],
      [capped, 'har ett annat utskick den veckan och får inte detta.'],
      [absent, 'är frånvarande och får inte detta.'],
    ];
    return html`<h2>${managers(recipients)} får kortet</h2>
      <p class="quiet">De som har avstått från utskick får inget. Hur många de är visas inte.</p>
      <ul>
        ${left.filter(([count]) => count).map(([count, why]) => html`<li>${managers(count)} ${why}</li>`)}
      </ul>
      <div class="warning">
        <p>
          ${
            pushes.sendings
              ? html`De här cheferna har fått <strong>${pushes.sendings} utskick den här månaden</strong>, som mest
                  ${pushes.most} var.`
              : html`De här cheferna har <strong>inte fått något utskick den här månaden</strong>.`
          }
        </p>
        <p class="quiet">
          ”Risken är annars ytterligare styrning och administrativ börda för professionen.” Region Skåne, svar på
          motion, 2021
        </p>
      </div>
      ${plan.kind === 'once' ? nothing : html`<hr-year .campaign=${id}></hr-year>`}
      ${
        needsApproval
          ? html`<p>Utskicket går till många. Någon annan i HR behöver godkänna det innan det skickas.</p>`
          : nothing
      }
      ${ownLaunch ? html`<p>Du har skickat det vidare. Nu behöver någon annan i HR godkänna det.</p>` : nothing}`;
  }

  private buttons({ id, state, acts: can }: CampaignView): TemplateResult {
    const isOpen = state === 'draft' || state === 'template';
    return html`<div class="row">
      ${can.map(
        (act) =>
          html`<fluent-button
            appearance=${act === 'launch' || act === 'approve' ? 'primary' : 'outline'}
            ?disabled=${this.busy}
            @click=${() => this.act(act)}
            >${actionWords[act].label}</fluent-button
          >`,
      )}
      ${
        isOpen
          ? html`<fluent-button @click=${() => (location.hash = `#/utskick/${id}/andra`)}>Ändra</fluent-button>`
          : nothing
      }
      <fluent-button appearance="subtle" ?disabled=${this.busy} @click=${() => this.copy('duplicate')}>
        ${state === 'template' ? 'Använd mallen' : 'Gör en kopia'}
      </fluent-button>
      ${
        state === 'template'
          ? nothing
          : html`<fluent-button appearance="subtle" ?disabled=${this.busy} @click=${() => this.copy('template')}>
              Spara som mall
            </fluent-button>`
      }
      ${
        isOpen
          ? html`<fluent-button appearance="subtle" ?disabled=${this.busy} @click=${this.takeAway}
              >Ta bort</fluent-button
            >`
          : nothing
      }
    </div>`;
  }

  private progress({ tally, state }: CampaignView, runs: readonly RunView[] = []): TemplateResult | typeof nothing {
    const takesAnswers = (state === 'running' || state === 'paused') && runs.some((run) => run.state === 'sent');
    const all = Object.values(tally).reduce((sum, count) => sum + count, 0);
    if (!all) return nothing;
    const over = all - tally.waiting - tally.planned - tally.claimed;
    const rows = (Object.keys(tally) as (keyof typeof tally)[]).filter((each) => tally[each]);
    return html`<section>
      <h2 id="progress">Leveranser</h2>
      <p>${tally.sent.toLocaleString('sv-SE')} av ${all.toLocaleString('sv-SE')} är framme.</p>
      <fluent-progress-bar
        role="progressbar"
        aria-labelledby="progress"
        min="0"
        max=${all}
        value=${over}
        aria-valuemin="0"
        aria-valuemax=${all}
        aria-valuenow=${over}
      ></fluent-progress-bar>
      <table>
        <caption class="quiet">
          Var leveranserna är
        </caption>
        <tbody>
          ${rows.map(
            (each) =>
              html`<tr>
                <th scope="row">${deliveryWords[each]}</th>
                <td class="number">${tally[each].toLocaleString('sv-SE')}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        tally.failed && takesAnswers
          ? html`<fluent-button appearance="outline" ?disabled=${this.busy} @click=${this.retry}
              >${retryWords.label}</fluent-button
            >`
          : nothing
      }
    </section>`;
  }

  private readonly retry = async (): Promise<void> => {
    await this.attempt(() => sendRequest('POST', `campaigns/${this.campaign}/retry`), retryWords.done);
    await this.reload();
  };

  private async act(does: CampaignAction): Promise<void> {
    const { label, ask, done } = actionWords[does];
    if (ask && !(await confirmed(this.renderRoot, { ...ask, act: label }))) return;
    const seen = this.loading.value?.campaign.revision ?? 0;
    await this.attempt(() => sendRequest('POST', `campaigns/${this.campaign}/${does}?revision=${seen}`), done);
    await this.reload();
  }

  private async copy(as: 'duplicate' | 'template'): Promise<void> {
    await this.attempt(async () => {
      const { id } = await sendRequest<CampaignView>('POST', `campaigns/${this.campaign}/${as}`);
      location.hash = as === 'duplicate' ? `#/utskick/${id}/andra` : '#/utskick';
    });
  }

  private readonly takeAway = async (): Promise<void> => {
    const asked = { title: 'Ta bort utkastet?', text: 'Det går inte att ångra.', act: 'Ta bort' };
    if (!(await confirmed(this.renderRoot, asked))) return;
    await this.attempt(async () => {
      await sendRequest('DELETE', `campaigns/${this.campaign}`);
      location.hash = '#/utskick';
    });
  };
}
