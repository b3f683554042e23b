import { html, render } from 'lit';
import { texts } from './texts';

/** The question before something that cannot be undone. */
interface Asked {
  readonly title: string;
  readonly text: string;
  /** The text of the button that does it. */
  readonly act: string;
}

type Dialog = HTMLElement & { show(): void; hide(): void };

/** Asks once, in the part of the page that the question is about. Resolves with the answer; closing the question means no. */
export async function confirmed(within: Node, { title, text, act }: Asked): Promise<boolean> {
  const place = within.appendChild(document.createElement('div'));
  let wants = false;
  const answer = (yes: boolean) => () => {
    wants = yes;
    dialog.hide();
  };
  render(
    html`<fluent-dialog type="alert" aria-label=${title}>
      <fluent-dialog-body>
        <h2 slot="title">${title}</h2>
        <p>${text}</p>
        <fluent-button slot="action" autofocus @click=${answer(false)}>${texts.words.letBe}</fluent-button>
        <fluent-button slot="action" appearance="primary" @click=${answer(true)}>${act}</fluent-button>
      </fluent-dialog-body>
    </fluent-dialog>`,
    place,
  );
  const dialog = place.querySelector<Dialog>('fluent-dialog')!;
  await customElements.whenDefined('fluent-dialog');
  dialog.show();
  await new Promise<void>((resolve) =>
    dialog.addEventListener(
      'toggle',
      (event) => (event as ToggleEvent & { detail?: { newState: string } }).detail?.newState === 'closed' && resolve(),
    ),
  );
  place.remove();
  return wants;
}
