import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Section } from '../campaigns/report';
import { type Results as Shown } from '../hr/results';
import { save } from './api';
import { styles } from './styles';
import { fill, texts, shared } from './texts';

/** A campaign's results: each figure as a chart, in words and as a table. */
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
        <h2>${texts.results.title}</h2>
        ${
          hasAny
            ? html`<span class="row">
                <fluent-button size="small" @click=${() => this.download('csv')}>${texts.results.csv}</fluent-button>
                <fluent-button size="small" @click=${() => this.download('xlsx')}>${texts.results.excel}</fluent-button>
                ${
                  counted && !isInvitation
                    ? html`<fluent-button size="small" @click=${() => this.download('pdf')}
                        >${texts.results.pdf}</fluent-button
                      >`
                    : nothing
                }
              </span>`
            : nothing
        }
      </div>
      <div role="alert">${this.fault ? html`<p class="wrong">${this.fault}</p>` : nothing}</div>
      ${
        isInvitation
          ? html`<p class="quiet">${fill(texts.results.invitation, { least })}</p>`
          : counted
            ? html`<p class="quiet">${fill(texts.results.counted, { least })}</p>`
            : html`<p>${texts.results.inWords}</p>`
      }
      ${occurrences.length ? nothing : html`<p>${texts.results.notYet}</p>`}
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
    if (isInvitation)
      return html`<p>
        ${begun === undefined ? fill(texts.results.fewBegun, { least }) : fill(texts.results.begun, { begun })}
      </p>`;
    const { together, groups, rest, shared: sharedWords = [] } = report;
    const byGroup = this.results!.counted && (groups.length > 1 || !!rest);
    return html`${together && this.results!.counted ? this.section(byGroup ? shared.together : groups[0]?.group || '', together) : nothing}
    ${byGroup ? groups.map((group) => this.section(group.group || shared.withoutGroup, group)) : nothing}
    ${byGroup && rest ? this.section(shared.otherGroups, rest) : nothing}
    ${this.results!.counted && !together ? html`<p>${shared.tooFew}</p>` : nothing}
    ${sharedWords.map(
      ({ question, words }) =>
        html`<h3>${question}</h3>
          <p class="quiet">${texts.results.shared}</p>
          <ul>
            ${words.map((own) => html`<li>${own}</li>`)}
          </ul>`,
    )}`;
  }

  private section(title: string, { people, rows }: Section): TemplateResult {
    return html`${title ? html`<h3>${title}</h3>` : nothing}
      <p class="quiet">${fill(texts.results.people, { people })}</p>
      ${rows.map((row) => html`<hr-bars .row=${row}></hr-bars>`)}`;
  }

  private async download(form: 'csv' | 'xlsx' | 'pdf'): Promise<void> {
    this.fault = '';
    try {
      await save(`campaigns/${this.campaign}/sheet/${form}`, fill(shared.resultFile, { form }));
    } catch (error) {
      this.fault = (error as Error).message;
    }
  }
}
