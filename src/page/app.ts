import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { getJson } from './api';
import { textIn } from './form';
import { places, viewOf } from './places';
import { resumeHere, signInHere, signOutHere, startInTeams } from './signIn';
import { styles } from './styles';
import { submitButton } from './submitButton';
import { forgetAllUnsaved } from './unsaved';
import { tabs } from './tabs';
import { fill, texts } from './texts';

/** The person who looks, as far as the page knows. */
type Visitor =
  | { kind: 'asked' }
  | { kind: 'stranger' }
  | { kind: 'refused'; why: string }
  | { kind: 'hr'; name: string };

/** The whole page: who is signed in, which view is shown, and the links to the other views. */
@customElement('hr-app')
export class App extends LitElement {
  static override styles = [
    styles,
    tabs,
    css`
      header {
        background: var(--colorNeutralBackground1);
        border-bottom: 1px solid var(--colorNeutralStroke2);
        padding: 0.75rem 1.25rem 0;
      }
      header .spread {
        max-width: 68rem;
        margin: 0 auto;
      }
      nav {
        max-width: 68rem;
        margin: 0.25rem auto 0;
      }
      main {
        max-width: 68rem;
        margin: 0 auto;
        padding: 1.25rem;
      }
      .skip {
        position: absolute;
        inset-inline-start: -100vw;
      }
      .skip:focus {
        position: static;
      }
    `,
  ];

  @state() private visitor: Visitor = { kind: 'asked' };
  @state() private path: readonly string[] = [];
  @state() private fault = '';
  private inTeams = false;
  private readonly isLocal = document.querySelector('meta[name="sign-in"]')?.getAttribute('content') === 'local';

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', () => this.go());
    addEventListener('signed-out', () => {
      // In Teams there is no form to sign in by, and what somebody is writing stays where it is.
      if (this.inTeams) return;
      signOutHere();
      this.visitor = { kind: 'refused', why: texts.request.signInAgain };
    });
    this.go();
    void this.begin();
  }

  private async begin(): Promise<void> {
    try {
      this.inTeams = await startInTeams();
    } catch {
      this.visitor = { kind: 'refused', why: texts.app.noTeams };
      return;
    }
    if (this.inTeams || resumeHere()) await this.welcome();
    else this.visitor = { kind: 'stranger' };
  }

  private async welcome(): Promise<void> {
    try {
      this.visitor = { kind: 'hr', ...(await getJson<{ name: string }>('me')) };
    } catch (error) {
      this.visitor = { kind: 'refused', why: (error as Error).message };
    }
  }

  private go(): void {
    const path = location.hash.replace(/^#\/?/, '').split('/').filter(Boolean);
    this.path = places[path[0] ?? ''] ? path : ['utskick'];
    document.title = fill(texts.app.pageTitle, { place: places[this.path[0]!]!.title });
  }

  /** A screen reader reads out the new view. It reads the first view anyway. */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('path') as readonly string[] | undefined;
    if (before && viewOf(before) !== viewOf(this.path) && this.visitor.kind === 'hr')
      this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }

  override render(): unknown {
    if (this.visitor.kind === 'asked') return html`<main role="status"><p>${texts.words.fetching}</p></main>`;
    if (this.visitor.kind !== 'hr') return this.signInView(this.visitor);
    const here = this.path[0]!;
    return html`<header>
        <button class="skip" @click=${this.skip}>${texts.app.skip}</button>
        <div class="spread">
          <strong>${texts.app.title}</strong>
          <span class="row quiet">
            ${this.visitor.name}
            ${
              this.inTeams
                ? nothing
                : html`<fluent-button size="small" appearance="subtle" @click=${this.leave}
                    >${texts.app.signOut}</fluent-button
                  >`
            }
          </span>
        </div>
        <nav aria-label=${texts.app.places}>
          ${Object.entries(places).map(
            ([path, { title }]) =>
              html`<a href="#/${path}" aria-current=${path === here ? 'page' : nothing}>${title}</a>`,
          )}
        </nav>
      </header>
      <main tabindex="-1">${keyed(viewOf(this.path), places[here]!.show(this.path.slice(1)))}</main>`;
  }

  private signInView(visitor: Visitor): TemplateResult {
    const why = this.fault || (visitor.kind === 'refused' ? visitor.why : '');
    return html`<main class="sign-in">
      <h1>${texts.app.title}</h1>
      <div role="alert">
        ${why ? html`<fluent-message-bar intent="error"><span>${why}</span></fluent-message-bar>` : nothing}
      </div>
      ${
        this.inTeams || !this.isLocal
          ? html`<p>${this.inTeams ? '' : texts.app.openInTeams}</p>`
          : html`<form class="card" @submit=${this.enter}>
              <p>${texts.app.local}</p>
              <label class="field">
                <span>${texts.app.name}</span>
                <input type="text" name="name" required maxlength="100" autocomplete="username" />
              </label>
              <label class="option"><input type="checkbox" name="hr" checked /> ${texts.app.isHr}</label>
              ${submitButton(texts.app.signIn, false, 'primary')}
            </form>`
      }
    </main>`;
  }

  private readonly enter = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    try {
      this.fault = '';
      await signInHere(textIn(form, 'name'), form.has('hr'));
      await this.welcome();
    } catch (error) {
      this.fault = (error as Error).message;
    }
  };

  private readonly leave = (): void => {
    signOutHere();
    forgetAllUnsaved();
    this.visitor = { kind: 'stranger' };
  };

  private readonly skip = (): void => {
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  };
}
