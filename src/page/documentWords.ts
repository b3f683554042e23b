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

interface Badge {
  readonly label: string;
  readonly color: string;
}

/** What a document's state is called, and the colour of its badge. */
export const documentStateWords: Readonly<Record<DocumentState, Badge>> = {
  draft: { label: 'Utkast', color: 'subtle' },
  published: { label: 'Publicerat', color: 'success' },
  withdrawn: { label: 'Tillbakadraget', color: 'informative' },
};

export const foundWords: Readonly<Record<PassageFindability['isFound'], Badge>> = {
  first: { label: 'Hittas först', color: 'success' },
  'among three': { label: 'Bland de tre första', color: 'informative' },
  no: { label: 'Hittas inte', color: 'warning' },
  untried: { label: 'Prövas när texten är publicerad', color: 'subtle' },
};

/** Of a passage that nobody has written a question for. */
export const unaskedWords: Badge = { label: 'Ingen fråga ännu', color: 'subtle' };

/** What becomes of a question that is tried. */
export const outcomeWords: Readonly<Record<TriedQuestion['outcome'], Badge>> = {
  found: { label: 'Boten svarar', color: 'success' },
  topic: { label: 'Boten svarar med flera citat', color: 'success' },
  unsure: { label: 'Boten är osäker och frågar vad som menas', color: 'warning' },
  none: { label: 'Boten hittar inget svar', color: 'danger' },
};

type Act = DocumentView['acts'][number];

/** What a button says, what is asked before it is done, and what is said afterwards. */
export const actWords: Readonly<
  Record<
    Act,
    { readonly label: string; readonly ask?: { readonly title: string; readonly text: string }; readonly done: string }
  >
> = {
  publish: { label: 'Publicera', done: 'Publicerat. Boten svarar ur dokumentet inom någon minut.' },
  withdraw: {
    label: 'Dra tillbaka',
    ask: {
      title: 'Dra tillbaka dokumentet?',
      text: 'Boten slutar svara ur det. Svar som redan är skickade ligger kvar i chatten. Du kan publicera det igen.',
    },
    done: 'Tillbakadraget. Boten slutar svara ur dokumentet inom någon minut.',
  },
  undo: { label: 'Ångra senaste ändringen', done: 'Ångrat.' },
  discard: {
    label: 'Släng utkastet',
    ask: { title: 'Slänga utkastet?', text: 'Den lästa texten försvinner. Filen på din dator påverkas inte.' },
    done: 'Utkastet är slängt.',
  },
  replace: { label: 'Ersätt med ny fil', done: '' },
};

/** A newer edition of a document takes the place of an older one. */
export const exchangeWords = {
  label: (title: string, date: string): string => `Publicera och dra tillbaka ”${shortened(title)}”${yearAfter(date)}`,
  notice: (title: string, date: string): string =>
    `Det finns redan ett publicerat dokument med samma namn: ”${title}”${yearAfter(date)}. Svarar båda kan de säga olika.`,
  done: 'Publicerat. Det äldre dokumentet är tillbakadraget. Boten svarar ur det nya inom någon minut.',
};

const yearAfter = (date: string): string => (date ? `, ${date.slice(0, 4)}` : ', odaterat');
const longestOnButton = 40;
const shortened = (title: string): string =>
  title.length > longestOnButton ? `${title.slice(0, longestOnButton - 1).trimEnd()}…` : title;

/** Why a document should be looked over, and what to do. */
export function reviewInWords(reason: ReviewReason): string {
  switch (reason.kind) {
    case 'newer':
      return `Det finns en nyare: ”${reason.title}”${yearAfter(reason.date)}. Dra tillbaka det här om det inte gäller längre.`;
    case 'old':
      return `Det är ${swedish(reason.years)} år gammalt. Gäller det fortfarande? Ersätt det annars, eller dra tillbaka det.`;
    case 'newerSeed':
      return 'En uppdatering har en annan version. Läs in den nya filen om ni hellre vill ha den.';
  }
}

/** The parts of a document's view: the last part of its path, and what it is called. */
export const documentTabs = {
  text: 'Text och varningar',
  fakta: 'Fakta',
  citat: 'Så citeras det',
  prova: 'Prova en fråga',
  hittas: 'Hittas det?',
} as const;

export type DocumentTab = keyof typeof documentTabs;

/** What the history calls what was done. */
export const historyWords: Readonly<Record<string, string>> = {
  add: 'Läste in filen',
  change: 'Ändrade fakta',
  publish: 'Publicerade',
  withdraw: 'Drog tillbaka',
  replace: 'Läste in en ny fil',
  undo: 'Ångrade',
  discard: 'Slängde utkastet',
  asked: 'Skrev vad chefer frågar',
};

/** "alla chefer", "bara Närsjukvårdens chefer". */
export const audienceWords = (audience: DocumentAudience, groups: readonly Group[]): string =>
  audience.kind === 'everyone'
    ? 'alla chefer'
    : `bara ${groups.find(({ id }) => id === audience.group)?.title ?? 'en grupp som är borttagen'}`;

export const passagesInWords = (count: number): string => `${swedish(count)} ${count === 1 ? 'stycke' : 'stycken'}`;

/** "1 varning", "3 varningar". */
export const warningsInWords = (count: number): string => `${swedish(count)} ${count === 1 ? 'varning' : 'varningar'}`;

/** "Från 2019" of a document that is older than it should be; undefined of the others. */
export const ageInWords = ({ date, oldYears }: Pick<DocumentEntry, 'date' | 'oldYears'>): string | undefined =>
  oldYears === undefined ? undefined : date ? `Från ${date.slice(0, 4)}` : `${swedish(oldYears)} år gammalt`;
