import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type DocumentEntry, type DocumentFacts, type DocumentView } from '../hr/documentViews';
import { type Group } from '../hr/ports';
import { RequestDeclined, getJson, sendRequest } from './api';
import { differencesIn, factsIn, factWords, isSame, type WrittenFact } from './documentFactsForm';
import { faultBelow, field } from './field';
import { styles } from './styles';
import { submitButton } from './submitButton';
import { forgetUnsaved, keepUnsaved, unsavedIn, unsavedNotice } from './unsaved';
import { View } from './view';
import { sentence, shared, texts } from './texts';

interface Loaded {
  readonly groups: readonly Group[];
  /** Facts of other documents, to choose from. */
  readonly used: Readonly<Record<'publisher' | 'kind' | 'weight', readonly string[]>>;
}

/** What has been written, and the facts that the form was filled in from. */
interface Unsaved {
  readonly form: DocumentFacts;
  readonly from: DocumentFacts;
}

const hints: Readonly<Partial<Record<WrittenFact, string>>> = texts.documentFacts.hints;

/** The facts that HR gives about a document. The event `kept` tells what has been stored. */
@customElement('hr-document-facts')
export class DocumentFactsForm extends View<Loaded> {
  static override styles = [
    styles,
    css`
      .warning h3 {
        margin-top: 0;
      }
      .field p {
        margin: 0.25rem 0 0;
      }
    `,
  ];
  @property({ attribute: false }) document!: DocumentView;
  /** Field -> what the service says is wrong with it. */
  @property({ attribute: false }) wrong: Readonly<Record<string, string>> = {};
  @state() private form?: DocumentFacts;
  /** What somebody else has stored meanwhile. */
  @state() private other?: DocumentView;
  @state() private isUnsaved = false;

  protected async load(signal: AbortSignal): Promise<Loaded> {
    const [groups, documents] = await Promise.all([
      getJson<Group[]>('groups', signal),
      getJson<DocumentEntry[]>('documents', signal),
    ]);
    const unsaved = unsavedIn<Unsaved>(this.place);
    if (unsaved) {
      this.form = unsaved.form;
      if (!isSame(unsaved.from, this.document)) this.other = this.document;
    }
    this.isUnsaved = unsaved !== undefined;
    const used = (fact: 'publisher' | 'kind' | 'weight') => [...new Set(documents.map((each) => each[fact]))].sort();
    return { groups, used: { publisher: used('publisher'), kind: used('kind'), weight: used('weight') } };
  }

  /** Other facts have arrived while somebody writes. Both versions are shown before the next save. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('document');
    if (before && this.form && !isSame(before, this.document)) this.other = this.document;
  }

  /** The name under which unsaved text is kept. */
  private get place(): string {
    return `dokument/${this.document.id}`;
  }

  /** The facts in the form: the stored ones, until somebody writes. */
  private get written(): DocumentFacts {
    return this.form ?? factsIn(this.document);
  }

  /** Stores what has been written. False where the service declines it. */
  async keepIfChanged(): Promise<boolean> {
    return !this.form || isSame(this.form, this.document) || this.keep();
  }

  protected show({ groups, used }: Loaded): TemplateResult {
    const { audience } = this.written;
    return html`${this.isUnsaved && !this.other ? unsavedNotice(this.beginAgain) : nothing}
      ${this.other ? this.otherVersion(differencesIn(this.other, this.written, groups)) : nothing}
      <form @submit=${this.submit} novalidate>
        ${this.text('title', 200)} ${this.text('publisher', 120, used.publisher)} ${this.text('date', 10)}
        ${this.text('kind', 80, used.kind)} ${this.text('weight', 120, used.weight)} ${this.text('url', 2000)}
        <fieldset>
          <legend>${texts.documentFacts.audience}</legend>
          ${this.option(texts.documentFacts.everyone, audience.kind === 'everyone', () => ({ kind: 'everyone' }))}
          ${
            groups.length
              ? this.option(texts.documentFacts.oneGroup, audience.kind === 'group', () => ({
                  kind: 'group',
                  group: groups[0]!.id,
                }))
              : html`<p class="quiet">
                  ${sentence(texts.documentFacts.groupFirst, {}, (words) => html`<a href="#/grupper/ny">${words}</a>`)}
                </p>`
          }
          ${
            audience.kind === 'group'
              ? field(
                  shared.group,
                  html`<select
                    @change=${(event: Event) =>
                      this.change({ audience: { kind: 'group', group: (event.target as HTMLSelectElement).value } })}
                  >
                    ${
                      groups.some(({ id }) => id === audience.group)
                        ? nothing
                        : html`<option value=${audience.group} selected>${shared.goneGroup}</option>`
                    }
                    ${groups.map(
                      ({ id, title }) => html`<option value=${id} ?selected=${id === audience.group}>${title}</option>`,
                    )}
                  </select>`,
                  html`<p class="quiet">${texts.documentFacts.others}</p>`,
                )
              : nothing
          }
          <p class="quiet">${texts.documentFacts.audienceNow}</p>
          ${faultBelow(this.wrong.audience)}
        </fieldset>
        ${submitButton(texts.documentFacts.save, this.busy, 'primary')}
      </form>`;
  }

