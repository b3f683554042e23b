import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type CampaignAction, type CampaignState } from '../campaigns/campaign';
import { type CampaignView, type Trial } from '../hr/campaigns';
import { type Results } from '../hr/results';
import { type RunView } from '../hr/runs';
import { followAim } from './aiming';
import { getJson, sendRequest } from './api';
import { campaignAhead } from './campaignAhead';
import { confirmed } from './confirm';
import { View } from './view';
import {
  actionWords,
  campaignStateWords,
  deliveryWords,
  failingWords,
  retryWords,
  sinceInWords,
  workingDays,
} from './words';
import { fill, shared, texts } from './texts';

/** Milliseconds between two readings of a campaign that has been launched or waits to be. */
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
  /** The state of which `done` tells. */
  private told?: CampaignState;
  private readonly isAiming = followAim(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => {
      const seen = this.loaded?.campaign.state;
      if (!document.hidden && !this.busy && !this.isAiming() && seen !== 'draft' && seen !== 'template')
        void this.lookAgain();
    }, interval);
  }

  /** Somebody else may have stopped what this person was told is running. */
  private async lookAgain(): Promise<void> {
    await this.reload();
    if (this.loaded?.campaign.state !== this.told) this.done = '';
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
    return html`<p><a href="#/utskick">${texts.campaign.all}</a></p>
      <div class="row">
        <h1>${title}</h1>
        <fluent-badge appearance="tint" color=${campaignStateWords[state].color}
          >${campaignStateWords[state].label}</fluent-badge
        >
      </div>
      <section>
        <p><strong>${question ?? shared.goneQuestion}</strong></p>
        <p class="quiet">
          ${audienceName} · ${when}${next ? ` · ${fill(texts.campaigns.next, { next })}` : ''}<br />
          ${fill(texts.campaign.answerTime, { days: workingDays(answerDays), least })}
        </p>
        ${
          failing
            ? html`<p class="warning" role="status">${failingWords[failing.because](sinceInWords(failing.since))}</p>`
            : nothing
        }
        ${trial ? campaignAhead(campaign, trial) : nothing} ${this.buttons(campaign)}
      </section>
      ${runs?.length ? html`<hr-runs .runs=${runs} .campaign=${campaign} @changed=${() => this.reload()}></hr-runs>` : nothing}
      ${this.progress(campaign, runs)}
      ${results ? html`<hr-results .results=${results} .campaign=${campaign.id}></hr-results>` : nothing}`;
  }

  private buttons({ id, state, acts: can }: CampaignView): TemplateResult {
    const isOpen = state === 'draft' || state === 'template';
    return html`<div class="row">
      ${repeat(
        can,
        // A button never becomes another one under somebody's finger.
        (act) => act,
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
          ? html`<fluent-button @click=${() => (location.hash = `#/utskick/${id}/andra`)}
              >${texts.words.change}</fluent-button
            >`
          : nothing
      }
      <fluent-button appearance="subtle" ?disabled=${this.busy} @click=${() => this.copy('duplicate')}>
        ${state === 'template' ? texts.campaign.useTemplate : texts.words.makeCopy}
      </fluent-button>
      ${
        state === 'template'
          ? nothing
          : html`<fluent-button appearance="subtle" ?disabled=${this.busy} @click=${() => this.copy('template')}>
              ${texts.campaign.asTemplate}
            </fluent-button>`
      }
      ${
        isOpen
          ? html`<fluent-button appearance="subtle" ?disabled=${this.busy} @click=${this.takeAway}
              >${texts.words.remove}</fluent-button
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
      <h2 id="progress">${texts.campaign.progress}</h2>
      <p>
        ${fill(texts.campaign.arrived, { sent: tally.sent.toLocaleString('sv-SE'), all: all.toLocaleString('sv-SE') })}
      </p>
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
          ${texts.campaign.progressAbout}
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
    this.told = this.loaded?.campaign.state;
    await this.attempt(() => sendRequest('POST', `campaigns/${this.campaign}/retry`), retryWords.done);
    await this.reload();
  };

  private async act(does: CampaignAction): Promise<void> {
    const { label, ask, done } = actionWords[does];
    if (ask && !(await confirmed(this.renderRoot, { ...ask, act: label }))) return;
    const seen = this.loaded?.campaign.revision ?? 0;
    const path = `campaigns/${this.campaign}/${does}?revision=${seen}`;
    const isDone = await this.attempt(
      async () => (this.told = (await sendRequest<CampaignView>('POST', path)).state),
      done,
    );
    if (isDone && this.told === 'awaiting') this.done = texts.campaign.handedOver;
    await this.reload();
  }

  private async copy(as: 'duplicate' | 'template'): Promise<void> {
    await this.attempt(async () => {
      const { id } = await sendRequest<CampaignView>('POST', `campaigns/${this.campaign}/${as}`);
      location.hash = as === 'duplicate' ? `#/utskick/${id}/andra` : '#/utskick';
    });
  }

  private readonly takeAway = async (): Promise<void> => {
    const asked = { title: texts.campaign.removeAsk, text: texts.words.noUndo, act: texts.words.remove };
    if (!(await confirmed(this.renderRoot, asked))) return;
    await this.attempt(async () => {
      await sendRequest('DELETE', `campaigns/${this.campaign}`);
      location.hash = '#/utskick';
    });
  };
}
