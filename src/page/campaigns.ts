import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type CampaignState } from '../campaigns/campaign';
import { type CampaignEntry } from '../hr/campaignList';
import { getJson } from './api';
import { View } from './view';
import { campaignStateWords, managers, swedish } from './words';

/** In the order in which they want attention. */
const sections: readonly (readonly [title: string, states: readonly CampaignState[]])[] = [
  ['Väntar på godkännande', ['awaiting']],
  ['Pågår', ['running', 'paused']],
  ['Utkast', ['draft']],
  ['Mallar', ['template']],
  ['Tidigare', ['cancelled', 'recalled', 'closed']],
];

const sentWords = ({ runs, recipients }: CampaignEntry['sent']): string =>
  runs === 1 ? `skickat till ${managers(recipients)}` : `skickat ${swedish(runs)} gånger`;

/** All campaigns. */
@customElement('hr-campaigns')
export class Campaigns extends View<CampaignEntry[]> {
  protected load(signal: AbortSignal): Promise<CampaignEntry[]> {
    return getJson('campaigns', signal);
  }

  protected show(campaigns: CampaignEntry[]): TemplateResult {
    return html`<div class="spread">
        <h1>Utskick</h1>
        <fluent-button appearance="primary" @click=${() => (location.hash = '#/utskick/nytt')}
          >Nytt utskick</fluent-button
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
              <h2>Inga utskick ännu</h2>
              <p>
                Välj en färdig fråga, eller <a href="#/egna/ny">skriv en egen</a>, vilka som ska få den och när.
                Cheferna får den i sin chatt med Tillitscoachen. Du ser hur en grupp svarade, aldrig vem som svarade
                vad.
              </p>
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
                  ${audienceName} · ${state === 'running' && next ? `nästa gång ${next}` : when}
                  ${sent.runs ? html`· ${sentWords(sent)}` : nothing}
                </div>
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}