  private text(name: WrittenFact, longest: number, used: readonly string[] = []): TemplateResult {
    const hint = hints[name];
    return field(
      factWords[name],
      html`<input
          type="text"
          name=${name}
          maxlength=${longest}
          list=${used.length ? `${name}-used` : nothing}
          aria-describedby=${hint ? `${name}-hint` : nothing}
          .value=${this.written[name]}
          @input=${(event: Event) => this.change({ [name]: (event.target as HTMLInputElement).value })}
        />${
          used.length
            ? html`<datalist id="${name}-used">${used.map((each) => html`<option value=${each}></option>`)}</datalist>`
            : nothing
        }`,
      html`${hint ? html`<p id="${name}-hint" class="quiet">${hint}</p>` : nothing} ${faultBelow(this.wrong[name])}`,
    );
  }

  private option(label: string, isChosen: boolean, audience: () => DocumentFacts['audience']): TemplateResult {
    return html`<label class="option">
      <input type="radio" name="audience" .checked=${isChosen} @change=${() => this.change({ audience: audience() })} />
      ${label}
    </label>`;
  }

  private otherVersion(lines: readonly string[]): TemplateResult {
    return html`<div class="warning" role="status">
      <h3>${texts.words.otherChanged.document}</h3>
      ${
        lines.length
          ? html`<ul>
                ${lines.map((line) => html`<li>${line}</li>`)}
              </ul>
              <p>${texts.words.saveAgain}</p>`
          : html`<p>${texts.documentFacts.same}</p>`
      }
      <fluent-button size="small" @click=${this.takeOther}>${texts.words.keepOther}</fluent-button>
    </div>`;
  }

  private readonly beginAgain = (): void => {
    this.forget();
    [this.fault, this.wrong] = ['', {}];
  };

  /** The form shows what is stored again. */
  private forget(): void {
    forgetUnsaved(this.place);
    [this.form, this.other, this.isUnsaved] = [undefined, undefined, false];
  }

  private readonly takeOther = (): void => {
    const detail = this.other;
    this.beginAgain();
    this.dispatchEvent(new CustomEvent('kept', { detail }));
  };

  private change(over: Partial<DocumentFacts>): void {
    this.form = { ...this.written, ...over };
    const written: Unsaved = { form: this.form, from: factsIn(this.other ?? this.document) };
    keepUnsaved(this.place, written);
    this.done = '';
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.keep();
  };

  private keep(): Promise<boolean> {
    return this.attempt(async () => {
      this.wrong = {};
      const path = `documents/${encodeURIComponent(this.document.id)}`;
      // The facts from which the form was filled in, or the other version that has been shown since.
      const { revision } = this.other ?? this.document;
      try {
        const kept = await sendRequest<DocumentView>('PUT', path, { ...trimmed(this.written), revision });
        this.forget();
        this.dispatchEvent(new CustomEvent('kept', { detail: kept }));
      } catch (error) {
        if (error instanceof RequestDeclined) this.wrong = error.fields;
        if (error instanceof RequestDeclined && error.status === 409) {
          const kept = await getJson<DocumentView>(path);
          // What is declined for another reason has no other version.
          if (kept.revision !== revision) [this.form, this.other] = [this.written, kept];
        }
        throw error;
      }
    }, texts.words.saved);
  }
}

const trimmed = (facts: DocumentFacts): DocumentFacts => ({
  ...facts,
  ...Object.fromEntries((Object.keys(factWords) as WrittenFact[]).map((name) => [name, facts[name].trim()])),
});
