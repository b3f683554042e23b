import { scaleBand, scaleLinear } from 'd3-scale';
import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type ReportRow } from '../campaigns/report';
import { type Trend as Course } from '../hr/results';
import { styles } from './styles';
import { fill, shared, texts } from './texts';

/** As wide as its container, so that words keep their size on a phone. */
abstract class Chart extends LitElement {
  static override styles = [
    styles,
    css`
      svg {
        display: block;
        width: 100%;
        overflow: visible;
      }
      svg.key {
        width: 14px;
      }
      text {
        fill: currentColor;
        font-size: 14px;
      }
      .track {
        fill: var(--colorNeutralBackground5);
      }
      .bar {
        fill: var(--colorBrandBackground);
      }
      @media (forced-colors: active) {
        .bar {
          fill: CanvasText;
        }
      }
      .s0 {
        fill: var(--colorPaletteTealBackground2, #a6e9ed);
      }
      .s1 {
        fill: var(--colorPaletteMarigoldBackground2, #fbe3b3);
      }
      .s2 {
        fill: var(--colorPaletteLavenderBackground2, #c2b8f0);
      }
      .s3 {
        fill: var(--colorPalettePeachBackground2, #ffcfab);
      }
      .s4 {
        fill: var(--colorPaletteSteelBackground2, #93b5c6);
      }
      .s5 {
        fill: var(--colorNeutralBackground5);
      }
      .segment {
        stroke: var(--colorNeutralBackground1);
      }
      summary {
        cursor: pointer;
        font-size: 0.875rem;
        padding: 0.25rem 0;
      }
      figure {
        margin: 0 0 1rem;
      }
      figcaption {
        font-weight: 600;
        margin-bottom: 0.5rem;
      }
    `,
  ];
  @state() protected wide = 320;
  private readonly watching = new ResizeObserver(([entry]) => {
    this.wide = Math.max(200, Math.floor(entry!.contentRect.width));
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.watching.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watching.disconnect();
  }
}

const figure = (count: number | undefined, percent: number): string =>
  count === undefined ? fill(texts.chart.about, { percent }) : `${count} (${percent} %)`;

/** How a group answered one question: a bar for each option. */
@customElement('hr-bars')
export class Bars extends Chart {
  @property({ attribute: false }) row?: ReportRow;

  override render(): unknown {
    if (!this.row) return nothing;
    const { question, options } = this.row;
    const isTold = options.some(({ count }) => count !== undefined);
    const place = scaleBand(
      options.map(({ label }) => label),
      [0, options.length * 44],
    );
    const width = scaleLinear([0, 100], [0, this.wide]);
    const words = options.map(({ label, count, percent }) => `${label}: ${figure(count, percent)}`).join('. ');
    return html`<figure>
      <figcaption>${question}</figcaption>
      <svg
        role="img"
        aria-label=${`${question} ${words}.`}
        height=${options.length * 44}
        viewBox="0 0 ${this.wide} ${options.length * 44}"
      >
        ${options.map(({ label, count, percent }) => {
          const top = place(label) ?? 0;
          return svg`<text x="0" y=${top + 16}>${label}</text>
            <text x=${this.wide} y=${top + 16} text-anchor="end">${figure(count, percent)}</text>
            <rect class="track" x="0" y=${top + 22} width=${this.wide} height="12" rx="3"></rect>
            <rect class="bar" x="0" y=${top + 22} width=${width(percent)} height="12" rx="3"></rect>`;
        })}
      </svg>
      <details>
        <summary>${texts.chart.asTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">${shared.answer}</th>
              ${isTold ? html`<th scope="col" class="number">${shared.count}</th>` : nothing}
              <th scope="col" class="number">${texts.chart.share}</th>
            </tr>
          </thead>
          <tbody>
            ${options.map(
              ({ label, count, percent }) =>
                html`<tr>
                  <th scope="row">${label}</th>
                  ${isTold ? html`<td class="number">${count}</td>` : nothing}
                  <td class="number">${percent} %</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </details>
    </figure>`;
  }
}

/** How everybody together answered over time: one bar for each day, divided by option. */
@customElement('hr-trend')
export class TrendChart extends Chart {
  @property({ attribute: false }) trend?: Course;

  override render(): unknown {
    if (!this.trend) return nothing;
    const { question, days, options } = this.trend;
    const place = scaleBand(days, [0, days.length * 52]);
    const words = days.map(
      (day, at) =>
        `${day}: ${options.map(({ label, percents }) => fill(texts.chart.percent, { label, percent: percents[at]! })).join(', ')}`,
    );
    return html`<figure>
      <figcaption>${fill(texts.chart.overTime, { question })}</figcaption>
      <div class="row quiet">
        ${options.map(
          ({ label }, at) =>
            html`<span class="row"
              ><svg width="14" height="14" aria-hidden="true" class="key">
                <rect class="s${at % 6}" width="14" height="14"></rect></svg
              >${label}</span
            >`,
        )}
      </div>
      <svg
        role="img"
        aria-label=${`${question} ${words.join('. ')}.`}
        height=${days.length * 52}
        viewBox="0 0 ${this.wide} ${days.length * 52}"
      >
        ${days.map((day, at) => {
          const top = place(day) ?? 0;
          const all = options.reduce((sum, { percents }) => sum + percents[at]!, 0) || 1;
          const width = scaleLinear([0, all], [0, this.wide]);
          let from = 0;
          return svg`<text x="0" y=${top + 16}>${day}</text>
            ${options.map(({ percents }, option) => {
              const percent = percents[at]!;
              const x = width(from);
              from += percent;
              return svg`<rect class="segment s${option % 6}" x=${x} y=${top + 22} width=${width(percent)} height="20"></rect>
                ${width(percent) > 40 ? svg`<text x=${x + 6} y=${top + 37} class="inside">${percent} %</text>` : nothing}`;
            })}`;
        })}
      </svg>
      <details>
        <summary>${texts.chart.asTable}</summary>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">${shared.occasion}</th>
                ${options.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${days.map(
                (day, at) =>
                  html`<tr>
                    <th scope="row">${day}</th>
                    ${options.map(({ percents }) => html`<td class="number">${percents[at]} %</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
    </figure>`;
  }
}
