import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type DocumentEntry, type DocumentState, type DocumentView } from '../hr/documentViews';
import { type Group } from '../hr/ports';
import { getJson } from './api';
import { documentBadges } from './documentBadges';
import { audienceWords, passagesInWords, reviewInWords, yearOf } from './documentWords';
import { field } from './field';
import { styles } from './styles';
import { View } from './view';
import { fill, texts } from './texts';

interface Loaded {
  readonly documents: readonly DocumentEntry[];
  readonly groups: readonly Group[];
}

/** In the order in which HR should look at them. */
const sections: readonly (readonly [title: string, state: DocumentState])[] = [
  [texts.documents.drafts, 'draft'],
  [texts.documents.answersFrom, 'published'],
  [texts.documents.withdrawnOnes, 'withdrawn'],
];

/** Up to this many documents, nobody needs to search the list. */
const few = 10;

/** The documents that the bot answers from, and those that it could answer from. */
@customElement('hr-documents')
export class Documents extends View<Loaded> {
  static override styles = [
    styles,
    css`
      ul {
        margin: 0;
      }
      li {
        padding: 0.5rem 0;
        overflow-wrap: anywhere;
      }
    `,
  ];
  @state() private search = '';

  protected async load(signal: AbortSignal): Promise<Loaded> {
    const [documents, groups] = await Promise.all([
      getJson<DocumentEntry[]>('documents', signal),
      getJson<Group[]>('groups', signal),
    ]);
    return { documents, groups };
  }

  protected show({ documents, groups }: Loaded): TemplateResult {
    const shown = documents.filter(({ title, publisher }) => holds(`${title} ${publisher}`, this.search));
    return html`<h1>${texts.documents.title}</h1>
      <section>
        <p>${texts.documents.lead}</p>
        <hr-document-drop
          @read=${(event: CustomEvent<DocumentView>) => (location.hash = `#/dokument/${event.detail.id}`)}
          @unread=${() => this.reload()}
        ></hr-document-drop>
      </section>
      ${
        documents.length
          ? nothing
          : html`<section>
              <h2>${texts.documents.none}</h2>
              <p>${texts.documents.noneLead}</p>
            </section>`
      }
      ${documents.length > few ? this.searchField(shown.length) : nothing}
      ${this.search ? nothing : toReview(documents)}
      ${sections.map(([title, state]) =>
        this.section(
          title,
          shown.filter((each) => each.state === state),
          groups,
        ),
      )}
      ${
        documents.some(({ state }) => state === 'published')
          ? html`<section>
              <h2>${texts.words.tryQuestion}</h2>
              <hr-document-try></hr-document-try>
            </section>`
          : nothing
      }
      ${
        !this.search && documents.filter(({ state }) => state === 'published').length > 1
          ? html`<section>
              <h2>${texts.documentConflicts.heading}</h2>
              <hr-document-conflicts .groups=${groups}></hr-document-conflicts>
            </section>`
          : nothing
      }`;
  }

  private searchField(count: number): TemplateResult {
    return html`${field(
        texts.documents.search,
        html`<input
          type="text"
          .value=${this.search}
          @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
        />`,
      )}
      <p role="status" class="quiet">
        ${this.search ? (count ? fill(texts.documents.count, { count }) : texts.documents.noneFound) : nothing}
      </p>`;
  }

  private section(
    title: string,
    documents: readonly DocumentEntry[],
    groups: readonly Group[],
  ): TemplateResult | typeof nothing {
    if (!documents.length) return nothing;
    return html`<section>
      <h2>${title}</h2>
      <ul class="plain">
        ${documents.map(
          (document) =>
            html`<li>
              <div class="row">
                <a href="#/dokument/${document.id}">${document.title}</a> ${documentBadges(document)}
              </div>
              <div class="quiet">
                ${[
                  document.publisher,
                  yearOf(document.date),
                  document.weight,
                  audienceWords(document.audience, groups),
                  passagesInWords(document.passages),
                  fill(texts.documents.changedOn, { changedOn: document.changedOn }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

/** The published documents that HR is asked to review, and why. */
function toReview(documents: readonly DocumentEntry[]): TemplateResult | typeof nothing {
  const those = documents.filter(({ reviews }) => reviews.length);
  if (!those.length) return nothing;
  return html`<section>
    <h2>${texts.documents.reviews.heading}</h2>
    <ul>
      ${those.map(
        ({ id, title, reviews }) =>
          html`<li><a href="#/dokument/${id}">${title}</a>: ${reviews.map(reviewInWords).join(' ')}</li>`,
      )}
    </ul>
  </section>`;
}

const holds = (text: string, search: string): boolean =>
  search
    .toLocaleLowerCase('sv')
    .split(/\s+/)
    .every((word) => text.toLocaleLowerCase('sv').includes(word));
