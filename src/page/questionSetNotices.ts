import { html, type TemplateResult } from 'lit';
import { type QuestionSetView } from '../hr/questionSets';
import { kindWords } from './questionWords';

/** What can be done with a question set that has just been kept. */
export const keptNotice = ({ state, flow }: QuestionSetView): TemplateResult =>
  html`<section role="status">
    <h2>Sparad</h2>
    ${
      state === 'ready'
        ? html`<p>Nu går frågan att skicka.</p>
            <fluent-button appearance="primary" @click=${() => (location.hash = `#/utskick/nytt/${flow}`)}
              >Planera utskick</fluent-button
            >`
        : html`<p>Frågan är ett utkast. Tryck på Spara när den är klar att skicka.</p>`
    }
  </section>`;

/** What somebody else has made of a question set meanwhile. */
export const otherVersion = ({ questions, state }: QuestionSetView): TemplateResult =>
  html`<div class="warning" role="status">
    <h2>Någon annan har ändrat frågan</h2>
    <p>Så här är den sparad nu. Det du har skrivit står kvar här nedanför.</p>
    <ul>
      ${questions.map(
        (question) =>
          html`<li>
            ${question.ask}
            (${kindWords[question.kind]}${question.kind === 'choice' ? `: ${question.options.join(', ')}` : ''})
          </li>`,
      )}
    </ul>
    ${
      state === 'retired'
        ? html`<p>Den är pensionerad och går inte längre att ändra.</p>`
        : html`<p>Spara igen om ditt ska gälla, eller <a href="#/egna">behåll den som är sparad</a>.</p>`
    }
  </div>`;
