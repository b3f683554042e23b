import { type Texts } from '../shared/texts';

/** What a person should look at before a document is used. The file was read, but not everything in it as it is there. */
export type WarningKind =
  /** Words that no reader of the file sees: hidden text, hidden shapes. They are left out. */
  | 'hidden'
  /** Slides that are not shown. They are left out. */
  | 'hiddenSlides'
  /** Prompts of form fields that nobody has filled in. They are left out. */
  | 'prompts'
  /** What was filled in in a form. It is kept. */
  | 'formValues'
  /** Notes for the speaker of a presentation. They are left out. */
  | 'speakerNotes'
  /** Footnotes that stood within the text: they come after the paragraph. */
  | 'footnotes'
  /** Text that was turned on its side. */
  | 'turned'
  /** Columns or boxes beside each other, whose order is a guess. */
  | 'columns'
  /** A page without text, such as a picture of text. */
  | 'noText'
  /** The file does not name its encoding, so its å, ä and ö are read by a guess. */
  | 'encoding'
  /** A web page that does not say which part is its main one: what looks like menus is left out. */
  | 'guessedMain'
  /** A page that was read past its errors: words may be missing. */
  | 'damaged'
  /** Text in a font that says not which letters it draws. It is left out. */
  | 'lostFont';

export interface ReadWarning {
  readonly kind: WarningKind;
  /** The page or slide, counted from 1; undefined where the format has none. */
  readonly page?: number;
  /** How many there are, of what the kind counts: words, prompts, values, slides, footnotes. */
  readonly count?: number;
}

/** One Swedish line for each kind of warning, in the order in which the warnings came: what it is, where, and what to look at. */
export function warningLines(texts: Texts['readWarnings'], warnings: readonly ReadWarning[]): string[] {
  return [...new Set(warnings.map(({ kind }) => kind))].map((kind) => {
    const same = warnings.filter((warning) => warning.kind === kind);
    const count = same.reduce((sum, warning) => sum + (warning.count ?? 1), 0);
    const { one, many } = texts.kinds[kind];
    const said = (count === 1 ? one : many).replace('{count}', String(count));
    const pages = [...new Set(same.flatMap(({ page }) => page ?? []))].sort((a, b) => a - b);
    return pages.length === 0 ? said : `${said} ${placed(texts, pages)}`;
  });
}

/** How many pages are named. For more pages, the number is enough. */
const NAMED = 8;

function placed(texts: Texts['readWarnings'], pages: readonly number[]): string {
  const named = pages.slice(0, NAMED).join(', ');
  const further = pages.length - NAMED;
  return (further > 0 ? texts.pagesAndMore : texts.pages)
    .replace('{pages}', named)
    .replace('{further}', String(further));
}
