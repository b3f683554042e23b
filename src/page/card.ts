import { AdaptiveCard, HostConfig } from 'adaptivecards';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** The theme's colours, where a card would have its own. */
const look = {
  fontFamily: 'inherit',
  textBlock: { headingLevel: 3 },
  spacing: { small: 6, default: 10, medium: 16, large: 20, extraLarge: 28, padding: 0 },
  containerStyles: Object.fromEntries(
    ['default', 'emphasis'].map((style) => [
      style,
      {
        backgroundColor: style === 'default' ? 'transparent' : 'var(--colorNeutralBackground3)',
        foregroundColors: {
          default: { default: 'var(--colorNeutralForeground1)', subtle: 'var(--colorNeutralForeground2)' },
          accent: { default: 'var(--colorBrandForeground1)', subtle: 'var(--colorBrandForeground1)' },
          attention: { default: 'var(--colorStatusDangerForeground1)', subtle: 'var(--colorStatusDangerForeground1)' },
        },
      },
    ]),
  ),
  actions: { actionsOrientation: 'horizontal', actionAlignment: 'left', maxActions: 6, buttonSpacing: 6 },
};

/** Teams makes links of `[words](address)`. Here only the words are shown, because nothing can be pressed. */
const withoutLinks = (card: object): object =>
  JSON.parse(JSON.stringify(card), (key, value: unknown) =>
    key === 'text' && typeof value === 'string' ? value.replace(/\[([^\]]+)\]\(https?:[^)\s]+\)/g, '$1') : value,
  ) as object;

/** A card as a manager sees it. Pressing it here does nothing. */
@customElement('hr-card')
export class CardPreview extends LitElement {
  static override styles = css`
    :host {
      display: block;
      border: 1px solid var(--colorNeutralStroke2);
      border-radius: 6px;
      background: var(--colorNeutralBackground1);
      max-width: 26rem;
    }
    button {
      font: inherit;
      color: inherit;
      text-align: start;
      background: var(--colorNeutralBackground1);
      border: 1px solid var(--colorNeutralStroke1);
      border-radius: 4px;
      padding: 0.35rem 0.75rem;
    }
    /* As in Teams: in a row, as far as there is room. */
    .ac-actionSet {
      flex-wrap: wrap;
      row-gap: 6px;
    }
    input[type='text'],
    input[type='date'],
    textarea {
      font: inherit;
      color: inherit;
      background: transparent;
      border: 1px solid var(--colorNeutralStroke1);
      border-radius: 4px;
      width: 100%;
      box-sizing: border-box;
      min-height: 2rem;
    }
  `;
  @property({ attribute: false }) card?: object;

  override render(): unknown {
    if (!this.card) return undefined;
    const card = new AdaptiveCard();
    card.hostConfig = new HostConfig(look);
    card.parse(withoutLinks(this.card));
    const shown = card.render();
    for (const part of shown?.querySelectorAll<HTMLInputElement>('button, input, textarea, select') ?? [])
      part.disabled = true;
    return html`${shown}`;
  }
}
