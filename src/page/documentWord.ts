import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type TriedQuestion } from '../hr/documentViews';
import { styles } from './styles';
import { fill, sentence, texts } from './texts';

/** A word that managers asked about: whether the documents hold it, and what HR can do about it. */
@customElement('hr-document-word')
export class DocumentWord extends LitElement {
  static override styles = styles;
  @property({ attribute: false }) word = '';
  @state() private tried?: TriedQuestion;

  override render(): unknown {
    return html`<p><a href="#/obesvarade">${texts.documentWord.all}</a></p>
      <h1>”${this.word}”</h1>
      <section>
        <hr-document-try
          .question=${this.word}
          @tried=${(event: CustomEvent<TriedQuestion>) => (this.tried = event.detail)}
        ></hr-document-try>
      </section>
      ${this.tried ? this.remedy(this.tried) : nothing}`;
  }

  private remedy({ outcome, quotes }: TriedQuestion): TemplateResult {
    if (outcome === 'found' || outcome === 'topic')
      return html`<section>
        <h2>${texts.documentWord.found}</h2>
        <p>${texts.documentWord.foundAbout}</p>
      </section>`;
    const [nearest] = quotes;
    return nearest
      ? html`<section>
          <h2>${texts.documentWord.unsure}</h2>
          <p>${texts.documentWord.unsureAbout}</p>
          <p>
            <a href="#/dokument/${nearest.document}/hittas"
              >${fill(texts.documentWord.write, { title: nearest.title })}</a
            >
          </p>
          <p>${sentence(texts.documentWord.noneAnswers, {}, toDocuments)}</p>
        </section>`
      : html`<section>
          <h2>${texts.documentWord.none}</h2>
          <p>${sentence(texts.documentWord.add, {}, toDocuments)}</p>
          <p>${sentence(texts.documentWord.otherWords, { tab: texts.documents.tabs.hittas }, toDocuments)}</p>
        </section>`;
  }
}

const toDocuments = (words: string): TemplateResult => html`<a href="#/dokument">${words}</a>`;
