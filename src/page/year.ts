import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Year, type YearRun } from '../hr/year';
import { getJson } from './api';
import { styles } from './styles';
import { View } from './view';
import { managers, monthInWords, movedWords, swedish } from './words';

/** All dates of a campaign that repeats, in a year: closed until somebody opens it. */
@customElement('hr-year')
export class YearPage extends View<Year> {
  static override styles = [
    styles,
    css`
      :host {
        margin-bottom: 1rem;
      }
    `,
  ];
  @property({ attribute: false }) campaign = '';

  protected load(signal: AbortSignal): Promise<Year> {
    return getJson(`campaigns/${encodeURIComponent(this.campaign)}/year`, signal);
  }

  protected show({ runs, pushes }: Year): TemplateResult {
    const months = [...new Set(runs.map(({ month }) => month))];
    const moved = runs.filter((run) => run.moved).length;
    const meeting = runs.filter(({ meets }) => meets.length).length;
    return html`<p>
        På ett år: ${swedish(runs.length)} tillfällen av det här
        utskicket${pushes.others ? html` och ${swedish(pushes.others)} av andra till någon av samma chefer` : nothing}.
        <strong>Var och en får ${eachWords(pushes)}.</strong>
      </p>
      <details>
        <summary>Alla datum under ett år (${swedish(runs.length)})</summary>
        <p class="quiet">
          ${moved ? `Flyttade: ${swedish(moved)}.` : 'Inget är flyttat.'}
          ${meeting ? `Samma vecka som ett annat utskick: ${swedish(meeting)}.` : 'Inga krockar med andra utskick.'} Det
          som är planerat i dag; nya utskick kan tillkomma.
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">Skickas</th>
              <th scope="col">Svara senast</th>
            </tr>
          </thead>
          ${months.map(
            (month) =>
              html`<tbody>
                <tr>
                  <th scope="rowgroup" colspan="2">${monthInWords(month)}</th>
                </tr>
                ${runs.filter((run) => run.month === month).map(rowOf)}
              </tbody>`,
          )}
        </table>
      </details>`;
  }
}

const eachWords = ({ least, most }: Year['pushes']): string =>
  least === most ? `${swedish(most)} kort` : `mellan ${swedish(least)} och ${swedish(most)} kort`;

const rowOf = ({ when, moved, answerUntil, meets }: YearRun): TemplateResult =>
  html`<tr>
    <td>
      ${when}${moved ? html` <span class="quiet">(flyttat: ${moved.from} ${movedWords[moved.because]})</span>` : nothing}
      ${meets.map((meeting) => html`<div class="quiet">${meetingWords(meeting)}</div>`)}
    </td>
    <td>${answerUntil}</td>
  </tr>`;

/** A person who is in both campaigns gets only one of them that week. */
const meetingWords = ({ title, people, holdsBack }: YearRun['meets'][number]): string =>
  holdsBack
    ? `Samma vecka som ”${title}”, som kommer först: ${managers(people)} är med i båda och får inte det här.`
    : `Samma vecka som ”${title}”: ${managers(people)} är med i båda och får det här, som kommer först.`;
