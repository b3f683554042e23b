import { type Dialogue, type GroupStep, type Lesson, type Round } from './dialogue';

/** Which dialogue, where and for whom. A dialogue is found in its own chat only. */
export interface DialogueRef {
  readonly id: string;
  readonly chat: string;
  readonly person: string;
}

/** What came of an answer: `closed` where the round takes none any more, `full` where too many have written. */
export type Written = 'kept' | 'late' | 'closed' | 'full' | 'lost';

/** What a dialogue needs stored. What people write is kept under a key of the dialogue, never under a person's name. */
export interface DialogueStore {
  /** Begins a dialogue in a chat, or gives the one that was begun there today and is not over. */
  begin(
    chat: string,
    person: string,
    content: { readonly id: string; readonly retentionDays: number },
  ): Promise<{ readonly dialogue: Dialogue; readonly isNew: boolean }>;
  find(ref: DialogueRef): Promise<Dialogue | undefined>;
  /** Keeps a person's answer in the place of the one before. What has been shown to the group stays as it is. */
  write(ref: DialogueRef, round: Round, text: string): Promise<Written>;
  /** Takes the person's answer back where the group has not seen it. */
  takeBack(ref: DialogueRef, round: Round): Promise<void>;
  /** Takes a step for the group. False where the group is not there, or too few have written: of two at once one is true. */
  step(ref: DialogueRef, step: GroupStep, lesson?: Lesson): Promise<boolean>;
  /** Takes a step back that the group has not been told of. */
  stepBack(ref: DialogueRef, step: GroupStep): Promise<void>;
  /** Erases a dialogue with its key and all that was written in it. */
  erase(ref: Omit<DialogueRef, 'person'>): Promise<void>;
}
