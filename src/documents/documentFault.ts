import { type PackedFault, Unreadable } from '../files/unreadable';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** Why a file cannot become a document. */
export type DocumentFault =
  | PackedFault
  | 'empty'
  /** Pages without any text: pictures of text. */
  | 'scanned'
  /** Pages of text in a font that does not say which letters it draws. */
  | 'lostFont'
  /** A file of its kind in which nothing is written and nothing drawn. */
  | 'blank'
  /** All its text is hidden. */
  | 'allHidden'
  /** It needs a password. */
  | 'locked'
  /** Office's formats from before 2007, .doc and .ppt. */
  | 'oldOffice'
  /** None of the formats that we read. */
  | 'otherKind'
  /** A format that we read, under another format's name; the detail is its real one. */
  | 'otherName'
  | 'tooManyPages'
  /** It takes more memory or time than a document may take. */
  | 'tooHeavy'
  | 'tooSlow'
  /** It was read, and cannot be a document; the detail says why. */
  | 'unfit';

/**
 * What a file may be and need at most: its bytes, its bytes and files when unpacked, its pages; and while it is read, megabytes
 * of memory and milliseconds.
 */
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

/**
 * The error to throw for a document that cannot be taken. `detail` fills `{detail}` in the sentence for the fault (see
 * `remedyOf`).
 */
export const documentRefusal = (fault: DocumentFault, detail?: string) => new Unreadable<DocumentFault>(fault, detail);
