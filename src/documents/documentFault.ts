import { type PackedFault, Unreadable } from '../files/unreadable';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** Why a file cannot become a document. */
export type DocumentFault =
  | PackedFault
  | 'empty'
  /** Pages without any text: pictures of text. */
  | 'scanned'
  /** Pages of text whose font says not which letters it draws. */
  | 'lostFont'
  /** A file of its kind in which nothing is written, and nothing drawn. */
  | 'blank'
  /** All that is written in it is hidden. */
  | 'allHidden'
  /** Opens only with a password. */
  | 'locked'
  /** Office's formats from before 2007, .doc and .ppt. */
  | 'oldOffice'
  /** None of the formats that we read. */
  | 'otherKind'
  /** One of them, under another's name; the detail is its own. */
  | 'otherName'
  | 'tooManyPages'
  /** It takes more memory or more time than a document of its size may take. */
  | 'tooHeavy'
  | 'tooSlow'
  /** It was read, and cannot be a document; the detail says why. */
  | 'unfit';

/** What a file may be and take at most: bytes as it comes, bytes and files as unpacked, pages; megabytes of memory and milliseconds while it is read. */
export const documentLimits = {
  bytes: 50e6,
  unpacked: 60e6,
  files: 20_000,
  pages: 2000,
  megabytes: 600,
  milliseconds: 60_000,
} as const;

const limits = {
  pages: documentLimits.pages,
  megabytes: documentLimits.megabytes,
  seconds: documentLimits.milliseconds / 1000,
};

/** What is wrong and what to do about it, in one line of Swedish that follows the file's name. */
export const remedyOf = (fault: DocumentFault, detail = ''): string =>
  fill(editorTexts.refusedFiles[fault], { ...limits, detail });

export const documentRefusal = (fault: DocumentFault, detail?: string) => new Unreadable<DocumentFault>(fault, detail);
