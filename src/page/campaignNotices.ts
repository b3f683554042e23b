import { html, type TemplateResult } from 'lit';
import { type CampaignView } from '../hr/campaigns';
import { fill, sentence, texts } from './texts';
import { workingDays } from './words';

/** The version of a campaign that somebody else has stored meanwhile. */
export function otherVersion(other: CampaignView): TemplateResult {
  const { id, title, question, audienceName, when, answerDays, least, state } = other;
  const link = (words: string) => html`<a href="#/utskick/${id}">${words}</a>`;
  return html`<div class="warning" role="status">
    <h2>${texts.words.otherChanged.campaign}</h2>
    <p>${texts.conflict.nowCampaign}</p>
    <ul>
      <li>${title}</li>
      <li>${question}</li>
      <li>${audienceName} · ${when}</li>
      <li>${fill(texts.editor.answerTime, { days: workingDays(answerDays), least })}</li>
    </ul>
    ${
      state === 'draft' || state === 'template'
        ? html`<p>${sentence(texts.conflict.keepOrOther, {}, link)}</p>`
        : html`<p>${sentence(texts.editor.tooLate, {}, link)}</p>`
    }
  </div>`;
}
