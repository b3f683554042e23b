import { extname } from 'node:path';
import { textOf } from '../files/decode';
import { unpack } from '../files/unpack';
import { piecesOfDocx } from './docx';
import { limits, refusal } from './fault';
import { readPdf } from './pdf';
import { firstHeading, markdownOf, type Piece, plainOf, tidy } from './pieces';
import { readPptx } from './pptx';
import { piecesOfText, readMarkdown } from './text';

/** A file's content as a document has it. */
export interface Read {
  /** What the document calls itself; undefined where it does not say. */
  readonly title?: string;
  /** The front matter that a Markdown file came with: YAML, without the lines of ---. */
  readonly frontMatter?: string;
  readonly markdown: string;
  /** The words alone, for the comparison word for word. */
  readonly plain: string;
  /** How many pages or slides; undefined where the format has none. */
  readonly pages?: number;
}

/** What a format's reader gives. */
export interface Content {
  readonly pieces: readonly Piece[];
  readonly pages?: number;
}

/** Reads a file by its name and content, which must say the same. Rejects with Unreadable<DocumentFault>. */
export async function read(name: string, bytes: Buffer): Promise<Read> {
  if (bytes.length > limits.bytes) throw refusal('tooLarge');
  if (bytes.length === 0) throw refusal('empty');
  const { kind, content } = await opened(bytes);
  const named = extname(name).slice(1).toLowerCase();
  if (!['md', 'txt', 'pdf', 'docx', 'pptx'].includes(named)) throw refusal('otherKind');
  if (kind !== (named === 'md' ? 'txt' : named)) throw refusal('otherName', kind);
  if (named === 'md') return readMarkdown(textOf(bytes));
  const { pieces, pages } = await content();
  const tidied = tidy(pieces);
  if (tidied.every((piece) => piece.kind === 'page')) throw refusal(kind === 'txt' ? 'empty' : 'scanned');
  const title = firstHeading(tidied);
  return { ...(title && { title }), markdown: markdownOf(tidied), plain: plainOf(tidied), ...(pages && { pages }) };
}

const zip = Buffer.from('PK\x03\x04');
const endOfZip = Buffer.from('PK\x05\x06');
/** Begins Office's old files, and new ones behind a password. */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
/** Bytes that text has not, or the beginning of a web page or a rich text file. */
const isNoText = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]|^\s*<(?:!doctype|html|\?xml)|^\{\\rtf/i;

/** What the file is by its content, and how that is read. */
async function opened(bytes: Buffer): Promise<{ kind: string; content: () => Content | Promise<Content> }> {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return { kind: 'pdf', content: () => readPdf(bytes) };
  if (startsWith(bytes, compound)) throw refusal(bytes.includes(encrypted) ? 'locked' : 'oldOffice');
  if (startsWith(bytes, zip)) {
    if (!bytes.includes(endOfZip)) throw refusal('broken');
    const files = await unpack(bytes, limits);
    if (files.has('word/document.xml')) return { kind: 'docx', content: () => piecesOfDocx(files) };
    if (files.has('ppt/presentation.xml')) return { kind: 'pptx', content: () => readPptx(files) };
    throw refusal('otherKind');
  }
  const text = textOf(bytes);
  if (isNoText.test(text)) throw refusal('otherKind');
  return { kind: 'txt', content: () => ({ pieces: piecesOfText(text) }) };
}

const startsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);
