import { type Dialogue, type GroupStep, type Lesson, type Round } from './dialogue';

/** Which dialogue, in which chat and for whom. A dialogue is only found in its own chat. */
export interface DialogueRef {
  readonly id: string;
  readonly chat: string;
  readonly person: string;
}

/** What came of an answer: `closed` where the round takes no more answers, `full` where too many people have written. */
export type Written = 'kept' | 'late' | 'closed' | 'full' | 'lost';

/** What a dialogue needs stored. What people write is kept under a key of the dialogue, never under a person's name. */
export interface DialogueStore {
  /** Begins a dialogue in a chat, or returns the one that was begun there today and is not over. */
  begin(
    chat: string,
    person: string,
    content: { readonly id: string; readonly retentionDays: number },
  ): Promise<{ readonly dialogue: Dialogue; readonly isNew: boolean }>;
  find(ref: DialogueRef): Promise<Dialogue | undefined>;
  /** Stores a person's answer and replaces the earlier one. What the group has seen does not change. */
  write(ref: DialogueRef, round: Round, text: string): Promise<Written>;
  /** Deletes the person's answer, unless the group has seen it. */
  takeBack(ref: DialogueRef, round: Round): Promise<void>;
  /**
   * Takes a step for the group. False where the group is in another phase, or too few people have written. Of two attempts at
   * once, one is true.
   */
  step(ref: DialogueRef, step: GroupStep, lesson?: Lesson): Promise<boolean>;
  /** Undoes a step that the group has not been told about. */
  stepBack(ref: DialogueRef, step: GroupStep): Promise<void>;
  /** Erases a dialogue with its key and everything that was written in it. */
  erase(ref: Omit<DialogueRef, 'person'>): Promise<void>;
}
