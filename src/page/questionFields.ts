import { html, nothing, type TemplateResult } from 'lit';
import { type Finding } from '../coaching/questionCheck';
import { field } from './field';
import { optionRows, withOption, type FormQuestion } from './questionForm';
import { kindWords } from './questionWords';

/** What a question's fields need of the form around them. */
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
    ${isAlone ? nothing : html`<legend>Fråga ${at + 1}</legend>`}
    ${field(
      'Fråga',
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
      'Svaras med',
      html`<select name="kind" @change=${(event: Event) => set({ kind: valueOf(event) as FormQuestion['kind'] })}>
        ${Object.entries(kindWords).map(
          ([kind, words]) => html`<option value=${kind} ?selected=${kind === question.kind}>${words}</option>`,
        )}
      </select>`,
    )}
    ${answers(question, set, wrong)}
    ${field(
      'En rad under frågan (får vara tom)',
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
    ${isAlone ? nothing : html`<fluent-button size="small" @click=${remove}>Ta bort fråga ${at + 1}</fluent-button>`}
  </fieldset>`;
}

const finding = ({ stops, text }: Finding): TemplateResult =>
  html`<p class=${stops ? 'wrong' : 'quiet'}>${stops ? 'Går inte att skicka: ' : 'Råd: '}${text}</p>`;

const declines = html`<p class="quiet">”Vill inte svara” kommer av sig självt.</p>`;

/** The fields of what the question is answered with. */
function answers(
  { kind, options, poles }: FormQuestion,
  set: (over: Partial<FormQuestion>) => void,
  wrong: Surroundings['wrong'],
): TemplateResult {
  switch (kind) {
    case 'choice':
      return html`${optionRows(options).map((option, row) =>
        field(
          `Alternativ ${row + 1}`,
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
            end ? 'Skalans andra ände' : 'Skalans ena ände',
            html`<input
              type="text"
              maxlength="60"
              .value=${pole}
              @input=${(event: Event) => set({ poles: end ? [poles[0], valueOf(event)] : [valueOf(event), poles[1]] })}
            />`,
          ),
        )}
        ${wrong('poles')}
        <p class="quiet">Fem steg emellan, ”Vet inte” och ”Vill inte svara” kommer av sig själva.</p>`;
    case 'text':
      return html`<p class="quiet">
        Alltid frivilligt. Du läser bara det som minst tio har valt att dela, utan namn.
      </p>`;
    case 'yesNo':
      return declines;
  }
}
