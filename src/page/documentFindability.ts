import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { RequestDeclined, getJson, sendRequest } from './api';
import { type DocumentView, type PassageFindability } from '../hr/documentViews';
import { passagesInWords } from './documentWords';
import { passageFields, type AskedChange } from './documentPassage';
import { repeat } from 'lit/directives/repeat.js';
import { styles } from './styles';
import { View } from './view';
import { swedish } from './words';
import { sentence, texts, fill } from './texts';

/** How many passages are shown before somebody asks for more. */
const firstPassages = 50;

/**
 * Shows which passages questions find, and lets an editor write what people ask. The event `kept` tells about a change, and
 * `outdated` that somebody else has changed the document.
 */
@customElement('hr-document-findability')
export class DocumentFindability extends View<readonly PassageFindability[]> {
  static override styles = [
    styles,
    css`
      article {
        border-top: 1px solid var(--colorNeutralStroke2);
        padding: 0.75rem 0;
      }
      article h3 {
        margin: 0;
      }
      .excerpt {
        white-space: pre-line;
        overflow-wrap: anywhere;
        margin: 0.25rem 0 0.5rem;
      }
      li.spread {
        padding: 0.25rem 0;
        max-width: 42rem;
        flex-wrap: nowrap;
        align-items: center;
      }
      h4 {
        font-size: 0.875rem;
        margin: 0.75rem 0 0;
      }
      form.row {
        align-items: end;
        max-width: 42rem;
      }
      form.row .field {
        flex: 1 1 16rem;
        margin: 0.5rem 0 0;
      }
    `,
  ];
  @property({ attribute: false }) document!: DocumentView;
  @state() private isWhole = false;
  /** What the region's model has proposed, by passage. */
  @state() private proposed: Readonly<Record<string, readonly string[]>> = {};
  /** The passages in the order in which they were first shown, so that nothing moves while somebody writes. */
  private order?: readonly string[];

  private path(does: string): string {
    return `documents/${encodeURIComponent(this.document.id)}/${does}`;
  }

  protected load(signal: AbortSignal): Promise<readonly PassageFindability[]> {
    return getJson<PassageFindability[]>(this.path('findability'), signal);
  }

  protected show(passages: readonly PassageFindability[]): TemplateResult {
    if (!passages.length) return html`<p>${texts.documentFindability.none}</p>`;
    const lost = passages.filter(({ isFound }) => isFound === 'no');
    this.order ??= [...lost, ...passages.filter(({ isFound }) => isFound !== 'no')].map(({ id }) => id);
    const placeOf = ({ id }: PassageFindability) => this.order!.indexOf(id);
    const ordered = [...passages].sort((one, other) => placeOf(one) - placeOf(other));
    const shown = this.isWhole ? ordered : ordered.slice(0, firstPassages);
    const isAnswering = this.document.state === 'published' && !this.document.hasDraft;
    return html`<p>
        ${
          lost.length
            ? sentence(texts.documentFindability.lost, {
                lost: swedish(lost.length),
                passages: passagesInWords(passages.length),
              })
            : isAnswering
              ? texts.documentFindability.allFound
              : texts.documentFindability.write
        }
        ${isAnswering ? nothing : texts.documentFindability.afterPublishing}
      </p>
      <p>
        <fluent-button size="small" ?disabled=${this.busy} @click=${() => this.attempt(() => this.reload())}
          >${texts.documentFindability.recount}</fluent-button
        >
      </p>
      ${repeat(
        shown,
        ({ id }) => id,
        (passage) =>
          passageFields(
            { ...passage, suggested: [...passage.suggested, ...this.proposedFor(passage)] },
            this.busy,
            (change) => this.keep(passage.id, change),
            this.document.canPropose ? () => void this.propose(passage.id) : undefined,
          ),
      )}
      ${
        shown.length < ordered.length
          ? html`<fluent-button @click=${() => (this.isWhole = true)}
              >${fill(texts.documentFindability.rest, { count: swedish(ordered.length - shown.length) })}</fluent-button
            >`
          : nothing
      }`;
  }

  /** The model's questions that are neither accepted nor dropped yet. */
  private proposedFor({ id, asked, suggested }: PassageFindability): readonly string[] {
    return (this.proposed[id] ?? []).filter((question) => !asked.includes(question) && !suggested.includes(question));
  }

  private propose(passage: string): Promise<boolean> {
    return this.attempt(async () => {
      const questions = await sendRequest<string[]>('POST', this.path('proposals'), { passage });
      this.proposed = { ...this.proposed, [passage]: questions };
    }, texts.documentFindability.proposed);
  }

  private keep(passage: string, { accept = [], drop = [] }: AskedChange): Promise<boolean> {
    return this.attempt(
      async () => {
        const { revision } = this.document;
        const body = { passage, accept, drop, revision };
        try {
          this.proposed = {
            ...this.proposed,
            [passage]: (this.proposed[passage] ?? []).filter((question) => !drop.includes(question)),
          };
          const kept = await sendRequest<DocumentView>('POST', this.path('asked'), body);
          this.document = kept;
          this.dispatchEvent(new CustomEvent('kept', { detail: kept }));
        } catch (error) {
          if (error instanceof RequestDeclined && error.status === 409) this.dispatchEvent(new Event('outdated'));
          throw error;
        } finally {
          await this.reload();
        }
      },
      accept.length ? texts.documentFindability.accepted : texts.documentFindability.dropped,
    );
  }
}
