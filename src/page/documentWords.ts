import {
  type DocumentAudience,
  type DocumentEntry,
  type DocumentState,
  type DocumentView,
  type PassageFindability,
  type ReviewReason,
  type TriedQuestion,
} from '../hr/documentViews';
import { type Group } from '../hr/ports';
import { swedish } from './words';
import { counted, fill, texts } from './texts';

interface Badge {
  readonly label: string;
  readonly color: string;
}

/** What a document's state is called, and the colour of its badge. */
export const documentStateWords: Readonly<Record<DocumentState, Badge>> = {
  draft: { label: texts.words.draft, color: 'subtle' },
  published: { label: texts.documents.published, color: 'success' },
  withdrawn: { label: texts.documents.withdrawn, color: 'informative' },
};

export const foundWords: Readonly<Record<PassageFindability['isFound'], Badge>> = {
  first: { label: texts.documents.isFound.first, color: 'success' },
  'among three': { label: texts.documents.isFound.amongThree, color: 'informative' },
  no: { label: texts.documents.isFound.no, color: 'warning' },
  untried: { label: texts.documents.isFound.untried, color: 'subtle' },
};

/** Said about a passage without known questions. */
export const unaskedWords: Badge = { label: texts.documents.isFound.unasked, color: 'subtle' };

/** What becomes of a question that is tried. */
export const outcomeWords: Readonly<Record<TriedQuestion['outcome'], Badge>> = {
  found: { label: texts.documents.outcomes.found, color: 'success' },
  topic: { label: texts.documents.outcomes.topic, color: 'success' },
  unsure: { label: texts.documents.outcomes.unsure, color: 'warning' },
  none: { label: texts.documents.outcomes.none, color: 'danger' },
};

type Act = DocumentView['acts'][number];

/** What a button says, what is asked before the act, and what is said afterwards. */
export const actWords: Readonly<
  Record<
    Act,
    { readonly label: string; readonly ask?: { readonly title: string; readonly text: string }; readonly done: string }
  >
> = texts.documents.acts;

/** What is said where a newer edition of a document can replace an older one. Dates are yyyy-mm-dd, or empty. */
export const exchangeWords = {
  label: (title: string, date: string): string =>
    fill(texts.documents.exchange.label, { document: named(shortened(title), date) }),
  notice: (title: string, date: string): string =>
    fill(texts.documents.exchange.notice, { document: named(title, date) }),
  done: texts.documents.exchange.done,
};

const named = (title: string, date: string): string =>
  date
    ? fill(texts.documents.exchange.dated, { title, year: date.slice(0, 4) })
    : fill(texts.documents.exchange.undated, { title });
const longestOnButton = 40;
const shortened = (title: string): string =>
  title.length > longestOnButton ? `${title.slice(0, longestOnButton - 1).trimEnd()}…` : title;

/** Why a document should be reviewed, and what to do. */
export function reviewInWords(reason: ReviewReason): string {
  switch (reason.kind) {
    case 'newer':
      return fill(texts.documents.reviews.newer, { document: named(reason.title, reason.date) });
    case 'old':
      return fill(texts.documents.reviews.old, { years: swedish(reason.years) });
    case 'newerSeed':
      return texts.documents.reviews.newerSeed;
  }
}

/** The parts of a document's view: the last part of its path, and what it is called. */
export const documentTabs = texts.documents.tabs;

export type DocumentTab = keyof typeof documentTabs;

/** What the history calls what was done. */
export const historyWords: Readonly<Record<string, string>> = texts.documents.history;

/** "alla chefer", "bara Närsjukvårdens chefer". */
export const audienceWords = (audience: DocumentAudience, groups: readonly Group[]): string =>
  audience.kind === 'everyone'
    ? texts.documents.forAll
    : fill(texts.documents.forGroup, {
        group: groups.find(({ id }) => id === audience.group)?.title ?? texts.documents.goneGroup,
      });

/** "2019" of "2019-04", and in a word that there is no date. */
export const yearOf = (date: string): string => date.slice(0, 4) || texts.documents.undated;

/** "1 avsnitt", "12 avsnitt". */
export const passagesInWords = (count: number): string => counted(texts.documents.passages, count);

/** "1 varning", "3 varningar". */
export const warningsInWords = (count: number): string => counted(texts.documents.warnings, count);

/**
 * "Från 2019" for a document that has an age in `oldYears`, because it is old; the age itself where it has no date; undefined for
 * others.
 */
export const ageInWords = ({ date, oldYears }: Pick<DocumentEntry, 'date' | 'oldYears'>): string | undefined =>
  oldYears === undefined
    ? undefined
    : date
      ? fill(texts.documents.from, { year: date.slice(0, 4) })
      : fill(texts.documents.age, { years: swedish(oldYears) });
