import { type DialogueContent } from '../dialogue/dialogue';
import { type DialogueStore } from '../dialogue/ports';
import { type ShownDialogue } from '../dialogue/shown';
import { type Texts } from '../shared/texts';
import { type Reply } from './reply';

/** What dialogues in groups need from the rest of the service. */
export interface DialogueDeps {
  readonly texts: Texts;
  readonly dialogues: DialogueStore;
  /** What groups may talk about, by id. */
  readonly dialogueContents: ReadonlyMap<string, DialogueContent>;
  readonly isConcern: (text: string) => Promise<boolean>;
}

/** A reply that shows a card of a dialogue. */
export const shown = (card: ShownDialogue): Reply => ({ kind: 'dialogue', shown: card });

/** A reply that shows one sentence of a dialogue, without buttons. */
export const told = (text: string): Reply => shown({ at: 'told', text });

/** The id under which a dialogue knows a chat. All threads of a channel have the same one. */
export const chatOf = (chat: string): string => chat.replace(/;messageid=.*$/s, '');
