import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type DocumentView } from '../hr/documentViews';
import { sendRequest } from './api';
import { styles } from './styles';
import { fill, texts } from './texts';

/** Bytes that a file may have. */
const largest = 50e6;
const endings = ['.pdf', '.docx', '.pptx', '.md', '.txt', '.html', '.htm', '.mht', '.mhtml'];

/**
 * An area where a file is dropped or chosen, with progress while it is read. The event `read` tells what was read; `unread` comes
 * where it was not.
 */
@customElement('hr-document-drop')
export class DocumentDrop extends LitElement {
  static override styles = [
    styles,
    css`
      .drop {
        border: 2px dashed var(--colorNeutralStrokeAccessible);
        border-radius: var(--borderRadiusLarge, 6px);
        padding: 1rem;
      }
      .drop.over {
        border-style: solid;
        border-color: var(--colorCompoundBrandStroke);
        background: var(--colorNeutralBackground3);
      }
      .drop .field {
        margin-bottom: 0.5rem;
      }
      .drop p:last-child {
        margin-bottom: 0;
      }
      .wrong {
        margin: 0.5rem 0;
      }
      .name {
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property({ attribute: false }) label = texts.words.addDocument;
  /** The address to which the file is sent, with the query that it already has. */
  @property({ attribute: false }) path = 'documents';
  @state() private reading = '';
  @state() private isOver = false;
  @state() private fault = '';
  private cancelling?: AbortController;

  override connectedCallback(): void {
    super.connectedCallback();
    for (const kind of ['dragover', 'drop'] as const) addEventListener(kind, keepPage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const kind of ['dragover', 'drop'] as const) removeEventListener(kind, keepPage);
    this.cancelling?.abort();
  }

  override render(): unknown {
    return html`<div
        class="drop ${this.isOver ? 'over' : ''}"
        @dragover=${this.over}
        @dragleave=${() => (this.isOver = false)}
        @drop=${this.drop}
      >
        ${this.reading ? this.progress() : this.choice()}
      </div>
      <div role="alert">${this.fault ? html`<p class="wrong">${this.fault}</p>` : nothing}</div>`;
  }

  private choice(): TemplateResult {
    return html`<label class="field">
        <span>${this.label}</span>
        <input type="file" accept=${endings.join(',')} @change=${this.choose} aria-describedby="about" />
      </label>
      <p id="about" class="quiet">${texts.documentDrop.about}</p>`;
  }

  private progress(): TemplateResult {
    return html`<p id="reading" role="status" class="name">
        ${fill(texts.documentDrop.reading, { file: this.reading })}
      </p>
      <fluent-progress-bar role="progressbar" aria-labelledby="reading"></fluent-progress-bar>
      <fluent-button @click=${this.cancel}>${texts.words.cancel}</fluent-button>`;
  }

  private readonly over = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = !this.reading;
  };

  private readonly drop = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    const files = event.dataTransfer?.files;
    if (!files?.length || this.reading) return;
    if (files.length > 1) this.fault = texts.documentDrop.oneFile;
    else void this.read(files[0]!);
  };

  private readonly choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = '';
    if (file) void this.read(file);
  };

  private readonly cancel = (): void => this.cancelling?.abort();

  private async read(file: File): Promise<void> {
    this.fault = faultOf(file);
    if (this.fault) return;
    const cancelling = (this.cancelling = new AbortController());
    this.reading = file.name;
    try {
      const path = `${this.path}${this.path.includes('?') ? '&' : '?'}name=${encodeURIComponent(file.name)}`;
      const detail = await sendRequest<DocumentView>('POST', path, file, cancelling.signal);
      this.dispatchEvent(new CustomEvent('read', { detail }));
    } catch (error) {
      this.fault = cancelling.signal.aborted ? texts.documentDrop.cancelled : (error as Error).message;
      this.dispatchEvent(new Event('unread'));
    } finally {
      this.reading = '';
    }
  }
}

/** Without this, a file that is dropped beside the area would replace the page. */
const keepPage = (event: Event): void => event.preventDefault();

const faultOf = ({ name, size }: File): string => {
  if (!endings.some((ending) => name.toLowerCase().endsWith(ending)))
    return fill(texts.documentDrop.unreadable, { file: name });
  if (size > largest) return fill(texts.documentDrop.tooLarge, { file: name });
  return size ? '' : fill(texts.documentDrop.empty, { file: name });
};
