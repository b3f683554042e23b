import { type Encoding } from '../files/decode';

/** A sheet as it is read. */
export interface Sheet {
  /** What the workbook calls it. */
  readonly name?: string;
  /** The row at index n is the one that Excel numbers n + 1; those that are empty, or hidden, are []. */
  readonly rows: string[][];
  /** Rows that hold something, and are hidden, as by a filter. */
  readonly hiddenRows: number;
}

/** A visible sheet that could not be read. */
export interface UnreadSheet {
  readonly name: string;
  readonly fault: SheetFault;
}

/** What a text file was written in, where that is not plain UTF-8. */
export type OtherEncoding = Exclude<Encoding, 'UTF-8'> | 'UTF-8 twice';

/** What was read of an upload: at least one sheet holds something. */
export interface ReadSheets {
  readonly sheets: readonly Sheet[];
  readonly unread: readonly UnreadSheet[];
  /** Where a text file was not plain UTF-8, what it was taken for. */
  readonly encoding?: OtherEncoding;
}

/** Why an upload is no sheet that can be read. */
export type SheetFault =
  /** The file itself, what is packed in it, or all that stands in its cells. */
  | 'tooLarge'
  | 'empty'
  /** A workbook whose visible sheets are empty, while others hold something. */
  | 'allHidden'
  /** PDF, image, Word, web page: neither a workbook nor text in rows. */
  | 'notASheet'
  /** Text whose letters make no words in any encoding that is known. */
  | 'unknownEncoding'
  /** Excel's format from before 2007, .xls. */
  | 'oldExcel'
  /** A workbook that only opens with a password. */
  | 'locked'
  /** A workbook that is damaged. */
  | 'broken'
  /** Text with a quotation that has no end; the detail is its line. */
  | 'openQuote'
  | 'tooManyRows'
  | 'tooManyColumns';

export interface SheetRefusal {
  readonly fault: SheetFault;
  /** The name of a sheet or the number of a line, where it is one that is wrong; else ''. */
  readonly detail: string;
}
