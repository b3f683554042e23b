import { stringify } from 'yaml';
import { parseDocument, type KnowledgeDocument, type WrittenDocument } from '../knowledge/documents/document';

/** What a person says about a document; undefined where nothing is said. */
export type GivenFacts = Pick<KnowledgeDocument, 'title' | 'publisher' | 'date' | 'kind' | 'weight' | 'url' | 'group'>;

/**
 * The same document with other facts: its whole file, and the document that it describes.
 * @throws {Explained} where a document may not have a fact: see refusedFacts
 */
export function withFacts(
  { body, ...known }: WrittenDocument,
  given: GivenFacts,
): { readonly text: string; readonly document: WrittenDocument } {
  const { id, aliases, ...facts } = { ...known, ...given };
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  const front = { ...said, ...(aliases.length > 0 && { aliases }) };
  const text = `---\n${stringify(front, { lineWidth: 0 })}---\n\n${body.trim()}\n`;
  return { text, document: parseDocument(`${id}.md`, text) };
}
