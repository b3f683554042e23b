import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Draft } from '../campaigns/draft';
import { type CampaignView } from '../hr/campaigns';
import { type QuestionView } from '../hr/questions';
import { RequestDeclined, getJson, sendRequest } from './api';
import { draftIn, textIn } from './form';
import { styles } from './styles';
import { field } from './field';
import { nameFor, questionGroups } from './questionGroups';
import { firstDayOf, planFields } from './planFields';
import { View } from './view';
import { workingDays } from './words';
import { type Group } from '../hr/ports';
import { fill, sentence, shared, texts } from './texts';

interface Loaded {
  readonly questions: QuestionView[];
  readonly groups: Group[];
  readonly campaign?: CampaignView;
}

const usualAnswerDays = 5;

/** The form of a campaign: the question, for whom, and when. */
@customElement('hr-editor')
export class Editor extends View<Loaded> {
  static override styles = [
    styles,
    css`
      .beside {
        display: grid;
        gap: 1.5rem;
      }
      @media (min-width: 52rem) {
        .beside {
          grid-template-columns: 1fr 26rem;
        }
      }
    `,
  ];
  /** '' for a new campaign. */
  @property({ attribute: false }) campaign = '';
  /** The question with which a new campaign begins. */
  @property({ attribute: false }) proposed = '';
  @state() private flow = '';
  /** The fields as the person has written them. */
  @state() private name?: string;
  @state() private card?: object;
  @state() private kind: Draft['plan']['kind'] = 'once';
  @state() private audience: Draft['audience']['kind'] = 'everyone';
  /** The day of the first card and the working days to answer, as the form has them. */
  private time: Record<'from' | 'days', string> = { from: '', days: '' };
  /** The revision that the form was filled in from. */
  private seen?: number;
  /** The version that somebody else has stored meanwhile. */
  @state() private other?: CampaignView;
  @state() private wrong: Readonly<Record<string, string>> = {};

  protected async load(signal: AbortSignal): Promise<Loaded> {
    const [questions, groups] = await Promise.all([
      getJson<QuestionView[]>('questions', signal),
      getJson<Group[]>('groups', signal),
    ]);
    const campaign = this.campaign
      ? await getJson<CampaignView>(`campaigns/${encodeURIComponent(this.campaign)}`, signal)
      : undefined;
    if (campaign) [this.kind, this.audience] = [campaign.plan.kind, campaign.audience.kind];
    this.seen = campaign?.revision;
    this.time = { from: firstDayOf(campaign?.plan), days: String(campaign?.answerDays ?? usualAnswerDays) };
    const wanted = campaign?.flow ?? this.proposed;
    const isThere = questions.some(({ id }) => id === wanted);
    // A draft may name a question that has been retired since.
    if (wanted && !isThere) this.wrong = { flow: texts.editor.questionGone };
    await this.choose(isThere ? wanted : questions[0]!.id);
    return { questions, groups, campaign };
  }

  private async choose(flow: string): Promise<void> {
    this.flow = flow;
    const time = new URLSearchParams(this.time).toString();
    const card = await getJson<object>(`questions/${encodeURIComponent(flow)}/card?${time}`).catch(() => undefined);
    // The person may have chosen another one meanwhile.
    if (this.flow === flow) this.card = card;
  }

