import { type Piece } from './pieces';
import { type ReadWarning } from './readWarning';

/** What a web page says about itself; undefined where it does not say. */
export interface PageFacts {
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly url?: string;
}

/** A file's content as a document has it. */
export interface ReadResult {
  /** The document's own title; undefined where it has none. */
  readonly title?: string;
  /** What a web page says about itself. */
  readonly facts?: PageFacts;
  /** The front matter of a Markdown file: YAML, without the lines of ---. */
  readonly frontMatter?: string;
  readonly markdown: string;
  /** The words only, for the comparison word for word. */
  readonly plain: string;
  /** How many pages or slides; undefined where the format has none. */
  readonly pages?: number;
  /** What a person should look at before the document is used; empty where nothing is uncertain or left out. */
  readonly warnings: readonly ReadWarning[];
}

/** What the reader of a format returns. */
export interface FormatContent {
  readonly pieces: readonly Piece[];
  readonly pages?: number;
  readonly warnings: readonly ReadWarning[];
  readonly facts?: PageFacts;
  /** Whether anything is drawn in it. Only asked where it has no text. */
  readonly hasPictures?: () => boolean | Promise<boolean>;
}
