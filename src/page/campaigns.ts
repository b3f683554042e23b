import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type CampaignState } from '../campaigns/campaign';
import { type CampaignEntry } from '../hr/campaignList';
import { getJson } from './api';
import { View } from './view';
import { campaignStateWords, managers, swedish } from './words';
import { fill, sentence, shared, texts } from './texts';

/** In the order in which HR should look at them. */
const sections: readonly (readonly [title: string, states: readonly CampaignState[]])[] = [
  [shared.campaignStates.awaiting, ['awaiting']],
  [shared.campaignStates.running, ['running', 'paused']],
  [shared.campaignStates.draft, ['draft']],
  [texts.campaigns.templates, ['template']],
  [texts.campaigns.past, ['cancelled', 'recalled', 'closed']],
];

const sentWords = ({ runs, recipients }: CampaignEntry['sent']): string =>
  runs === 1
    ? fill(texts.campaigns.sentTo, { managers: managers(recipients) })
    : fill(texts.campaigns.sentTimes, { count: swedish(runs) });

/** All campaigns. */
@customElement('hr-campaigns')
export class Campaigns extends View<CampaignEntry[]> {
  protected load(signal: AbortSignal): Promise<CampaignEntry[]> {
    return getJson('campaigns', signal);
  }

  protected show(campaigns: CampaignEntry[]): TemplateResult {
    return html`<div class="spread">
        <h1>${texts.campaigns.title}</h1>
        <fluent-button appearance="primary" @click=${() => (location.hash = '#/utskick/nytt')}
          >${texts.campaigns.new}</fluent-button
        >
      </div>
      ${
        campaigns.length
          ? sections.map(([title, which]) =>
              this.section(
                title,
                campaigns.filter(({ state }) => which.includes(state)),
              ),
            )
          : html`<section>
              <h2>${texts.campaigns.none}</h2>
              <p>${sentence(texts.campaigns.noneLead, {}, (words) => html`<a href="#/egna/ny">${words}</a>`)}</p>
            </section>`
      }`;
  }

  private section(title: string, campaigns: readonly CampaignEntry[]): TemplateResult | typeof nothing {
    if (!campaigns.length) return nothing;
    return html`<section>
      <h2>${title}</h2>
      <ul class="plain">
        ${campaigns.map(
          ({ id, title, state, when, next, audienceName, sent }) =>
            html`<li class="option">
              <div>
                <div class="row">
                  <a href="#/utskick/${id}">${title}</a>
                  <fluent-badge appearance="tint" color=${campaignStateWords[state].color}
                    >${campaignStateWords[state].label}</fluent-badge
                  >
                </div>
                <div class="quiet">
                  ${audienceName} · ${state === 'running' && next ? fill(texts.campaigns.next, { next }) : when}
                  ${sent.runs ? html`· ${sentWords(sent)}` : nothing}
                </div>
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}
