import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type CampaignView } from '../hr/campaigns';
import { type RunView } from '../hr/runs';
import { styles } from './styles';
import { managers, movedWords, skipWords } from './words';

/** The sendings of a campaign, to come and past. */
@customElement('hr-runs')
export class Runs extends LitElement {
  static override styles = styles;
  @property({ attribute: false }) runs: readonly RunView[] = [];
  @property({ attribute: false }) campaign?: CampaignView;

  override render(): TemplateResult {
    return html`<section>
      <h2>Tillfällen</h2>
      <ul class="plain">
        ${repeat(
          this.runs,
          ({ day }) => day,
          (run, at) => html`<li class="option"><div>${this.run(run, at)} ${this.promise(run)}</div></li>`,
        )}
      </ul>
    </section>`;
  }

  private promise(run: RunView): TemplateResult | typeof nothing {
    if (!this.campaign || !(run.promise ?? run.mayPromise)) return nothing;
    const { id, revision, plan } = this.campaign;
    return html`<hr-promise
      .run=${run}
      .campaign=${id}
      .revision=${revision}
      .recurs=${plan.kind !== 'once'}
    ></hr-promise>`;
  }

  private run({ when, moved, state, reason, answerUntil, recipients, held }: RunView, at: number): TemplateResult {
    const lead = state === 'planned' ? (at === 0 ? 'Nästa: ' : 'Sedan: ') : '';
    const left = [
      ...(held.capped ? [`${managers(held.capped)} hade ett annat utskick den veckan`] : []),
      ...(held.absent ? [`${managers(held.absent)} var frånvarande`] : []),
    ];
    const isSent = state === 'sent' || state === 'published';
    return html`<div>${lead}${when}${moved ? html` (${moved.from} ${movedWords[moved.because]})` : nothing}</div>
      <div class="quiet">
        ${
          isSent
            ? html`${managers(recipients)} ·
              ${state === 'sent' ? html`svar till och med ${answerUntil}` : 'resultatet är publicerat'}`
            : nothing
        }
        ${reason ? skipWords[reason] : nothing} ${left.length ? html`· ${left.join(', ')}` : nothing}
      </div>`;
  }
}
