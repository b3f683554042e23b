import { html, nothing, type TemplateResult } from 'lit';
import { type Finding } from '../coaching/questionCheck';
import { field } from './field';
import { optionRows, withOption, type FormQuestion } from './questionForm';
import { kindWords } from './questionWords';
import { fill, texts } from './texts';

/** What a question's fields need from the form. */
interface Surroundings {
  /** The question's place, from 0. */
  readonly at: number;
  readonly isAlone: boolean;
  readonly findings: readonly Finding[];
  /** Field within the question -> what is wrong with it. */
  readonly wrong: (field: string) => TemplateResult | typeof nothing;
  readonly wrongQuote: string;
  readonly change: (question: FormQuestion) => void;
  readonly remove: () => void;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** The fields of one question. */
export function questionFields(question: FormQuestion, around: Surroundings): TemplateResult {
  const { at, isAlone, findings, wrong, change, remove } = around;
  const set = (over: Partial<FormQuestion>) => change({ ...question, ...over });
  return html`<fieldset>
    ${isAlone ? nothing : html`<legend>${fill(texts.questionFields.numbered, { number: at + 1 })}</legend>`}
    ${field(
      texts.words.question,
      html`<input
        type="text"
        name="ask"
        maxlength="200"
        .value=${question.ask}
        @input=${(event: Event) => set({ ask: valueOf(event) })}
      />`,
      html`${wrong('ask')} ${findings.map(finding)}`,
    )}
    ${field(
      texts.questionFields.kind,
      html`<select name="kind" @change=${(event: Event) => set({ kind: valueOf(event) as FormQuestion['kind'] })}>
        ${Object.entries(kindWords).map(
          ([kind, words]) => html`<option value=${kind} ?selected=${kind === question.kind}>${words}</option>`,
        )}
      </select>`,
    )}
    ${answers(question, set, wrong)}
    ${field(
      texts.questionFields.intro,
      html`<input
        type="text"
        name="intro"
        maxlength="200"
        .value=${question.intro}
        @input=${(event: Event) => set({ intro: valueOf(event) })}
      />`,
      wrong('intro'),
    )}
    <hr-quote
      .source=${question.source}
      .wrong=${around.wrongQuote}
      @picked=${(event: CustomEvent<FormQuestion['source']>) => set({ source: event.detail })}
    ></hr-quote>
    ${isAlone ? nothing : html`<fluent-button size="small" @click=${remove}>${fill(texts.questionFields.removeNumbered, { number: at + 1 })}</fluent-button>`}
  </fieldset>`;
}

const finding = ({ stops, text }: Finding): TemplateResult =>
  html`<p class=${stops ? 'wrong' : 'quiet'}>
    ${fill(stops ? texts.questionFields.stops : texts.questionFields.advice, { text })}
  </p>`;

const declines = html`<p class="quiet">${texts.questionFields.declines}</p>`;

/** The fields for how a question is answered. */
function answers(
  { kind, options, poles }: FormQuestion,
  set: (over: Partial<FormQuestion>) => void,
  wrong: Surroundings['wrong'],
): TemplateResult {
  switch (kind) {
    case 'choice':
      return html`${optionRows(options).map((option, row) =>
        field(
          fill(texts.questionFields.option, { number: row + 1 }),
          html`<input
            type="text"
            maxlength="80"
            .value=${option}
            @input=${(event: Event) => set({ options: withOption(options, row, valueOf(event)) })}
          />`,
        ),
      )}
      ${wrong('options')} ${declines}`;
    case 'scale':
      return html`${poles.map((pole, end) =>
          field(
            end ? texts.questionFields.secondPole : texts.questionFields.firstPole,
            html`<input
              type="text"
              maxlength="60"
              .value=${pole}
              @input=${(event: Event) => set({ poles: end ? [poles[0], valueOf(event)] : [valueOf(event), poles[1]] })}
            />`,
          ),
        )}
        ${wrong('poles')}
        <p class="quiet">${texts.questionFields.scale}</p>`;
    case 'text':
      return html`<p class="quiet">${texts.questionFields.text}</p>`;
    case 'yesNo':
      return declines;
  }
}
