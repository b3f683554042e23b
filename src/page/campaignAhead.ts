import { html, nothing, type TemplateResult } from 'lit';
import { type CampaignView, type Trial } from '../hr/campaigns';
import { fill, sentence, texts } from './texts';
import { managers } from './words';

/** What HR should know of a campaign beside the button that sends. */
export function campaignAhead({ id, plan, ownLaunch }: CampaignView, trial: Trial): TemplateResult {
  const { recipients, waiting, absent, capped, pushes, needsApproval } = trial;
  const left: [number, string][] = [
    [waiting, texts.campaign.waiting],
    [capped, texts.campaign.capped],
    [absent, texts.campaign.absent],
  ];
  return html`<h2>${fill(texts.campaign.recipients, { managers: managers(recipients) })}</h2>
    <p class="quiet">${texts.campaign.optedOut}</p>
    <ul>
      ${left.filter(([count]) => count).map(([count, why]) => html`<li>${fill(why, { managers: managers(count) })}</li>`)}
    </ul>
    <div class="warning">
      <p>
        ${
          pushes.sendings
            ? sentence(texts.campaign.pushes, { sendings: pushes.sendings, most: pushes.most })
            : sentence(texts.campaign.noPushes)
        }
      </p>
      <p class="quiet">${texts.campaign.burden}</p>
    </div>
    ${plan.kind === 'once' ? nothing : html`<hr-year .campaign=${id}></hr-year>`}
    ${needsApproval ? html`<p>${texts.campaign.needsApproval}</p>` : nothing}
    ${ownLaunch ? html`<p>${texts.campaign.ownLaunch}</p>` : nothing}`;
}
