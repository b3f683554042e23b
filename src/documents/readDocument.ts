import { type FormatContent, type ReadResult } from './content';
import { extname } from 'node:path';
import { decode } from '../files/decode';
import { unpack } from '../files/unpack';
import { piecesOfDocx } from './docx';
import { documentLimits, documentRefusal } from './documentFault';
import { type ReadWarning } from './readWarning';
import { readPdf } from './pdf';
import { firstHeading, markdownOf, plainOf, tidy } from './pieces';
import { isMhtml, pageOfMhtml, textIn } from './mhtml';
import { readPptx } from './pptx';
import { readWebPage } from './webPage';
import { piecesOfText, readMarkdown } from './plainText';

/** Reads a file. Its name and its content must be of the same kind. @throws {Unreadable<DocumentFault>} */
export async function readDocument(name: string, bytes: Buffer): Promise<ReadResult> {
  if (bytes.length > documentLimits.bytes) throw documentRefusal('tooLarge');
  if (bytes.length === 0) throw documentRefusal('empty');
  const named = kindNamed(name);
  const { kind, content } = await opened(bytes, named);
  if (!['md', 'txt', 'pdf', 'docx', 'pptx', 'html', 'mht'].includes(named)) throw documentRefusal('otherKind');
  if (kind !== (named === 'md' ? 'txt' : named)) throw documentRefusal('otherName', kind);
  if (named === 'md') {
    const { text, warnings } = written(bytes);
    return { ...readMarkdown(text), warnings };
  }
  const { pieces, pages, warnings, hasPictures, facts } = await content();
  const tidied = tidy(pieces);
  if (tidied.every((piece) => piece.kind === 'page')) {
    if (kind === 'txt') throw documentRefusal('empty');
    if (warnings.some((warning) => warning.kind === 'lostFont')) throw documentRefusal('lostFont');
    const isHidden = warnings.some((warning) => warning.kind === 'hidden' || warning.kind === 'hiddenSlides');
    throw documentRefusal((await hasPictures?.()) ? 'scanned' : isHidden ? 'allHidden' : 'blank');
  }
  const title = firstHeading(tidied);
  return {
    ...(title && { title }),
    markdown: markdownOf(tidied),
    plain: plainOf(tidied),
    ...(pages && { pages }),
    ...(facts && { facts }),
    warnings,
  };
}

const zip = Buffer.from('PK\x03\x04');
const endOfZip = Buffer.from('PK\x05\x06');
/** The first bytes of Office's old files, and of new ones with a password. */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
/** Bytes that no text has, or the beginning of a web page or a rich text file. */
const isNoText = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]|^\s*<(?:!doctype|html|\?xml)|^\{\\rtf/i;

/** The format that a file's name says. */
function kindNamed(name: string): string {
  const ending = extname(name).slice(1).toLowerCase();
  return { htm: 'html', xhtml: 'html', mhtml: 'mht' }[ending] ?? ending;
}

/** How a web page begins: with its doctype, its root element, or an XML declaration before those. */
const isWebPage =
  /^(?:\ufeff|ï»¿)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)*<(?:!doctype html|html|head|body)[\s>]/i;

/** The format that a file's content shows, and the function that reads it. */
async function opened(
  bytes: Buffer,
  named: string,
): Promise<{ kind: string; content: () => FormatContent | Promise<FormatContent> }> {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return { kind: 'pdf', content: () => readPdf(bytes) };
  if (startsWith(bytes, compound)) throw documentRefusal(bytes.includes(encrypted) ? 'locked' : 'oldOffice');
  if (startsWith(bytes, zip)) {
    if (!bytes.includes(endOfZip)) throw documentRefusal('broken');
    const files = await unpack(bytes, documentLimits);
    if ([...files.keys()].some((name) => wordText.test(name)))
      return { kind: 'docx', content: () => piecesOfDocx(files) };
    if (files.has('ppt/presentation.xml')) return { kind: 'pptx', content: () => readPptx(files) };
    throw documentRefusal('otherKind');
  }
  const beginning = bytes.subarray(0, 4000).toString('latin1');
  if (isMhtml(beginning)) {
    return {
      kind: 'mht',
      content: () => {
        const { html, address } = pageOfMhtml(bytes);
        return readWebPage(html, address);
      },
    };
  }
  const [, charset] = /<meta[^>]{0,200}charset=["']?([\w-]{1,40})/i.exec(beginning) ?? [];
  if (isWebPage.test(beginning) || (named === 'html' && /<[a-z]/i.test(beginning)))
    return { kind: 'html', content: () => readWebPage(charset ? textIn(bytes, charset) : written(bytes).text) };
  const { text, warnings } = written(bytes);
  if (isNoText.test(text)) throw documentRefusal('otherKind');
  return { kind: 'txt', content: () => ({ pieces: piecesOfText(text), warnings }) };
}

/** The text of a file, and whether its encoding is a guess. @throws {Unreadable} */
function written(bytes: Buffer): { text: string; warnings: ReadWarning[] } {
  const decoded = decode(bytes);
  if (!decoded) throw documentRefusal('broken');
  const isNamed = decoded.encoding === 'UTF-8' || decoded.encoding === 'UTF-16';
  return { text: decoded.text, warnings: isNamed ? [] : [{ kind: 'encoding' }] };
}

/** Word's name for its main text; Word on the web adds a number. */
const wordText = /^word\/document\d*\.xml$/;

const startsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);
