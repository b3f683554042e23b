import { html, nothing, type TemplateResult } from 'lit';
import { type PassageFindability } from '../hr/documentViews';
import { foundWords, unaskedWords } from './documentWords';
import { field } from './field';
import { submitButton } from './submitButton';
import { forgetUnsaved, keepUnsaved, unsavedIn } from './unsaved';
import { fill, texts } from './texts';

/** Questions that an editor accepts, and questions that the editor drops. */
export interface AskedChange {
  readonly accept?: readonly string[];
  readonly drop?: readonly string[];
}

/**
 * One passage with how it is found and what people ask about it. `keep` stores a change, and `propose` asks the region's model
 * for questions: without it there is no such button.
 */
export function passageFields(
  passage: PassageFindability,
  isBusy: boolean,
  keep: (change: AskedChange) => Promise<boolean>,
  propose?: () => void,
): TemplateResult {
  const { id, heading, excerpt, isFound, asked, suggested } = passage;
  const { label, color } =
    (isFound === 'no' || isFound === 'untried') && !asked.length ? unaskedWords : foundWords[isFound];
  const button = (words: string, question: string, change: AskedChange) =>
    html`<fluent-button
      size="small"
      aria-label=${`${words}: ${question}`}
      ?disabled=${isBusy}
      @click=${() => void keep(change)}
      >${words}</fluent-button
    >`;
  const place = `hittas/${id}`;
  const write = (event: InputEvent): void => keepUnsaved(place, (event.target as HTMLInputElement).value);
  const add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).querySelector('input')!;
    const question = input.value.trim();
    // What is declined stays in its field.
    if (!question || !(await keep({ accept: [question] }))) return;
    forgetUnsaved(place);
    input.value = '';
  };
  return html`<article aria-labelledby="heading-${id}">
    <div class="row">
      <h3 id="heading-${id}">${heading || texts.documentPassage.noHeading}</h3>
      <fluent-badge appearance="tint" color=${color}>${label}</fluent-badge>
    </div>
    <p class="excerpt">${excerpt}</p>
    ${list(
      texts.documentPassage.asked,
      asked.map((question) => ({ question, buttons: button(texts.words.remove, question, { drop: [question] }) })),
    )}
    ${list(
      texts.documentPassage.suggested,
      suggested.map((question) => ({
        question,
        buttons: html`<span class="row"
          >${button(texts.documentPassage.take, question, { accept: [question] })}
          ${button(texts.documentPassage.drop, question, { drop: [question] })}</span
        >`,
      })),
    )}
    <form class="row" @submit=${add}>
      ${field(texts.documentPassage.write, html`<input type="text" maxlength="200" required .value=${unsavedIn<string>(place) ?? ''} @input=${write} />`)}
      ${submitButton(texts.words.add, isBusy)}
      ${
        propose
          ? html`<fluent-button
              aria-label=${fill(texts.documentPassage.proposeFor, { heading: heading || texts.documentPassage.noHeading })}
              ?disabled=${isBusy}
              @click=${propose}
              >${texts.documentPassage.propose}</fluent-button
            >`
          : nothing
      }
    </form>
  </article>`;
}

const list = (
  title: string,
  lines: readonly { readonly question: string; readonly buttons: TemplateResult }[],
): TemplateResult | typeof nothing =>
  lines.length
    ? html`<h4>${title}</h4>
        <ul class="plain">
          ${lines.map(({ question, buttons }) => html`<li class="spread"><span>${question}</span>${buttons}</li>`)}
        </ul>`
    : nothing;
