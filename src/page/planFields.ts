import { html, nothing, type TemplateResult } from 'lit';
import { type Plan } from '../campaigns/schedule';
import { dayOf, timeOf } from '../shared/localTime';
import { field } from './field';
import { weekdays } from './words';
import { texts } from './texts';

const usualTime = '09:00';

/** The day after a local day. The library for calendar days is as large as the rest of the page, so it is not used here. */
function nextDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}

/** The first day in Sweden on which the usual time is still in the future, as yyyy-mm-dd. */
export const proposedDay = (now = new Date()): string => (timeOf(now) < usualTime ? dayOf(now) : nextDay(dayOf(now)));

/** The day of the first card in Sweden, as yyyy-mm-dd; for a new campaign the proposed day. */
export const firstDayOf = (plan: Plan | undefined): string =>
  plan?.kind === 'once' ? plan.at.split('T')[0]! : (plan?.from ?? proposedDay());

/** The fields that say when a campaign is sent. form.ts reads them. */
export function planFields(
  plan: Plan | undefined,
  chosen: Plan['kind'],
  choose: (kind: Plan['kind']) => void,
  fault: unknown,
): TemplateResult {
  const often = plan && plan.kind !== 'once' ? plan : undefined;
  const [day, time] =
    plan?.kind === 'once' ? plan.at.split('T') : [often?.from ?? proposedDay(), often?.time ?? usualTime];
  const option = (kind: Plan['kind'], label: string) =>
    html`<label class="option">
      <input type="radio" name="kind" value=${kind} .checked=${chosen === kind} @change=${() => choose(kind)} />
      ${label}
    </label>`;
  return html`<fieldset>
    <legend>${texts.plan.title}</legend>
    ${option('once', texts.plan.once)} ${option('weekly', texts.plan.weekly)} ${option('monthly', texts.plan.monthly)}
    <div class="row">
      ${
        chosen === 'weekly'
          ? field(
              texts.plan.weekday,
              html`<select name="weekday">
                ${weekdays
                  .slice(0, 5)
                  .map(
                    (name, at) =>
                      html`<option value=${at + 1} ?selected=${plan?.kind === 'weekly' && plan.weekday === at + 1}>
                        ${name}
                      </option>`,
                  )}
              </select>`,
            )
          : nothing
      }
      ${
        chosen === 'monthly'
          ? field(
              texts.plan.dayOfMonth,
              html`<select name="day">
                ${Array.from({ length: 30 }, (_, at) => String(at + 1)).map(
                  (each) =>
                    html`<option value=${each} ?selected=${plan?.kind === 'monthly' && String(plan.day) === each}>
                      ${each}
                    </option>`,
                )}
                <option value="last" ?selected=${plan?.kind === 'monthly' && plan.day === 'last'}>
                  ${texts.plan.lastDay}
                </option>
              </select>`,
            )
          : nothing
      }
      ${field(
        chosen === 'once' ? texts.plan.day : texts.plan.from,
        html`<input type="date" name="from" .value=${day ?? ''} min=${dayOf(new Date())} />`,
      )}
      ${
        chosen === 'once'
          ? nothing
          : field(texts.plan.until, html`<input type="date" name="until" .value=${often?.until ?? ''} />`)
      }
      ${field(texts.plan.time, html`<input type="time" name="time" .value=${time ?? ''} />`)}
    </div>
    <p class="quiet">${texts.plan.quiet}</p>
    ${fault}
  </fieldset>`;
}
