import { Task, TaskStatus } from '@lit/task';
import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { RequestDeclined } from './answerTo';
import { styles } from './styles';
import { texts } from './texts';

/** A part of the page that shows loaded data. It says that it is loading, and why loading failed. */
export abstract class View<T> extends LitElement {
  static override styles: CSSResultGroup = styles;

  /** What went wrong with the latest act. */
  @state() protected fault = '';
  @state() protected done = '';
  @state() protected busy = false;
  /** What was loaded last. */
  private kept?: { readonly value: T };
  /** Why it could not be loaded again, where another attempt may succeed. */
  @state() private stale = '';

  /** What was loaded last; undefined before the first time. */
  protected get loaded(): T | undefined {
    return this.kept?.value;
  }

  protected abstract load(signal: AbortSignal): Promise<T>;
  protected abstract show(loaded: T): TemplateResult;

  protected readonly loading = new Task(this, {
    args: () => [],
    task: async (_none, { signal }) => {
      try {
        this.kept = { value: await this.load(signal) };
        this.stale = '';
        return this.kept.value;
      } catch (error) {
        if (!signal.aborted) this.stale = isPassing(error) ? (error as Error).message : '';
        throw error;
      }
    },
    autoRun: false,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.loading.run();
  }

  /** Loads again. What is shown stays until the new data has arrived. */
  protected async reload(): Promise<void> {
    await this.loading.run();
  }

  /**
   * Does something, and shows `done` or what went wrong. Returns whether it was done; while something else is under way nothing
   * is done.
   */
  protected async attempt(act: () => Promise<unknown>, done = ''): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.fault = this.done = '';
    try {
      await act();
      this.done = done;
      return true;
    } catch (error) {
      this.fault = (error as Error).message;
      return false;
    } finally {
      this.busy = false;
    }
  }

  override render(): unknown {
    const { status } = this.loading;
    const fault = this.fault || this.stale;
    const messages = html`<div role="status">
        ${
          this.done
            ? html`<fluent-message-bar intent="success"><span>${this.done}</span></fluent-message-bar>`
            : nothing
        }
      </div>
      <div role="alert">
        ${fault ? html`<fluent-message-bar intent="error"><span>${fault}</span></fluent-message-bar>` : nothing}
      </div>`;
    // What somebody is writing stays while the service cannot be reached.
    const shown = status === TaskStatus.ERROR && !this.stale ? undefined : this.kept;
    if (shown) return html`${messages}${this.show(shown.value)}`;
    if (status === TaskStatus.ERROR)
      return html`<div role="alert" class="card">
        <h1>${texts.words.failed}</h1>
        <p>${(this.loading.error as Error).message}</p>
        <fluent-button @click=${() => this.reload()}>${texts.words.tryAgain}</fluent-button>
      </div>`;
    return html`<p role="status" class="row">
      <fluent-spinner size="small"></fluent-spinner> ${texts.words.fetching}
    </p>`;
  }
}

/** Whether another attempt may succeed: the service has not said that it declines. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof RequestDeclined) || error.status === 0 || error.status >= 500;
