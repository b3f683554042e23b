import { html, type TemplateResult } from 'lit';
import { type QuestionSetView } from '../hr/questionSets';
import { kindWords } from './questionWords';
import { sentence, texts } from './texts';

/** What HR can do with a question set that has just been stored. */
export const keptNotice = ({ state, flow }: QuestionSetView): TemplateResult =>
  html`<section role="status">
    <h2>${texts.ownQuestions.kept}</h2>
    ${
      state === 'ready'
        ? html`<p>${texts.ownQuestions.ready}</p>
            <fluent-button appearance="primary" @click=${() => (location.hash = `#/utskick/nytt/${flow}`)}
              >${texts.ownQuestions.plan}</fluent-button
            >`
        : html`<p>${texts.ownQuestions.draftKept}</p>`
    }
  </section>`;

/** The version that somebody else has stored meanwhile. */
export const otherVersion = ({ questions, state }: QuestionSetView): TemplateResult =>
  html`<div class="warning" role="status">
    <h2>${texts.words.otherChanged.question}</h2>
    <p>${texts.conflict.nowQuestion}</p>
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
        ? html`<p>${texts.ownQuestions.tooLate}</p>`
        : html`<p>${sentence(texts.conflict.keepOrOther, {}, (words) => html`<a href="#/egna">${words}</a>`)}</p>`
    }
  </div>`;
