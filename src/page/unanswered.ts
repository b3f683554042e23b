import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { getJson } from './api';
import { styles } from './styles';
import { View } from './view';
import { monthInWords } from './words';
import { type UnansweredMonth } from '../hr/ports';

/** How many have asked, by the least that it may be. */
const people: Readonly<Record<number, string>> = { 3: '3–5 personer', 6: '6–10 personer', 11: 'Fler än 10 personer' };

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
    return html`<h1>Obesvarade frågor</h1>
      <section>
        <p>
          Ord ur frågor som dokumenten inte svarade på. Ett ord visas när minst tre personer har frågat. Välj ett ord
          och se om det finns i dokumenten: lägg till ett som svarar, eller skriv vad chefer frågar.
        </p>
        <p class="quiet">
          Själva frågorna sparas inte, och det går inte att se vem som frågat eller vilka ord som stod tillsammans.
          Siffror, adresser och namn som boten känner igen sorteras bort. Listan räknas om en gång om dygnet och finns
          kvar i ett år.
        </p>
      </section>
      ${
        months.length
          ? months.map((month) => this.month(month))
          : html`<section>
              <h2>Inga ord att visa ännu</h2>
              <p>När minst tre personer har frågat om samma sak utan att få svar ser du ordet här.</p>
            </section>`
      }`;
  }

  private month({ month, words }: UnansweredMonth): TemplateResult {
    return html`<section>
      <h2 id=${month}>${monthInWords(month)}</h2>
      <table aria-labelledby=${month}>
        <thead>
          <tr>
            <th scope="col">Ord</th>
            <th scope="col">Har frågat</th>
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
