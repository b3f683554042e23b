import { type Piece } from './pieces';
import { type ReadWarning } from './readWarning';

/** What a web page says of itself; each undefined where it does not. */
export interface PageFacts {
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly url?: string;
}

/** A file's content as a document has it. */
export interface ReadResult {
  /** What the document calls itself; undefined where it does not say. */
  readonly title?: string;
  /** What a web page says of itself. */
  readonly facts?: PageFacts;
  /** The front matter that a Markdown file came with: YAML, without the lines of ---. */
  readonly frontMatter?: string;
  readonly markdown: string;
  /** The words alone, for the comparison word for word. */
  readonly plain: string;
  /** How many pages or slides; undefined where the format has none. */
  readonly pages?: number;
  /** What a person should look at before the document is used; empty where nothing is uncertain or left out. */
  readonly warnings: readonly ReadWarning[];
}

/** What a format's reader gives. */
export interface Content {
  readonly pieces: readonly Piece[];
  readonly pages?: number;
  readonly warnings: readonly ReadWarning[];
  readonly facts?: PageFacts;
  /** Whether anything is drawn in it; asked only where it has no text. */
  readonly hasPictures?: () => boolean | Promise<boolean>;
}