  /** The card says until when it can be answered, so it is drawn again when that has changed. */
  private readonly retime = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    if (name !== 'from' && name !== 'answerDays') return;
    this.time = name === 'from' ? { ...this.time, from: value } : { ...this.time, days: value };
    void this.choose(this.flow);
  };

  protected show({ questions, groups, campaign }: Loaded): TemplateResult {
    const chosen = questions.find(({ id }) => id === this.flow);
    return html`<p><a href=${campaign ? `#/utskick/${campaign.id}` : '#/utskick'}>${texts.editor.back}</a></p>
      <h1>${campaign ? texts.editor.change : texts.campaigns.new}</h1>
      ${this.otherVersion()}
      <div class="beside">
        <form class="card" @submit=${this.keep} @change=${this.retime} novalidate>
          ${field(
            texts.words.question,
            html`<select
              name="flow"
              @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}
            >
              ${questionGroups(questions, this.flow)}
            </select>`,
            html`${this.fieldFault('flow')}
              <p class="quiet"><a href="#/egna/ny">${texts.editor.writeOwn}</a></p>`,
          )}
          ${chosen && !chosen.counted ? html`<p class="quiet">${texts.editor.inWords}</p>` : nothing}
          ${field(
            texts.editor.name,
            html`<input
              type="text"
              name="title"
              maxlength="100"
              .value=${this.name ?? campaign?.title ?? nameFor(chosen)}
              @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
              aria-describedby="title-about"
            />`,
            html`<span id="title-about" class="quiet">${texts.editor.nameAbout}</span> ${this.fieldFault('title')}`,
          )}
          ${this.audienceFields(groups, campaign)}
          ${planFields(campaign?.plan, this.kind, (kind) => (this.kind = kind), this.fieldFault('plan'))}
          ${field(
            texts.editor.answerDays,
            html`<input
              type="number"
              name="answerDays"
              min="1"
              max="30"
              .value=${String(campaign?.answerDays ?? usualAnswerDays)}
              aria-describedby="answer-about"
            />`,
            html`<span id="answer-about" class="quiet">${texts.editor.answerDaysAbout}</span>
              ${this.fieldFault('answerDays')}`,
          )}
          ${field(
            texts.editor.least,
            html`<input type="number" name="least" min="6" max="100" .value=${String(campaign?.least ?? 6)} />`,
            this.fieldFault('least'),
          )}
          <fluent-button type="submit" appearance="primary" ?disabled=${this.busy}>${texts.editor.save}</fluent-button>
          <p class="quiet">${texts.editor.later}</p>
        </form>
        <div>
          <h2>${texts.words.cardLooks}</h2>
          ${this.card ? html`<hr-card .card=${this.card}></hr-card>` : nothing}
          <p></p>
          <fluent-button @click=${this.preview} ?disabled=${this.busy}>${texts.editor.sendToMe}</fluent-button>
        </div>
      </div>`;
  }

  private audienceFields(groups: readonly Group[], campaign?: CampaignView): TemplateResult {
    const kept = campaign?.audience.kind === 'group' ? campaign.audience.group : '';
    const option = (kind: Draft['audience']['kind'], label: string) =>
      html`<label class="option">
        <input
          type="radio"
          name="audience"
          value=${kind}
          .checked=${this.audience === kind}
          @change=${() => (this.audience = kind)}
        />
        ${label}
      </label>`;
    return html`<fieldset>
      <legend>${texts.editor.recipients}</legend>
      ${option('everyone', shared.everyone)} ${option('group', texts.documentFacts.oneGroup)}
      ${
        this.audience === 'group'
          ? groups.length
            ? html`<select name="group" aria-label=${shared.group}>
                ${groups.map(
                  ({ id, title, size }) =>
                    html`<option value=${id} ?selected=${id === kept}>${title} (${size})</option>`,
                )}
              </select>`
            : html`<p>${sentence(texts.editor.noGroups, {}, (words) => html`<a href="#/grupper/ny">${words}</a>`)}</p>`
          : nothing
      }
      ${this.fieldFault('audience')}
    </fieldset>`;
  }

  /** What the service says about a field, or about anything in it. */
  private fieldFault(field: string): TemplateResult | typeof nothing {
    const [, message] =
      Object.entries(this.wrong).find(([name]) => name === field || name.startsWith(`${field}.`)) ?? [];
    return message ? html`<span class="wrong" role="alert">${message}</span>` : nothing;
  }

  private readonly keep = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const draft = draftIn((name) => textIn(form, name));
    this.wrong = {};
    await this.attempt(async () => {
      try {
        const { id } = this.campaign
          ? await sendRequest<CampaignView>('PUT', `campaigns/${this.campaign}`, { ...draft, revision: this.seen })
          : await sendRequest<CampaignView>('POST', 'campaigns', draft);
        location.hash = `#/utskick/${id}`;
      } catch (error) {
        if (error instanceof RequestDeclined) this.wrong = error.fields;
        if (error instanceof RequestDeclined && error.status === 409) await this.showOther();
        throw error;
      }
    });
  };

  /** Shows the other version beside what the person has written. The person may then store their own instead. */
  private async showOther(): Promise<void> {
    this.other = await getJson<CampaignView>(`campaigns/${encodeURIComponent(this.campaign)}`);
    this.seen = this.other.revision;
  }

  private otherVersion(): TemplateResult | typeof nothing {
    if (!this.other) return nothing;
    const { title, question, audienceName, when, answerDays, least, state } = this.other;
    const link = (words: string) => html`<a href="#/utskick/${this.campaign}">${words}</a>`;
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

  private readonly preview = (): Promise<boolean> =>
    this.attempt(() => sendRequest('POST', `questions/${this.flow}/preview`), texts.editor.sentToMe);
}
