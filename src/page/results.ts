import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Section } from '../campaigns/report';
import { type Results as Shown } from '../hr/results';
import { save } from './api';
import { styles } from './styles';

/** What a campaign's answers show: each figure as a picture, in words and as a table. */
@customElement('hr-results')
export class ResultsPage extends LitElement {
  static override styles = styles;
  @property({ attribute: false }) results?: Shown;
  @property({ attribute: false }) campaign = '';
  @state() private fault = '';

  override render(): unknown {
    if (!this.results) return nothing;
    const { counted, isInvitation, least, occurrences, trend } = this.results;
    const hasAny = occurrences.some(({ report, begun }) => begun ?? report.together ?? report.shared);
    return html`<section>
      <div class="spread">
        <h2>Resultat</h2>
        ${
          hasAny
            ? html`<span class="row">
                <fluent-button size="small" @click=${() => this.download('csv')}>Hämta CSV</fluent-button>
                <fluent-button size="small" @click=${() => this.download('xlsx')}>Hämta Excel</fluent-button>
                ${
                  counted && !isInvitation
                    ? html`<fluent-button size="small" @click=${() => this.download('pdf')}>Hämta PDF</fluent-button>`
                    : nothing
                }
              </span>`
            : nothing
        }
      </div>
      <div role="alert">${this.fault ? html`<p class="wrong">${this.fault}</p>` : nothing}</div>
      ${
        isInvitation
          ? html`<p class="quiet">
              Du ser hur många som har börjat på guiden, från ${least} och uppåt och avrundat nedåt. Vad de gör i den
              ser bara de själva. Siffran visas en gång, när inbjudan är över.
            </p>`
          : counted
            ? html`<p class="quiet">
                Resultatet visas en gång, när svarstiden är över. En grupp visas för sig om minst ${least} har svarat,
                annars tillsammans med andra små grupper. Om alla i en grupp svarar lika vet du vad var och en har
                svarat.
              </p>`
            : html`<p>
                Frågan besvaras med egna ord. De stannar hos den som skrev dem, om hon inte valt att dela dem utan namn.
                Delade ord visas när minst tio har delat.
              </p>`
      }
      ${occurrences.length ? nothing : html`<p>Inget visas medan svarstiden pågår.</p>`}
      ${trend.map((each) => html`<hr-trend .trend=${each}></hr-trend>`)}
      ${occurrences.map((occurrence, nth) =>
        occurrences.length === 1
          ? this.occurrence(occurrence)
          : html`<details ?open=${nth === 0}>
              <summary>${occurrence.day}</summary>
              ${this.occurrence(occurrence)}
            </details>`,
      )}
    </section>`;
  }

  private occurrence({ report, begun }: Shown['occurrences'][number]): TemplateResult {
    const { isInvitation, least } = this.results!;
    if (isInvitation) return html`<p>${begun === undefined ? `Färre än ${least}` : `Minst ${begun}`} har börjat.</p>`;
    const { together, groups, rest, shared = [] } = report;
    const byGroup = this.results!.counted && (groups.length > 1 || !!rest);
    return html`${together && this.results!.counted ? this.section(byGroup ? 'Alla tillsammans' : groups[0]?.group || '', together) : nothing}
    ${byGroup ? groups.map((group) => this.section(group.group || 'Utan grupp', group)) : nothing}
    ${byGroup && rest ? this.section('Övriga grupper', rest) : nothing}
    ${this.results!.counted && !together ? html`<p>För få svarade för att något ska kunna visas.</p>` : nothing}
    ${shared.map(
      ({ question, words }) =>
        html`<h3>${question}</h3>
          <p class="quiet">Delat utan namn, från alla grupper tillsammans. Orden kan ändå röja någon: håll dem i HR.</p>
          <ul>
            ${words.map((own) => html`<li>${own}</li>`)}
          </ul>`,
    )}`;
  }

  private section(title: string, { people, rows }: Section): TemplateResult {
    return html`${title ? html`<h3>${title}</h3>` : nothing}
      <p class="quiet">${people} har svarat.</p>
      ${rows.map((row) => html`<hr-bars .row=${row}></hr-bars>`)}`;
  }

  private async download(form: 'csv' | 'xlsx' | 'pdf'): Promise<void> {
    this.fault = '';
    try {
      await save(`campaigns/${this.campaign}/sheet/${form}`, `resultat.${form}`);
    } catch (error) {
      this.fault = (error as Error).message;
    }
  }
}
