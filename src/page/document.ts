import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type DocumentView } from '../hr/documentViews';
import { RequestDeclined, getJson, sendRequest } from './api';
import { confirmed } from './confirm';
import { changesBetween, type DocumentChanges } from './documentChanges';
import { documentBadges } from './documentBadges';
import { type DocumentFactsForm } from './documentFacts';
import { documentNotices } from './documentNotices';
import { actWords, documentTabs, exchangeWords, type DocumentTab } from './documentWords';
import { styles } from './styles';
import { tabs } from './tabs';
import { View } from './view';
import { texts } from './texts';

type Act = DocumentView['acts'][number];

/** One document: its text, its facts, how it is cited and found, and what can be done with it. */
@customElement('hr-document')
export class OneDocument extends View<DocumentView> {
  static override styles = [
    styles,
    tabs,
    css`
      h1 {
        margin-bottom: 0.5rem;
        overflow-wrap: anywhere;
      }
      h2 {
        outline: none;
      }
      nav {
        margin: 0.5rem 0 1rem;
      }
      .about {
        margin-top: 0.35rem;
      }
      .acts {
        margin: 0.75rem 0;
      }
    `,
  ];
  @property({ attribute: false }) document = '';
  @property({ attribute: false }) tab: DocumentTab = 'text';
  @state() private isReplacing = false;
  @state() private changes?: DocumentChanges;
  @state() private wrong: Readonly<Record<string, string>> = {};
  /** The result of the latest change, newer than what was loaded. */
  @state() private latest?: DocumentView;

  private path(does = ''): string {
    return `documents/${encodeURIComponent(this.document)}${does && `/${does}`}`;
  }

  protected async load(signal: AbortSignal): Promise<DocumentView> {
    const view = await getJson<DocumentView>(this.path(), signal);
    this.latest = undefined;
    return view;
  }

  /** A screen reader reads the name of the part that is shown now. */
  protected override updated(changed: PropertyValues): void {
    if (changed.get('tab')) this.renderRoot.querySelector<HTMLElement>('#tab')?.focus();
  }

  protected show(loaded: DocumentView): TemplateResult {
    const view = this.latest ?? loaded;
    return html`<p><a href="#/dokument">${texts.document.all}</a></p>
      <h1>${view.title}</h1>
      <div class="row">${documentBadges(view)}</div>
      ${documentNotices(view)}
      <div class="row acts">
        ${view.acts.includes('publish') ? this.exchanges(view) : nothing}
        ${view.acts.map((act) => this.button(act, view))}
      </div>
      ${this.isReplacing ? this.replacement(view) : nothing}
      <nav aria-label=${texts.document.about}>
        ${(Object.keys(documentTabs) as DocumentTab[]).map(
          (tab) =>
            html`<a
              href="#/dokument/${view.id}/${tab}"
              aria-current=${tab === this.tab ? 'page' : nothing}
              @click=${() => (this.fault = this.done = '')}
              >${documentTabs[tab]}</a
            >`,
        )}
      </nav>
      <section aria-labelledby="tab">
        <h2 id="tab" tabindex="-1">${documentTabs[this.tab]}</h2>
        ${this.partOf(view)}
        <hr-document-facts
          ?hidden=${this.tab !== 'fakta'}
          .document=${view}
          .wrong=${this.wrong}
          @kept=${this.take}
        ></hr-document-facts>
      </section>`;
  }

  private partOf(view: DocumentView): TemplateResult | typeof nothing {
    switch (this.tab) {
      case 'text':
        return html`<hr-document-text .document=${view} .changes=${this.changes}></hr-document-text>`;
      case 'citat':
        return view.card
          ? html`<p>${texts.document.cited}</p>
              <hr-card .card=${view.card}></hr-card>`
          : html`<p>${texts.document.nothingToCite}</p>`;
      case 'prova':
        return html`<hr-document-try
          .draft=${view.state === 'draft' || view.hasDraft ? view.id : ''}
        ></hr-document-try>`;
      case 'hittas':
        return html`<hr-document-findability
          .document=${view}
          @kept=${this.take}
          @outdated=${() => this.reload()}
        ></hr-document-findability>`;
      // It is always there, so that what somebody has written is not lost.
      case 'fakta':
        return nothing;
    }
  }

