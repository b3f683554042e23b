import { html, nothing, type TemplateResult } from 'lit';
import { type Plan } from '../campaigns/schedule';
import { weekdays } from './words';

/** The day in Sweden, as a date field has it. */
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());

/** When a campaign is sent: fields that form.ts reads. */
export function planFields(
  plan: Plan | undefined,
  chosen: Plan['kind'],
  choose: (kind: Plan['kind']) => void,
  fault: unknown,
): TemplateResult {
  const often = plan && plan.kind !== 'once' ? plan : undefined;
  const [day, time] = plan?.kind === 'once' ? plan.at.split('T') : [often?.from ?? today(), often?.time ?? '09:00'];
  const option = (kind: Plan['kind'], label: string) =>
    html`<label class="option">
      <input type="radio" name="kind" value=${kind} .checked=${chosen === kind} @change=${() => choose(kind)} />
      ${label}
    </label>`;
  return html`<fieldset>
    <legend>När</legend>
    ${option('once', 'En gång')} ${option('weekly', 'Varje vecka')} ${option('monthly', 'Varje månad')}
    <div class="row">
      ${
        chosen === 'weekly'
          ? html`<label class="field"
              ><span>Veckodag</span
              ><select name="weekday">
                ${weekdays
                  .slice(0, 5)
                  .map(
                    (name, at) =>
                      html`<option value=${at + 1} ?selected=${plan?.kind === 'weekly' && plan.weekday === at + 1}>
                        ${name}
                      </option>`,
                  )}
              </select></label
            >`
          : nothing
      }
      ${
        chosen === 'monthly'
          ? html`<label class="field"
              ><span>Dag i månaden</span
              ><select name="day">
                ${Array.from({ length: 30 }, (_, at) => String(at + 1)).map(
                  (each) =>
                    html`<option value=${each} ?selected=${plan?.kind === 'monthly' && String(plan.day) === each}>
                      ${each}
                    </option>`,
                )}
                <option value="last" ?selected=${plan?.kind === 'monthly' && plan.day === 'last'}>sista dagen</option>
              </select></label
            >`
          : nothing
      }
      <label class="field"
        ><span>${chosen === 'once' ? 'Dag' : 'Från'}</span
        ><input type="date" name="from" .value=${day ?? ''} min=${today()}
      /></label>
      ${
        chosen === 'once'
          ? nothing
          : html`<label class="field"
              ><span>Till (får vara tomt)</span><input type="date" name="until" .value=${often?.until ?? ''}
            /></label>`
      }
      <label class="field"><span>Klockan</span><input type="time" name="time" .value=${time ?? ''} /></label>
    </div>
    <p class="quiet">Inget skickas på kvällar, helger och helgdagar. Då går det ut nästa arbetsdag på morgonen.</p>
    ${fault}
  </fieldset>`;
}
