import { type KnowledgeDocument } from './document';

/** The smallest thing that can be cited: a paragraph, a list, a quote or a table under its headings; at most 900 characters. */
export interface Passage {
  /** `<document id>#<n>`, n counting from 1 in document order. */
  readonly id: string;
  readonly document: KnowledgeDocument;
  /** Heading path, outermost first, e.g. ["Grundprincip Tillit", "Ex på hur inom tillit"]; may be empty. */
  readonly heading: readonly string[];
  /** Verbatim text without Markdown emphasis; bullets keep "- " and their indentation, table rows are lines. */
  readonly text: string;
  /** The document's weight, or its quoteWeight where the whole passage is quoted speech. */
  readonly weight: string;
}
