import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type DocumentView, type ReadBlock, type ReadingWarning } from '../hr/documentViews';
import { type DocumentChanges } from './documentChanges';
import { warningsInWords } from './documentWords';
import { styles } from './styles';
import { swedish } from './words';
import { fill, texts } from './texts';

/** How many parts are shown before somebody asks for more. A long document has thousands. */
const firstParts = 200;
/** How many changes are shown at first: as many as one reads at a glance. */
const fewParts = 5;

/** The text as it was read, in order, with the uncertain places beside it. */
@customElement('hr-document-text')
export class DocumentText extends LitElement {
  static override styles = [
    styles,
    css`
      .beside {
        display: grid;
        gap: 0 1.5rem;
        align-items: start;
      }
      @media (min-width: 1000px) {
        .beside.both {
          grid-template-columns: 1fr 22rem;
        }
        .both aside {
          grid-column: 2;
          grid-row: 1;
          position: sticky;
          top: 1rem;
          max-height: calc(100vh - 2rem);
          overflow-y: auto;
        }
        .both .read {
          grid-column: 1;
          grid-row: 1;
        }
      }
      .part {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      h3.part {
        margin: 1rem 0 0.25rem;
      }
      .place {
        border-top: 1px solid var(--colorNeutralStroke2);
        padding-top: 0.35rem;
        margin: 1rem 0 0.35rem;
        scroll-margin-top: 1rem;
      }
      .warning h3 {
        margin-top: 0;
      }
      .removed {
        text-decoration: line-through;
      }
      li p {
        margin-bottom: 0.25rem;
      }
      aside li {
        margin-bottom: 0.75rem;
      }
    `,
  ];
  @property({ attribute: false }) document!: DocumentView;
  /** The changes of a replacement that has just been read. */
  @property({ attribute: false }) changes?: DocumentChanges;
  @state() private isWhole = false;

  override render(): unknown {
    const { blocks, readingWarnings } = this.document;
    const shown = this.isWhole ? blocks : blocks.slice(0, firstParts);
    return html`${this.changes ? changed(this.changes) : nothing}
      <div class="beside ${readingWarnings.length ? 'both' : ''}">
        ${readingWarnings.length ? this.warnings(readingWarnings) : nothing}
        <div class="read">
          ${readingWarnings.length ? nothing : html`<p class="quiet">${texts.documentText.nothingUncertain}</p>`}
          ${shown.map((block, at) => this.partOf(block, shown[at - 1]?.place))}
          ${blocks.length ? nothing : html`<p>${texts.documentText.empty}</p>`}
          ${
            shown.length < blocks.length
              ? html`<fluent-button @click=${() => (this.isWhole = true)}
                  >${fill(texts.documentText.rest, { count: swedish(blocks.length - shown.length) })}</fluent-button
                >`
              : nothing
          }
        </div>
      </div>`;
  }

  private warnings(warnings: readonly ReadingWarning[]): TemplateResult {
    return html`<aside class="warning" aria-labelledby="uncertain">
      <h3 id="uncertain">${fill(texts.documentText.check, { warnings: warningsInWords(warnings.length) })}</h3>
      <ul class="plain">
        ${warnings.map(({ page, words }) => {
          const place = page === undefined ? undefined : this.placeOf(page);
          return html`<li>
            <p>
              ${page === undefined ? nothing : html`<strong>${place ?? fill(texts.documentText.page, { page })}:</strong> `}${words}
            </p>
            ${
              place
                ? html`<fluent-button
                    size="small"
                    aria-label=${fill(texts.documentText.showPlace, { place })}
                    @click=${() => this.showPlace(place)}
                    >${texts.documentText.show}</fluent-button
                  >`
                : nothing
            }
          </li>`;
        })}
      </ul>
    </aside>`;
  }

  private partOf({ place, kind, text }: ReadBlock, before?: string): TemplateResult {
    return html`${
      place && place !== before ? html`<p class="quiet place" tabindex="-1" data-place=${place}>${place}</p>` : nothing
    }${kind === 'heading' ? html`<h3 class="part">${text}</h3>` : html`<p class="part ${kind}">${text}</p>`}`;
  }

  /** The place that a page has in the text: "s. 4", "bild 4". */
  private readonly placeOf = (page: number): string | undefined =>
    this.document.blocks.find(({ place }) => place.split(/\s+/).at(-1) === String(page))?.place;

  private async showPlace(place: string): Promise<void> {
    this.isWhole = true;
    await this.updateComplete;
    const marks = [...this.renderRoot.querySelectorAll<HTMLElement>('.place')];
    const mark = marks.find((each) => each.dataset.place === place);
    mark?.focus();
    mark?.scrollIntoView();
  }
}

function changed({ added, removed, same }: DocumentChanges): TemplateResult {
  if (!added.length && !removed.length) return html`<div class="warning"><p>${texts.documentText.same}</p></div>`;
  return html`<div class="warning">
    <h3>${texts.documentText.changes}</h3>
    <p>
      ${fill(texts.documentText.changeCounts, { added: swedish(added.length), removed: swedish(removed.length), same: swedish(same) })}
    </p>
    ${parts(texts.documentText.added, added, '')} ${parts(texts.documentText.removed, removed, 'removed')}
  </div>`;
}

const parts = (title: string, blocks: readonly ReadBlock[], look: string): TemplateResult | typeof nothing =>
  blocks.length
    ? html`<details ?open=${blocks.length <= fewParts}>
        <summary>${title} (${swedish(blocks.length)})</summary>
        ${blocks.slice(0, firstParts).map(({ text }) => html`<p class="part ${look}">${text}</p>`)}
      </details>`
    : nothing;
