import { type KnowledgeDocument, type WrittenDocument } from './document';
import { blocksOf, type MarkdownBlock } from '../text/markdown';
import { cut } from '../text/sentences';

/** The smallest thing that can be cited: a paragraph, a list, a quote or a table under its headings; at most 900 characters. */
export interface Passage {
  /** `<document id>#<n>`, n counting from 1 in document order. */
  readonly id: string;
  readonly document: KnowledgeDocument;
  /** Heading path, outermost first, e.g. ["Grundprincip Tillit", "Ex på hur inom tillit"]; may be empty. */
  readonly heading: readonly string[];
  /** Verbatim text without Markdown emphasis; bullets keep "- " and their indentation, table rows are lines with a tab between cells. */
  readonly text: string;
  /** The document's weight, or its quoteWeight where most of the passage is quoted speech. */
  readonly weight: string;
  /** The page where it begins, e.g. "s. 4" or "bild 3"; undefined where the document has no pages. */
  readonly page?: string;
  /** Questions that it answers, in the words of those who ask (asked.yaml); searched, never shown. */
  readonly asked?: readonly string[];
  /** The id of the topic that it stands for; undefined for what stands in a document. */
  readonly topic?: string;
}

const longest = 900;
/** Characters. A shorter fragment says too little, so it is joined with its neighbour under the same heading. */
const tiny = 150;
/** Joining stops here, so that a passage stays about one thing. */
const enough = 600;

/** A part of a document that becomes a passage. */
interface Draft {
  readonly heading: readonly string[];
  readonly section: number;
  readonly kind: MarkdownBlock['kind'];
  readonly text: string;
  readonly page?: string;
  /** How many characters of the text are quoted speech. */
  readonly spoken: number;
}

/** The passages of a document in order. Every word of its body is in one passage or in a heading. */
export function passagesOf({ body, ...document }: WrittenDocument): Passage[] {
  const drafts = blocksOf(body)
    .flatMap(draftsOf)
    .reduce<Draft[]>(joinLeadIns, [])
    .reduce<Draft[]>(joinFragments, [])
    .reduce<Draft[]>(joinColumns, []);
  return drafts.map((draft, at) => ({
    id: `${document.id}#${at + 1}`,
    document,
    heading: draft.heading,
    text: draft.text,
    ...(draft.page && { page: draft.page }),
    weight: draft.spoken > draft.text.length / 2 ? (document.quoteWeight ?? document.weight) : document.weight,
  }));
}

/** A block as it is; a block that is too long as few passages as can hold it. */
function draftsOf({ heading, section, kind, parts, speech, page }: MarkdownBlock): Draft[] {
  const pieces = parts.flatMap((part) => cut(part, longest));
  const packed = pieces.reduce<string[]>((texts, piece) => {
    const last = texts.at(-1);
    if (last === undefined || last.length + 1 + piece.length > longest) return [...texts, piece];
    return [...texts.slice(0, -1), `${last}\n${piece}`];
  }, []);
  return packed.map((text) => ({ heading, section, kind, text, page, spoken: speech ? text.length : 0 }));
}

/** Joins an introduction ("Hur gör cheferna för att lyckas med detta?") with what follows. */
const joinLeadIns = joining((last, next, together) => together <= longest && leadsIn(last, next));
/** Joins fragments with their neighbour. */
const joinFragments = joining(
  (last, next, together) => together <= enough && Math.min(last.text.length, next.text.length) < tiny,
);

function joining(belong: (last: Draft, next: Draft, together: number) => boolean) {
  return (drafts: Draft[], next: Draft): Draft[] => {
    const last = drafts.at(-1);
    if (!last || last.section !== next.section || !isSame(last.heading, next.heading)) return added(drafts, next);
    if (!belong(last, next, last.text.length + 1 + next.text.length)) return added(drafts, next);
    const [text, spoken] = [`${last.text}\n${next.text}`, last.spoken + next.spoken];
    return merged(drafts, { ...next, page: last.page, text, spoken });
  };
}

function leadsIn(draft: Draft, next: Draft): boolean {
  const introducesSpeech = draft.kind === 'list' && draft.spoken === 0 && next.kind === 'paragraph' && next.spoken > 0;
  return introducesSpeech || isLeadIn(draft);
}

const isLeadIn = (draft: Draft) => draft.kind === 'paragraph' && draft.spoken === 0 && /[:?]$/.test(draft.text);

/**
 * Joins short lists under neighbouring subheadings, because they are the columns of a slide ("Exempel på kontrollkultur",
 * "Exempel på tillitskultur"). They come under their common heading, each with its own.
 */
function joinColumns(drafts: Draft[], next: Draft): Draft[] {
  const last = drafts.at(-1);
  const shared = next.heading.slice(0, -1);
  if (!last || next.kind !== 'list' || shared.length === 0) return added(drafts, next);
  const isFirst = isSame(last.heading.slice(0, -1), shared) && last.kind === 'list';
  const isLater = isSame(last.heading, shared) && (last.kind === 'list' || isLeadIn(last));
  if (last.section !== next.section || !(isFirst || isLater)) return added(drafts, next);
  const text = [isFirst ? last.heading.at(-1) : '', last.text, next.heading.at(-1), next.text]
    .filter(Boolean)
    .join('\n');
  if (text.length > enough) return added(drafts, next);
  return merged(drafts, { ...next, page: last.page, heading: shared, text, spoken: last.spoken + next.spoken });
}

/** Each stage changes its own list in place, because copying the list at every step takes minutes for a thousand pages. */
function added(drafts: Draft[], next: Draft): Draft[] {
  drafts.push(next);
  return drafts;
}

function merged(drafts: Draft[], both: Draft): Draft[] {
  drafts[drafts.length - 1] = both;
  return drafts;
}

const isSame = (one: readonly string[], other: readonly string[]) => one.join('\n') === other.join('\n');
