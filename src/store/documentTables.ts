import { type LiveState } from '../hr/documentPorts';

/** A document as it is now. */
export interface DocumentsTable {
  id: string;
  /** `none` until it has been published. */
  state: LiveState;
  /** The version that is published or withdrawn; 0 while there is none. */
  version: number;
  /** The version that has been read and not yet published. */
  draft: number | null;
  /** The state, version and draft before the latest publication or withdrawal, as JSON; null where that cannot be undone. */
  before: string | null;
  /** Counts the changes, so that nobody overwrites another person's change. */
  revision: number;
  /** A hash of the latest file in knowledge/ that the store knows; null for a document that HR has added. */
  seed_hash: string | null;
  /** 1 where HR has changed anything: then a release replaces nothing. */
  by_hr: number;
  /** 1 where a release has brought another text than HR's. */
  newer_seed: number;
  /** A local day. The audit log says who did it. */
  changed_on: string;
}

/** The text of a document. Only the facts and questions of a row change. */
export interface DocumentVersionsTable {
  document_id: string;
  version: number;
  /** The whole Markdown file, front matter included. */
  text: string;
  /** The words of the source alone. */
  plain: string;
  /** What the front matter says, as JSON. */
  facts: string;
  passages: number;
  /** Where reading was uncertain, as JSON. */
  warnings: string;
  /** What people ask of its passages, as JSON, and which proposals HR has dropped. */
  asked: string;
  dropped: string;
  /** A hash of a version's text and questions. */
  hash: string;
  /** A local day. */
  made_on: string;
}

/** One row. The version grows in the same transaction as a change of the documents that answer. */
export interface LibraryTable {
  id: number;
  version: number;
}
