import { createHash } from 'node:crypto';
import { type KnowledgeDocument } from './documents/document';
import { type Passage } from './documents/passages';
import { type Library } from './library';
import { isTopicsDocument } from './topics/topic';

/**
 * A passage as a link names it. Passages are numbered in order, and an edited document moves them, so the link also holds a hash
 * of the words.
 */
export interface CitedPlace {
  /** The document's id. */
  readonly document: string;
  /** The passage's number in the document, from 1. */
  readonly number: number;
  readonly fingerprint: string;
}

/** A document as a person reads it, with the passage that was cited. */
export interface OpenedDocument {
  readonly document: KnowledgeDocument;
  /** The passages in order. For a long document, only those around the cited one. */
  readonly passages: readonly Passage[];
  /** The id of the cited passage; undefined where the document no longer has those words. */
  readonly cited?: string;
  readonly isWhole: boolean;
}

/** The most passages on a page: some 60 printed pages, which is already much for a phone. */
const mostPassages = 200;

/** Returns the place of a passage that a link holds: its document, its number from 1, and a hash of its text. */
export const placeOf = ({ id, document, text }: Passage): CitedPlace => ({
  document: document.id,
  number: Number(id.slice(id.lastIndexOf('#') + 1)),
  fingerprint: fingerprintOf(text),
});

/** A hash that tells the passages of a document apart. 48 bits are enough, and keep a link short. */
const fingerprintOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 8);

/** The document around a cited passage, as it is now; undefined where the document no longer exists. */
export function openDocument(
  library: Pick<Library, 'passagesIn'>,
  { document, number, fingerprint }: CitedPlace,
  most = mostPassages,
): OpenedDocument | undefined {
  const all = library.passagesIn(document);
  const [first] = all;
  if (!first || isTopicsDocument(first.document)) return undefined;
  const hasWords = ({ text }: Passage) => fingerprintOf(text) === fingerprint;
  const there = all[number - 1];
  // A document may hold the same words twice. Then the number decides, if it still fits.
  const cited = there && hasWords(there) ? there : all.find(hasWords);
  const at = cited ? all.indexOf(cited) : number - 1;
  const start = Math.max(0, Math.min(at - Math.floor(most / 2), all.length - most));
  return {
    document: first.document,
    passages: all.slice(start, start + most),
    ...(cited && { cited: cited.id }),
    isWhole: all.length <= most,
  };
}
