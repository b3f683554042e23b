import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Year, type YearRun } from '../hr/year';
import { getJson } from './api';
import { styles } from './styles';
import { View } from './view';
import { managers, monthInWords, movedWords, swedish } from './words';
import { fill, sentence, texts } from './texts';

/** All dates of a recurring campaign within a year. It is closed until somebody opens it. */
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
        ${sentence(pushes.others ? texts.year.leadWithOthers : texts.year.lead, {
          runs: swedish(runs.length),
          others: swedish(pushes.others),
          each: eachWords(pushes),
        })}
      </p>
      <details>
        <summary>${fill(texts.year.all, { count: swedish(runs.length) })}</summary>
        <p class="quiet">
          ${moved ? fill(texts.year.moved, { moved: swedish(moved) }) : texts.year.noneMoved}
          ${meeting ? fill(texts.year.meeting, { meeting: swedish(meeting) }) : texts.year.noneMeets}
          ${texts.year.planned}
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">${texts.year.sent}</th>
              <th scope="col">${texts.year.answerUntil}</th>
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
  least === most
    ? fill(texts.year.cards, { count: swedish(most) })
    : fill(texts.year.cardsBetween, { least: swedish(least), most: swedish(most) });

const rowOf = ({ when, moved, answerUntil, meets }: YearRun): TemplateResult =>
  html`<tr>
    <td>
      ${when}${moved ? html` <span class="quiet">(${fill(texts.year.movedFrom, { from: moved.from, because: movedWords[moved.because] })})</span>` : nothing}
      ${meets.map((meeting) => html`<div class="quiet">${meetingWords(meeting)}</div>`)}
    </td>
    <td>${answerUntil}</td>
  </tr>`;

/** A person who is in both campaigns gets only one of them that week. */
const meetingWords = ({ title, people, holdsBack }: YearRun['meets'][number]): string =>
  holdsBack
    ? fill(texts.year.heldBack, { title, managers: managers(people) })
    : fill(texts.year.first, { title, managers: managers(people) });
