import { type PackedFault, Unreadable } from '../files/unreadable';

/** Why a file cannot become a document. */
export type DocumentFault =
  | PackedFault
  | 'empty'
  /** Pages without any text: pictures of text. */
  | 'scanned'
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
  /** It takes more memory, or more time, than any document of its size should. */
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

const remedies: Record<DocumentFault, (detail: string) => string> = {
  empty: () => 'filen är tom. Spara den igen från programmet där den skrevs.',
  scanned: () => 'filen har ingen text, bara bilder. Kör textigenkänning (OCR) på den, eller be om originalet.',
  blank: () => 'filen har inget innehåll: ingen text och inga bilder. Kontrollera att det är rätt fil.',
  allHidden: () =>
    'all text i filen är dold, så ingen som läser filen ser den. Visa texten i filen och spara den igen.',
  locked: () => 'filen är låst med lösenord. Spara en kopia utan lösenord.',
  oldOffice: () => 'filen har Office gamla format. Öppna den och spara den som .docx eller .pptx.',
  otherKind: () =>
    'innehållet är inget av det som kan läsas. Spara dokumentet som .md, .txt, .pdf, .docx, .pptx eller .html.',
  otherName: (kind) => `innehållet är ${kind}, inte det som ändelsen säger. Byt filens ändelse till .${kind}.`,
  tooLarge: () =>
    'filen är för stor, eller packar upp sig till orimligt mycket. Spara om den med mindre bilder, eller dela upp den.',
  broken: () => 'filen är skadad. Öppna den, spara om den och försök igen.',
  tooManyPages: (pages) => `filen har ${pages} sidor, högst ${documentLimits.pages} går. Dela upp den.`,
  tooHeavy: () => `filen kräver mer än ${documentLimits.megabytes} MB minne. Spara om den, eller dela upp den.`,
  unfit: (why) => why,
  tooSlow: () =>
    `filen tar mer än ${documentLimits.milliseconds / 1000} sekunder att läsa. Spara om den, eller dela upp den.`,
};

/** What is wrong and what to do about it, in one line of Swedish that follows the file's name. */
export const remedyOf = (fault: DocumentFault, detail = ''): string => remedies[fault](detail);

export const documentRefusal = (fault: DocumentFault, detail?: string) => new Unreadable<DocumentFault>(fault, detail);
