/** What HR's page is told about the documents that the bot answers from. */

/** Who may find, cite and open a document. */
export type DocumentAudience = { readonly kind: 'everyone' } | { readonly kind: 'group'; readonly group: string };

/** The bot answers neither from a draft nor from a withdrawn document. */
export type DocumentState = 'draft' | 'published' | 'withdrawn';

/** What HR says about a document, and how answers cite it. */
export interface DocumentFacts {
  readonly title: string;
  readonly publisher: string;
  /** A year, a month or a day: "2025", "2025-03", "2025-03-14"; '' where nobody knows. */
  readonly date: string;
  readonly kind: string;
  /** How much the text weighs: "Beslut", "Motion" … */
  readonly weight: string;
  /** The address of the original; '' where there is none. */
  readonly url: string;
  readonly audience: DocumentAudience;
}

/** Why HR should review a document. */
export type ReviewReason =
  | { readonly kind: 'old'; readonly years: number }
  /** A published document has the same name, apart from the year, and is newer. */
  | { readonly kind: 'newer'; readonly id: string; readonly title: string; readonly date: string }
  | { readonly kind: 'newerSeed' };

/** A line of the list. */
export interface DocumentEntry extends DocumentFacts {
  readonly id: string;
  readonly state: DocumentState;
  /** Counted from 1; a replacement is the next version. */
  readonly version: number;
  /** Grows with each change; an action on an older one is refused (409). */
  readonly revision: number;
  readonly passages: number;
  /** How many places were uncertain when the file was read. */
  readonly warnings: number;
  /** The local day of the last change. */
  readonly changedOn: string;
  /** Years since the document's date, where that is more than the set age. */
  readonly oldYears?: number;
  /** For a published document, why HR should review it; empty where there is no reason. */
  readonly reviews: readonly ReviewReason[];
  /** A replacement that has been read and not yet published. */
  readonly hasDraft: boolean;
}

/** Where reading was uncertain, in words for HR, with what to do. */
export interface ReadingWarning {
  readonly kind: string;
  readonly page?: number;
  readonly words: string;
}

/** A part of the text as it was read, in order. */
export interface ReadBlock {
  /** "s. 4", "bild 3"; '' where the file has none. */
  readonly place: string;
  readonly kind: 'heading' | 'paragraph' | 'list' | 'table';
  readonly text: string;
}

/** One document with everything about it. */
export interface DocumentView extends DocumentEntry {
  readonly blocks: readonly ReadBlock[];
  readonly readingWarnings: readonly ReadingWarning[];
  /** Who did what and when, the latest first. */
  readonly history: readonly { readonly act: string; readonly name: string; readonly at: string }[];
  /** The actions that are allowed now, in the order in which the page shows them. */
  readonly acts: readonly ('publish' | 'withdraw' | 'undo' | 'discard' | 'replace')[];
  /** Published documents with the same name, apart from the year, that are not newer. A publication may withdraw one. */
  readonly older: readonly { readonly id: string; readonly title: string; readonly date: string }[];
  /** Whether the region's own language model may be asked for questions. */
  readonly canPropose: boolean;
  /** The card of an answer that cites the document; undefined where it has no passage. */
  readonly card?: object;
}

/** How one passage would be found. */
export interface PassageFindability {
  readonly id: string;
  readonly heading: string;
  readonly excerpt: string;
  /**
   * Whether one of the questions below finds the passage first, or among three; `untried` while the bot does not answer from the
   * text.
   */
  readonly isFound: 'first' | 'among three' | 'no' | 'untried';
  /** What an editor has written that people ask about the passage. */
  readonly asked: readonly string[];
  /** Proposed, and neither accepted nor dropped yet. */
  readonly suggested: readonly string[];
}

/** A question that documents answer differently. */
export interface DocumentConflict {
  readonly question: string;
  readonly quotes: readonly (TriedQuestion['quotes'][number] & Pick<DocumentFacts, 'date' | 'audience'>)[];
}

/** What the question box says. */
export interface TriedQuestion {
  readonly outcome: 'found' | 'topic' | 'unsure' | 'none';
  /** Why, one line each. */
  readonly reasons: readonly string[];
  readonly quotes: readonly { readonly document: string; readonly title: string; readonly excerpt: string }[];
}
