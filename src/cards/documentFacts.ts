import { type KnowledgeDocument } from '../knowledge/documents/document';
import { type Texts } from '../shared/texts';
import { partialDateInWords } from '../shared/localTime';
import { unmarked } from './button';

/** A document in a list: "- Region Skåne: Motionssvar, 2021 (Motionssvar: förslag till beslut)". */
export const documentLine = ({ publisher, title, weight }: KnowledgeDocument, date: string): string =>
  `- ${unmarked(publisher)}: ${unmarked(title)}, ${date} (${unmarked(weight)})`;

/** What is known of documents, as Markdown: a line for each, with its whole date, and what is not known. */
export const documentFacts = (
  { documentFacts: { lead, rest }, found: { undated } }: Texts,
  documents: readonly KnowledgeDocument[],
): string =>
  [
    lead,
    documents
      .map((document) => documentLine(document, document.date ? partialDateInWords(document.date) : undated))
      .join('\n'),
    rest,
  ].join('\n\n');
