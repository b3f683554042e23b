import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type TriedQuestion } from '../hr/documentViews';
import { styles } from './styles';

/** A word that managers asked about: whether the documents hold it, and what HR can do about it. */
@customElement('hr-document-word')
export class DocumentWord extends LitElement {
  static override styles = styles;
  @property({ attribute: false }) word = '';
  @state() private tried?: TriedQuestion;

  override render(): unknown {
    return html`<p><a href="#/obesvarade">Alla obesvarade frågor</a></p>
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
        <h2>Hittas nu</h2>
        <p>Boten svarar på det här. Prova gärna med en hel mening, som en chef skulle skriva.</p>
      </section>`;
    const [nearest] = quotes;
    return nearest
      ? html`<section>
          <h2>Finns, men hittas inte säkert</h2>
          <p>Skriv vad chefer frågar vid stycket som svarar, så hittar boten det nästa gång.</p>
          <p><a href="#/dokument/${nearest.document}/hittas">Skriv en fråga i ${nearest.title}</a></p>
          <p>Svarar inget av styckena? <a href="#/dokument">Lägg till ett dokument</a> som gör det.</p>
        </section>`
      : html`<section>
          <h2>Inget dokument svarar</h2>
          <p><a href="#/dokument">Lägg till ett dokument</a> som svarar på det.</p>
          <p>
            Finns svaret redan, fast med andra ord? <a href="#/dokument">Öppna dokumentet</a> och skriv vad chefer
            frågar under ”Hittas det?”.
          </p>
        </section>`;
  }
}
