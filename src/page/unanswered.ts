import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { getJson } from './api';
import { styles } from './styles';
import { View } from './view';
import { monthInWords } from './words';
import { type UnansweredMonth } from '../hr/ports';
import { texts } from './texts';

/** How many people have asked, by the least number that it may be. */
const people: Readonly<Record<number, string>> = texts.unanswered.people;

/** What managers asked about and the documents do not answer. */
@customElement('hr-unanswered')
export class Unanswered extends View<UnansweredMonth[]> {
  static override styles = [
    styles,
    css`
      table {
        max-width: 28rem;
      }
      /* As wide in every month; a long word breaks rather than pushes. */
      th:first-child {
        width: 58%;
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected load(signal: AbortSignal): Promise<UnansweredMonth[]> {
    return getJson('unanswered', signal);
  }

  protected show(months: UnansweredMonth[]): TemplateResult {
    return html`<h1>${texts.unanswered.title}</h1>
      <section>
        <p>${texts.unanswered.lead}</p>
        <p class="quiet">${texts.unanswered.privacy}</p>
      </section>
      ${
        months.length
          ? months.map((month) => this.month(month))
          : html`<section>
              <h2>${texts.unanswered.none}</h2>
              <p>${texts.unanswered.noneLead}</p>
            </section>`
      }`;
  }

  private month({ month, words }: UnansweredMonth): TemplateResult {
    return html`<section>
      <h2 id=${month}>${monthInWords(month)}</h2>
      <table aria-labelledby=${month}>
        <thead>
          <tr>
            <th scope="col">${texts.unanswered.word}</th>
            <th scope="col">${texts.unanswered.asked}</th>
          </tr>
        </thead>
        <tbody>
          ${words.map(
            ({ word, atLeast }) =>
              html`<tr>
                <th scope="row"><a href="#/obesvarade/${encodeURIComponent(word)}">${word}</a></th>
                <td>${people[atLeast]}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }
}
