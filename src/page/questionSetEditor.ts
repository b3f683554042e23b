import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type QuestionSetPreview } from '../hr/previewQuestionSet';
import { type QuestionSetView } from '../hr/questionSets';
import { RequestDeclined, getJson, sendRequest } from './api';
import { faultBelow, faultIn, field } from './field';
import { questionFields } from './questionFields';
import { emptyQuestion, emptySet, formOf, mostQuestions, wordsIn, type FormSet } from './questionForm';
import { keptNotice, otherVersion } from './questionSetNotices';
import { principleWords } from './questionWords';
import { styles } from './styles';
import { submitButton } from './submitButton';
import { forgetUnsaved, keepUnsaved, unsavedIn, unsavedNotice } from './unsaved';
import { View } from './view';
import { texts } from './texts';

/** Milliseconds without a key press until the card is made again. */
const pause = 250;

/** The form of HR's own question, with its card beside it. */
@customElement('hr-set')
export class QuestionSetEditor extends View<QuestionSetView | null> {
  static override styles = [
    styles,
    css`
      @media (min-width: 56rem) {
        .seen {
          position: sticky;
          top: 1rem;
          align-self: start;
        }
      }
      fieldset {
        border-bottom: 1px solid var(--colorNeutralStroke2);
        padding-bottom: 1rem;
      }
      .field p {
        margin: 0.25rem 0 0;
      }
      legend {
        font-size: 1.15rem;
      }
    `,
  ];
  /** '' for a new question set. */
  @property({ attribute: false }) set = '';
  /** Whether it has just been stored. */
  @property({ attribute: false }) isKept = false;
  @state() private form: FormSet = emptySet;
  @state() private seen?: QuestionSetPreview;
  @state() private wrong: Readonly<Record<string, string>> = {};
  /** The version that somebody else has stored meanwhile. */
  @state() private other?: QuestionSetView;
  /** The revision that the form was filled in from. */
  private revision = 0;
  private isUnsaved = false;
  private timer?: ReturnType<typeof setTimeout>;
  private looks = 0;

