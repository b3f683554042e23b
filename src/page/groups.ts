import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type Group } from '../hr/ports';
import { getJson, sendRequest } from './api';
import { confirmed } from './confirm';
import { styles } from './styles';
import { fill, texts } from './texts';
import { View } from './view';
import { managers } from './words';

/** The groups that HR keeps. */
@customElement('hr-groups')
export class Groups extends View<Group[]> {
  static override styles = [
    styles,
    css`
      /* Each button beside its own group, also on a phone. */
      li.spread {
        flex-wrap: nowrap;
        align-items: center;
        padding: 0.35rem 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected load(signal: AbortSignal): Promise<Group[]> {
    return getJson('groups', signal);
  }

  protected show(groups: Group[]): TemplateResult {
    return html`<div class="spread">
        <h1>${texts.groups.title}</h1>
        <fluent-button appearance="primary" @click=${() => (location.hash = '#/grupper/ny')}
          >${texts.groups.new}</fluent-button
        >
      </div>
      <section>
        ${
          groups.length
            ? html`<ul class="plain">
                ${groups.map(
                  ({ id, title, size }) =>
                    html`<li class="spread">
                      <span><a href="#/grupper/${id}">${title}</a> <span class="quiet">${managers(size)}</span></span>
                      <fluent-button
                        size="small"
                        appearance="subtle"
                        aria-label=${fill(texts.groups.removeGroup, { title })}
                        @click=${() => this.takeAway(id, title)}
                        >${texts.words.remove}</fluent-button
                      >
                    </li>`,
                )}
              </ul>`
            : html`<h2>${texts.groups.none}</h2>
                <p>${texts.groups.noneLead}</p>`
        }
      </section>`;
  }

  private async takeAway(id: string, title: string): Promise<void> {
    const asked = {
      title: fill(texts.groups.removeAsk, { title }),
      text: texts.groups.removeAbout,
      act: texts.words.remove,
    };
    if (!(await confirmed(this.renderRoot, asked))) return;
    await this.attempt(() => sendRequest('DELETE', `groups/${id}`), texts.groups.removed);
    await this.reload();
  }
}
