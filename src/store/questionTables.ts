import { type QuestionState, type Said } from '../questions/question';
import { type IsoTime, type SealedText } from './columns';

/** A question that a manager has sent to HR. */
export interface QuestionsTable {
  id: string;
  person_id: string;
  sealed_name: SealedText;
  state: QuestionState;
  /** The person in HR who has taken it: id and name, as the sign-in gave them. */
  taken_by: string | null;
  taken_name: string | null;
  asked_at: IsoTime;
  changed_at: IsoTime;
}

/** What both sides wrote, encrypted with the manager's key, so that all of it is erased with the person. */
export interface QuestionWordsTable {
  question_id: string;
  position: number;
  said_by: Said['by'];
  sealed: SealedText;
  said_at: IsoTime;
}

/** What HR sets for everybody. */
export interface HrSettingsTable {
  name: 'answerPromise';
  value: string;
}