  protected async load(signal: AbortSignal): Promise<QuestionSetView | null> {
    const kept = this.set ? await getJson<QuestionSetView>(this.path(), signal) : null;
    const stored = { form: kept ? formOf(kept) : emptySet, revision: kept?.revision ?? 0 };
    const unsaved = unsavedIn<typeof stored>(this.place);
    ({ form: this.form, revision: this.revision } = unsaved ?? stored);
    this.isUnsaved = unsaved !== undefined;
    await this.look();
    return kept;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** The name under which unsaved text is kept. */
  private get place(): string {
    return `egna/${this.set}`;
  }

  private readonly beginAgain = (): void => {
    forgetUnsaved(this.place);
    this.other = undefined;
    void this.reload();
  };

  private path(does = ''): string {
    return `sets/${encodeURIComponent(this.set)}${does && `/${does}`}`;
  }

  protected show(kept: QuestionSetView | null): TemplateResult {
    const isRetired = kept?.state === 'retired';
    return html`<p><a href="#/egna">${texts.ownQuestions.all}</a></p>
      <h1>
        ${kept ? (isRetired ? texts.ownQuestions.withdrawnOne : texts.ownQuestions.change) : texts.ownQuestions.new}
      </h1>
      ${this.isKept && kept ? keptNotice(kept) : nothing} ${this.other ? otherVersion(this.other) : nothing}
      ${this.isUnsaved && !isRetired ? unsavedNotice(this.beginAgain) : nothing}
      <div class="beside">
        ${
          isRetired
            ? html`<section>
                <p>${texts.ownQuestions.noChange}</p>
                <fluent-button ?disabled=${this.busy} @click=${this.copy}>${texts.words.makeCopy}</fluent-button>
              </section>`
            : this.fields(kept)
        }
        <div class="seen">
          <h2>${texts.words.cardLooks}</h2>
          ${this.seen ? html`<hr-card .card=${this.seen.card}></hr-card>` : nothing}
        </div>
      </div>`;
  }

  private fields(kept: QuestionSetView | null): TemplateResult {
    const { title, principle, questions } = this.form;
    const isReady = kept?.state === 'ready';
    return html`<form class="card" @submit=${this.submit} novalidate>
      ${questions.map((question, at) =>
        questionFields(question, {
          at,
          isAlone: questions.length === 1,
          findings: (this.seen?.findings ?? []).filter((each) => each.question === at),
          wrong: (name) => this.fieldFault(`questions.${at}.${name}`),
          wrongQuote: this.wrong[`questions.${at}.source`] ?? '',
          change: (next) => this.change({ questions: questions.map((each, place) => (place === at ? next : each)) }),
          remove: () => this.change({ questions: questions.filter((_, place) => place !== at) }),
        }),
      )}
      ${
        questions.length < mostQuestions
          ? html`<p>
              <fluent-button
                size="small"
                @click=${() => this.change({ questions: [...questions, { ...emptyQuestion, kind: 'text' }] })}
                >${texts.ownQuestions.addToCard}</fluent-button
              >
            </p>`
          : nothing
      }
      ${this.fieldFault('questions')}
      ${field(
        texts.ownQuestions.principle,
        html`<select
          name="principle"
          @change=${(event: Event) => this.change({ principle: (event.target as HTMLSelectElement).value })}
        >
          <option value="">${texts.ownQuestions.noPrinciple}</option>
          ${Object.entries(principleWords).map(
            ([id, words]) => html`<option value=${id} ?selected=${id === principle}>${words}</option>`,
          )}
        </select>`,
        this.fieldFault('principle'),
      )}
      ${field(
        texts.ownQuestions.heading,
        html`<input
          type="text"
          name="title"
          maxlength="60"
          .value=${title}
          @input=${(event: Event) => this.change({ title: (event.target as HTMLInputElement).value })}
          aria-describedby="title-about"
        />`,
        html`<span id="title-about" class="quiet">${texts.ownQuestions.headingAbout}</span>
          ${this.fieldFault('title')}`,
      )}
      <div class="row">
        ${submitButton(texts.words.save, this.busy, 'primary')}
        ${
          isReady
            ? nothing
            : html`<fluent-button ?disabled=${this.busy} @click=${() => this.keep(false)}
                >${texts.ownQuestions.asDraft}</fluent-button
              >`
        }
      </div>
      <p class="quiet">${isReady ? texts.ownQuestions.readyAbout : texts.ownQuestions.notSent}</p>
    </form>`;
  }

  /** Of the questions as a whole, and not of one of them. */
  private fieldFault(name: string): TemplateResult | typeof nothing {
    return name === 'questions' ? faultBelow(this.wrong[name]) : faultIn(this.wrong, name);
  }

  private change(over: Partial<FormSet>): void {
    this.form = { ...this.form, ...over };
    this.isKept = false;
    keepUnsaved(this.place, { form: this.form, revision: this.revision });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), pause);
  }

  /** The card of what the form holds. A response to an older request is thrown away. */
  private async look(): Promise<void> {
    const look = ++this.looks;
    try {
      const seen = await sendRequest<QuestionSetPreview>('POST', 'sets/preview', wordsIn(this.form));
      if (look === this.looks) [this.seen, this.wrong] = [seen, {}];
    } catch (error) {
      if (look === this.looks && error instanceof RequestDeclined) this.wrong = error.fields;
    }
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.keep(true);
  };

  private keep(ready: boolean): Promise<boolean> {
    return this.attempt(async () => {
      clearTimeout(this.timer);
      // The card beside it is the one that is stored.
      await this.look();
      this.wrong = {};
      const body = { ...wordsIn(this.form), ready };
      try {
        const { id } = this.set
          ? await sendRequest<QuestionSetView>('PUT', this.path(), { ...body, revision: this.revision })
          : await sendRequest<QuestionSetView>('POST', 'sets', body);
        forgetUnsaved(this.place);
        const kept = `#/egna/${id}/sparad`;
        if (location.hash !== kept) location.hash = kept;
        else {
          [this.isKept, this.other] = [true, undefined];
          await this.reload();
        }
      } catch (error) {
        if (error instanceof RequestDeclined) this.wrong = error.fields;
        if (error instanceof RequestDeclined && error.status === 409) await this.showOther();
        throw error;
      }
    });
  }

  /** Shows the other version above what the person has written. The person may then store their own instead. */
  private async showOther(): Promise<void> {
    this.other = await getJson<QuestionSetView>(this.path());
    this.revision = this.other.revision;
  }

  private readonly copy = (): Promise<boolean> =>
    this.attempt(async () => {
      const { id } = await sendRequest<QuestionSetView>('POST', this.path('copy'));
      location.hash = `#/egna/${id}`;
    });
}
