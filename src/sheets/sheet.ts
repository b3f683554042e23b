import { type Encoding } from '../files/decode';

/** A sheet as it is read. */
export interface Sheet {
  /** The sheet's name in the workbook. */
  readonly name?: string;
  /** The row at index n is Excel's row n + 1. Rows that are empty or hidden are []. */
  readonly rows: string[][];
  /** The number of rows that hold something and are hidden, for example by a filter. */
  readonly hiddenRows: number;
}

/** A visible sheet that could not be read. */
export interface UnreadSheet {
  readonly name: string;
  readonly fault: SheetFault;
}

/** The encoding of a text file, where it is not plain UTF-8. */
export type OtherEncoding = Exclude<Encoding, 'UTF-8'> | 'UTF-8 twice';

/** What was read from an upload. At least one sheet holds something. */
export interface ReadSheets {
  readonly sheets: readonly Sheet[];
  readonly unread: readonly UnreadSheet[];
  /** The encoding that was assumed, where a text file was not plain UTF-8. */
  readonly encoding?: OtherEncoding;
}

/** Why an upload cannot be read as a sheet. */
export type SheetFault =
  /** Too large: the file itself, what is packed in it, or the text of all cells. */
  | 'tooLarge'
  | 'empty'
  /** The visible sheets of the workbook are empty, while hidden ones hold something. */
  | 'allHidden'
  /** PDF, image, Word, web page: neither a workbook nor text in rows. */
  | 'notASheet'
  /** Text whose letters make no words in any known encoding. */
  | 'unknownEncoding'
  /** Excel's format from before 2007, .xls. */
  | 'oldExcel'
  /** A workbook that needs a password. */
  | 'locked'
  /** A workbook that is damaged. */
  | 'broken'
  /** Text with a quotation that has no end; the detail is its line. */
  | 'openQuote'
  | 'tooManyRows'
  | 'tooManyColumns';

export interface SheetRefusal {
  readonly fault: SheetFault;
  /** The name of the sheet or the number of the line that is wrong; '' where it is the whole file. */
  readonly detail: string;
}
