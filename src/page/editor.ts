import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { type Draft } from '../campaigns/draft';
import { type CampaignView } from '../hr/campaigns';
import { type QuestionView } from '../hr/questions';
import { RequestDeclined, getJson, sendRequest } from './api';
import { audienceFields } from './audienceFields';
import { otherVersion } from './campaignNotices';
import { draftIn, textIn } from './form';
import { faultIn, field } from './field';
import { nameFor, questionGroups } from './questionGroups';
import { firstDayOf, planFields } from './planFields';
import { submitButton } from './submitButton';
import { forgetUnsaved, keepUnsaved, unsavedIn, unsavedNotice } from './unsaved';
import { View } from './view';
import { type Group } from '../hr/ports';
import { texts } from './texts';

interface Loaded {
  readonly questions: QuestionView[];
  readonly groups: Group[];
  /** With what the form is filled in: what is stored, or what was written and not saved. */
  readonly filled?: Draft;
  readonly isUnsaved: boolean;
}

/** What has been written, and the revision that the form was filled in from. */
interface Unsaved {
  readonly draft: Draft;
  readonly revision?: number;
}

const usualAnswerDays = 5;

/** The form of a campaign: the question, for whom, and when. */
@customElement('hr-editor')
export class Editor extends View<Loaded> {
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
    const unsaved = unsavedIn<Unsaved>(this.place);
    const filled = unsaved?.draft ?? campaign;
    this.name = unsaved?.draft.title;
    [this.kind, this.audience] = [filled?.plan.kind ?? 'once', filled?.audience.kind ?? 'everyone'];
    this.seen = unsaved ? unsaved.revision : campaign?.revision;
    this.time = { from: firstDayOf(filled?.plan), days: String(filled?.answerDays ?? usualAnswerDays) };
    const wanted = filled?.flow ?? this.proposed;
    const isThere = questions.some(({ id }) => id === wanted);
    // A draft may name a question that has been retired since.
    if (wanted && !isThere) this.wrong = { flow: texts.editor.questionGone };
    await this.choose(isThere ? wanted : questions[0]!.id);
    return { questions, groups, filled, isUnsaved: unsaved !== undefined };
  }

  /** The name under which unsaved text is kept. */
  private get place(): string {
    return `utskick/${this.campaign}/${this.proposed}`;
  }

  private readonly remember = ({ currentTarget }: Event): void => {
    const form = new FormData(currentTarget as HTMLFormElement);
    const written: Unsaved = { draft: draftIn((name) => textIn(form, name)), revision: this.seen };
    keepUnsaved(this.place, written);
  };

  private readonly beginAgain = (): void => {
    forgetUnsaved(this.place);
    [this.wrong, this.other] = [{}, undefined];
    void this.reload();
  };

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

  protected show(loaded: Loaded): TemplateResult {
    const { questions, groups, filled, isUnsaved } = loaded;
    const chosen = questions.find(({ id }) => id === this.flow);
    return html`<p><a href="#/utskick/${this.campaign}">${texts.editor.back}</a></p>
      <h1>${this.campaign ? texts.editor.change : texts.campaigns.new}</h1>
      ${this.other ? otherVersion(this.other) : nothing} ${isUnsaved ? unsavedNotice(this.beginAgain) : nothing}
      <div class="beside">
        ${keyed(
          loaded,
          html`<form class="card" @submit=${this.keep} @change=${this.retime} @input=${this.remember} novalidate>
            ${field(
              texts.words.question,
              html`<select
                name="flow"
                @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}
              >
                ${questionGroups(questions, this.flow)}
              </select>`,
              html`${faultIn(this.wrong, 'flow')}
                <p class="quiet"><a href="#/egna/ny">${texts.editor.writeOwn}</a></p>`,
            )}
            ${chosen && !chosen.counted ? html`<p class="quiet">${texts.editor.inWords}</p>` : nothing}
            ${field(
              texts.editor.name,
              html`<input
                type="text"
                name="title"
                maxlength="100"
                .value=${this.name ?? filled?.title ?? nameFor(chosen)}
                @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
                aria-describedby="title-about"
              />`,
              html`<span id="title-about" class="quiet">${texts.editor.nameAbout}</span>
                ${faultIn(this.wrong, 'title')}`,
            )}
            ${audienceFields(groups, filled?.audience, this.audience, (kind) => (this.audience = kind), faultIn(this.wrong, 'audience'))}
            ${planFields(filled?.plan, this.kind, (kind) => (this.kind = kind), faultIn(this.wrong, 'plan'))}
            ${field(
              texts.editor.answerDays,
              html`<input
                type="number"
                name="answerDays"
                min="1"
                max="30"
                .value=${String(filled?.answerDays ?? usualAnswerDays)}
                aria-describedby="answer-about"
              />`,
              html`<span id="answer-about" class="quiet">${texts.editor.answerDaysAbout}</span>
                ${faultIn(this.wrong, 'answerDays')}`,
            )}
            ${field(
              texts.editor.least,
              html`<input type="number" name="least" min="6" max="100" .value=${String(filled?.least ?? 6)} />`,
              faultIn(this.wrong, 'least'),
            )}
            ${submitButton(texts.editor.save, this.busy, 'primary')}
            <p class="quiet">${texts.editor.later}</p>
          </form>`,
        )}
        <div>
          <h2>${texts.words.cardLooks}</h2>
          ${this.card ? html`<hr-card .card=${this.card}></hr-card>` : nothing}
          <p></p>
          <fluent-button @click=${this.preview} ?disabled=${this.busy}>${texts.editor.sendToMe}</fluent-button>
        </div>
      </div>`;
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
        forgetUnsaved(this.place);
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

  private readonly preview = (): Promise<boolean> =>
    this.attempt(() => sendRequest('POST', `questions/${this.flow}/preview`), texts.editor.sentToMe);
}
