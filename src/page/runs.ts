import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type CampaignView } from '../hr/campaigns';
import { type RunView } from '../hr/runs';
import { styles } from './styles';
import { managers, movedWords, skipWords } from './words';
import { fill, texts } from './texts';

/** The runs of a campaign, coming and past. */
@customElement('hr-runs')
export class Runs extends LitElement {
  static override styles = styles;
  @property({ attribute: false }) runs: readonly RunView[] = [];
  @property({ attribute: false }) campaign?: CampaignView;

  override render(): TemplateResult {
    return html`<section>
      <h2>${texts.runs.title}</h2>
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
    const day = state === 'planned' ? fill(at === 0 ? texts.runs.next : texts.runs.then, { when }) : when;
    const left = [
      ...(held.capped ? [fill(texts.runs.capped, { managers: managers(held.capped) })] : []),
      ...(held.absent ? [fill(texts.runs.absent, { managers: managers(held.absent) })] : []),
    ];
    const isSent = state === 'sent' || state === 'published';
    return html`<div>${day}${moved ? html` (${moved.from} ${movedWords[moved.because]})` : nothing}</div>
      <div class="quiet">
        ${
          isSent
            ? html`${managers(recipients)} ·
              ${state === 'sent' ? html`${fill(texts.runs.answerUntil, { answerUntil })}` : texts.runs.published}`
            : nothing
        }
        ${reason ? skipWords[reason] : nothing} ${left.length ? html`· ${left.join(', ')}` : nothing}
      </div>`;
  }
}