  private button(act: Act, view: DocumentView): TemplateResult {
    if (act === 'replace')
      return html`<fluent-button @click=${() => (this.isReplacing = !this.isReplacing)}
        >${actWords.replace.label}</fluent-button
      >`;
    return html`<fluent-button
      appearance=${act === 'publish' && !view.older.length ? 'primary' : nothing}
      ?disabled=${this.busy}
      @click=${() => this.act(act, view)}
      >${actWords[act].label}</fluent-button
    >`;
  }

  /** Whether a newer edition replaces an older one. */
  private exchanges(view: DocumentView): TemplateResult[] {
    return view.older.map(
      ({ id, title, date }) =>
        html`<fluent-button
          appearance="primary"
          ?disabled=${this.busy}
          @click=${() => this.act('publish', view, { id, done: exchangeWords.done })}
          >${exchangeWords.label(title, date)}</fluent-button
        >`,
    );
  }

  private replacement(view: DocumentView): TemplateResult {
    return html`<section>
      <h2>${texts.document.replace}</h2>
      <p>${texts.document.replaceAbout}</p>
      <hr-document-drop
        .label=${texts.document.newFile}
        .path=${`${this.path('file')}?revision=${view.revision}`}
        @read=${(event: CustomEvent<DocumentView>) => this.replaced(view, event.detail)}
        @unread=${() => this.reload()}
      ></hr-document-drop>
    </section>`;
  }

  private replaced(before: DocumentView, after: DocumentView): void {
    this.changes = changesBetween(before.blocks, after.blocks);
    [this.latest, this.isReplacing] = [after, false];
    this.done = texts.document.read;
    location.hash = `#/dokument/${after.id}/text`;
  }

  private readonly take = (event: CustomEvent<DocumentView>): void => {
    [this.latest, this.wrong, this.done] = [event.detail, {}, ''];
  };

  private async act(
    act: Act,
    view: DocumentView,
    exchange?: { readonly id: string; readonly done: string },
  ): Promise<void> {
    const { ask, label, done } = actWords[act];
    if (ask && !(await confirmed(this.renderRoot, { ...ask, act: label }))) return;
    // What is published is what the form shows.
    if (act === 'publish' && !(await this.factsAreKept())) return;
    // A draft that was never published no longer exists then.
    const isLast = act === 'discard' && view.state === 'draft';
    const isDone = await this.attempt(async () => {
      const next = await this.send(act, exchange?.id);
      if (isLast) location.hash = '#/dokument';
      else [this.latest, this.changes] = [next, undefined];
    }, exchange?.done ?? done);
    if (!isDone) await this.reload();
  }

  private async send(act: Act, withdraws?: string): Promise<DocumentView> {
    const { revision } = this.latest ?? this.loaded!;
    const also = withdraws === undefined ? '' : `&withdraws=${encodeURIComponent(withdraws)}`;
    try {
      this.wrong = {};
      return await sendRequest<DocumentView>('POST', `${this.path(act)}?revision=${revision}${also}`);
    } catch (error) {
      if (error instanceof RequestDeclined && Object.keys(error.fields).length) {
        this.wrong = error.fields;
        location.hash = `#/dokument/${this.document}/fakta`;
      }
      throw error;
    }
  }

  private async factsAreKept(): Promise<boolean> {
    const form = this.renderRoot.querySelector<DocumentFactsForm>('hr-document-facts');
    if (!form || (await form.keepIfChanged())) return true;
    location.hash = `#/dokument/${this.document}/fakta`;
    return false;
  }
}
