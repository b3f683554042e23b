import { type Principle } from '../coaching/flow';
import { type QuestionSetState } from '../hr/ports';

/** A question set that HR has written, as it is now. */
export interface QuestionSetsTable {
  id: string;
  state: QuestionSetState;
  /** The version that is shown, and that new campaigns send. */
  version: number;
  /** Counts the changes, so that nobody overwrites what somebody else has changed meanwhile. */
  revision: number;
  /** Local days; who has done it stands in the audit log. */
  created_on: string;
  changed_on: string;
  retired_on: string | null;
}

/** The words of a question set. A row is never changed. */
export interface QuestionSetVersionsTable {
  set_id: string;
  version: number;
  title: string;
  principle: Principle | null;
  /** The steps of a flow, as JSON. */
  steps: string;
}
