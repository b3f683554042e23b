import { type Phase, type Round } from '../dialogue/dialogue';

/** A dialogue in a group, until it is over. */
export interface DialoguesTable {
  id: string;
  /** The chat, by its pseudonym. */
  chat: string;
  /** The local day, and which one of that day in that chat. */
  started_day: string;
  number: number;
  /** The id of the content's file. */
  content: string;
  /** Who began it, by a pseudonym of the dialogue. */
  starter: string;
  phase: Phase;
  sealed_lesson: string | null;
  /**
   * The dialogue's own key, encrypted with the service key. Deleting this row destroys everything that was written in the
   * dialogue.
   */
  sealed_key: string;
  /** The local day on which it is erased, whatever its phase. */
  erase_on: string;
}

/** What one person wrote in one round. */
export interface DialogueAnswersTable {
  dialogue_id: string;
  round: Round;
  /** Who wrote it, by a pseudonym of the dialogue. */
  author: string;
  /** 1 where the round had been opened. */
  late: number;
  sealed: string;
}
