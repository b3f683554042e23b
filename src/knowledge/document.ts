/** A public document as we keep it: one Markdown file in knowledge/ with front matter. */
export interface KnowledgeDocument {
  /** The file's name without `.md`; stable, used in passage ids. */
  readonly id: string;
  readonly title: string;
  /** Who stands behind the text, e.g. "Region Skåne". */
  readonly publisher: string;
  /** Names people use for the publisher or the document ("Skåne", "RJH", "motionen"); searched, never shown. */
  readonly aliases: readonly string[];
  /** ISO date, year and month or year, as precisely as the source says; undefined when the source is undated. */
  readonly date?: string;
  /** What it is, e.g. "Motionssvar". */
  readonly kind: string;
  /** How much the text weighs, in the reader's words, e.g. "Motion: förslag, inte beslut". */
  readonly weight: string;
  /** The weight of quoted speech inside the document when it differs, e.g. "Intervjuröst". */
  readonly quoteWeight?: string;
  /** The source file that the text is compared with, in knowledge/sources/. */
  readonly source: string;
  /** The Markdown after the front matter. */
  readonly body: string;
}
