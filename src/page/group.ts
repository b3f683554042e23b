import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type ListLine, type Verdict } from '../campaigns/audienceList';
import { type ListView } from '../hr/groups';
import { type TeamView } from '../hr/teams';
import { getJson, RequestDeclined, sendRequest } from './api';
import { faultBelow, field } from './field';
import { listInput } from './listInput';
import { styles } from './styles';
import { submitButton } from './submitButton';
import { forgetUnsaved, keepUnsaved, unsavedIn } from './unsaved';
import { View } from './view';
import { listWords } from './listWords';
import { managers } from './words';
import { type Group } from '../hr/ports';
import { fill, texts } from './texts';

const verdicts: Readonly<Record<Verdict, string>> = texts.group.verdicts;

interface Kept {
  readonly title: string;
  readonly size: number;
  readonly teams: readonly TeamView[];
}

/** A new group, or another name or list for an existing one. */
@customElement('hr-group')
export class OneGroup extends View<Kept> {
  static override styles = [
    styles,
    css`
      .listed {
        min-width: 7rem;
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property({ attribute: false }) group = '';
  @state() private list?: ListView;
  /** Field -> what the service says is wrong with it. */
  @state() private wrong: Readonly<Record<string, string>> = {};
  /** Teams may ask for up to a minute. */
  @state() private isFetching = false;
  private name = '';

  protected async load(signal: AbortSignal): Promise<Kept> {
    const [teams, kept] = await Promise.all([
      getJson<TeamView[]>('teams', signal),
      this.group ? getJson<Group>(`groups/${encodeURIComponent(this.group)}`, signal) : undefined,
    ]);
    this.name = unsavedIn<string>(this.place) ?? kept?.title ?? '';
    return { title: kept?.title ?? '', size: kept?.size ?? 0, teams };
  }

  /** The name under which unsaved text is kept. Addresses are kept nowhere before they are stored. */
  private get place(): string {
    return `grupper/${this.group}`;
  }

  private readonly rename = (event: Event): void => {
    this.name = (event.target as HTMLInputElement).value;
    keepUnsaved(this.place, this.name);
  };

  private get pasted(): string {
    return this.renderRoot.querySelector<HTMLTextAreaElement>('#pasted')!.value;
  }

  protected show({ title, size, teams }: Kept): TemplateResult {
    const usable = usableIn(this.list);
    return html`<p><a href="#/grupper">${texts.group.all}</a></p>
      <h1>${title || texts.groups.new}</h1>
      <form class="card" @submit=${this.submit}>
        ${size ? html`<p>${fill(texts.group.size, { managers: managers(size) })}</p>` : nothing}
        ${field(
          texts.group.name,
          html`<input type="text" maxlength="100" .value=${this.name} @input=${this.rename} />`,
          faultBelow(this.wrong.title),
        )}
        <label class="field">
          <span>${texts.group.list}</span>
          ${listInput(this.read)}
        </label>
        <p id="about" class="quiet">${texts.group.listAbout}</p>
        <label class="field">
          <span>${texts.group.paste}</span>
          <textarea id="pasted" rows="3" placeholder=${texts.group.pasteExample}></textarea>
        </label>
        <p><fluent-button ?disabled=${this.busy} @click=${this.paste}>${texts.group.readPasted}</fluent-button></p>
        ${faultBelow(this.wrong.members)} ${teams.length ? this.choice(teams) : nothing}
        ${this.list ? this.preview(this.list) : nothing}
        ${submitButton(
          usable.length ? fill(texts.group.saveCount, { managers: managers(usable.length) }) : texts.group.save,
          this.busy,
          'primary',
        )}
      </form>`;
  }

  private choice(teams: readonly TeamView[]): TemplateResult {
    return html`<label class="field">
        <span>${texts.group.team}</span>
        <select id="team">
          ${teams.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
        </select>
      </label>
      <p>
        <fluent-button ?disabled=${this.busy} @click=${this.fromTeam}>
          ${this.isFetching ? texts.words.fetching : texts.group.fetch}
        </fluent-button>
      </p>
      <p class="quiet">${texts.group.teamAbout}</p>`;
  }

  private preview(list: ListView): TemplateResult {
    const { lines, counts } = list;
    return html`${listWords(list).map((said) => html`<p>${said}</p>`)}
      <p role="status">
        ${(Object.keys(verdicts) as Verdict[])
          .filter((verdict) => counts[verdict])
          .map((verdict) => `${verdicts[verdict]}: ${counts[verdict]}`)
          .join(' · ')}
      </p>
      <div class="scroll" tabindex="0" role="region" aria-label=${texts.group.lines}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">${texts.group.line}</th>
              <th scope="col">${texts.group.listedAs}</th>
              <th scope="col">${texts.group.verdict}</th>
              <th scope="col">${texts.group.unit}</th>
            </tr>
          </thead>
          <tbody>
            ${problemsFirst(lines)
              .slice(0, mostLines)
              .map(
                ({ line, listedAs, unit, verdict, duplicateOf }) =>
                  html`<tr>
                    <td class="number">${line}</td>
                    <td class="listed">${listedAs}</td>
                    <td>
                      ${duplicateOf === undefined ? verdicts[verdict] : fill(texts.group.duplicateOf, { line: duplicateOf })}
                    </td>
                    <td>${unit}</td>
                  </tr>`,
              )}
          </tbody>
        </table>
      </div>
      ${lines.length > mostLines ? html`<p class="quiet">${fill(texts.group.firstLines, { count: mostLines })}</p>` : nothing}`;
  }

  private readonly read = async (event: Event): Promise<void> => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    this.list = undefined;
    if (file) await this.attempt(async () => void (this.list = await sendRequest<ListView>('POST', 'lists', file)));
  };

  private readonly paste = async (): Promise<void> => {
    const read = () => sendRequest<ListView>('POST', 'lists', new Blob([this.pasted]));
    this.list = undefined;
    if (await this.attempt(async () => void (this.list = await read()))) this.forgetFile();
  };

  private readonly fromTeam = async (): Promise<void> => {
    const team = this.renderRoot.querySelector<HTMLSelectElement>('#team')!.value;
    this.isFetching = true;
    const path = `teams/${encodeURIComponent(team)}/roster`;
    const fetched = await this.attempt(async () => void (this.list = await sendRequest<ListView>('POST', path)));
    this.isFetching = false;
    if (fetched) this.forgetFile();
  };

  /** The chosen file is no longer the one that is shown. */
  private forgetFile(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!.value = '';
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    // What has been pasted is seen line by line before anything is stored.
    if (!this.list && this.pasted.trim()) await this.paste();
    else await this.keep();
  };

  private readonly keep = async (): Promise<void> => {
    const members = usableIn(this.list).map(({ listedAs, unit }) => ({ listedAs, unit }));
    // Without a new list, the group keeps the one that it has.
    const body = { title: this.name, ...((this.list ?? !this.group) && { members }) };
    this.wrong = {};
    const kept = await this.attempt(async () => {
      try {
        await (this.group ? sendRequest('PUT', `groups/${this.group}`, body) : sendRequest('POST', 'groups', body));
      } catch (error) {
        if (error instanceof RequestDeclined) this.wrong = error.fields;
        throw error;
      }
    });
    if (!kept) return;
    forgetUnsaved(this.place);
    location.hash = '#/grupper';
  };
}

/** The lines that can be stored. */
const usableIn = (list: ListView | undefined): readonly ListLine[] =>
  list?.lines.filter(({ verdict }) => verdict === 'matched' || verdict === 'unknown') ?? [];

/** Lines of a preview: more than anybody reads. */
const mostLines = 500;

/** Lines that need attention come first. */
const problemsFirst = (lines: readonly ListLine[]): ListLine[] => {
  const order: readonly Verdict[] = ['malformed', 'duplicate', 'unknown', 'matched'];
  return order.flatMap((verdict) => lines.filter((line) => line.verdict === verdict));
};
