import { type Principle } from '../coaching/flow';
import { type QuestionSetState } from '../hr/ports';

/** A question set that HR has written, as it is now. */
export interface QuestionSetsTable {
  id: string;
  state: QuestionSetState;
  /** The version that is shown and that new campaigns send. */
  version: number;
  /** Counts the changes, so that nobody overwrites another person's change. */
  revision: number;
  /** Local days. The audit log says who did it. */
  created_on: string;
  changed_on: string;
  retired_on: string | null;
}

/** The words of a question set. A row never changes. */
export interface QuestionSetVersionsTable {
  set_id: string;
  version: number;
  title: string;
  principle: Principle | null;
  /** The steps of a flow, as JSON. */
  steps: string;
}
