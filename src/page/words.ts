import { type CampaignAction, type CampaignState, type PauseReason } from '../campaigns/campaign';
import { type SkipReason } from '../campaigns/run';
import { type DeliveryState } from '../deliveries/delivery';
import { type Figures } from '../hr/figures';
import { type QuestionState } from '../questions/question';

/** What each state is called, and the colour of its badge. */
export const campaignStateWords: Readonly<Record<CampaignState, { readonly label: string; readonly color: string }>> = {
  template: { label: 'Mall', color: 'informative' },
  draft: { label: 'Utkast', color: 'subtle' },
  awaiting: { label: 'Väntar på godkännande', color: 'warning' },
  running: { label: 'Pågår', color: 'success' },
  paused: { label: 'Pausat', color: 'warning' },
  cancelled: { label: 'Stoppat', color: 'danger' },
  recalled: { label: 'Återkallat', color: 'danger' },
  closed: { label: 'Avslutat', color: 'informative' },
};

export const askedStateWords: Readonly<Record<QuestionState, { readonly label: string; readonly color: string }>> = {
  new: { label: 'Ny', color: 'warning' },
  taken: { label: 'Tagen', color: 'informative' },
  answered: { label: 'Besvarad', color: 'success' },
  closed: { label: 'Stängd', color: 'subtle' },
};

/** Why answers did not help, as the feedback form has it. */
export const reasonWords: Readonly<Record<Figures['reasons'][number]['reason'], string>> = {
  wrongDocument: 'fel dokument',
  outdated: 'gammalt',
  unclear: 'otydligt',
  unhelpful: 'hjälpte inte',
};

export const deliveryWords: Readonly<Record<DeliveryState, string>> = {
  waiting: 'Nås inte ännu',
  planned: 'Väntar på sin tur',
  claimed: 'Skickas nu',
  sent: 'Framme',
  blocked: 'Har blockerat boten',
  'not-found': 'Chatten finns inte',
  failed: 'Gick inte att skicka',
  unknown: 'Okänt om det kom fram',
  cancelled: 'Stoppade',
  // Never told of a campaign: there it is shown as sent.
  declined: 'Framme',
};

/** Why a run does not come on the day, or at the time, that stands before this. */
export const movedWords = { holiday: 'är helgdag', weekend: 'är helg', quiet: 'är tyst tid' } as const;

/** Why a run was not sent. */
export const skipWords: Readonly<Record<SkipReason, string>> = {
  paused: 'Skickades inte: utskicket var pausat.',
  stopped: 'Skickas inte: utskicket är stoppat.',
  nobody: 'Skickades inte: ingen i gruppen kunde få det.',
  tooLate: 'Skickades inte: svarstiden hade gått ut, eller ett nyare tillfälle hade kommit.',
};

/** What a button says, and what is asked before it is done. */
export const actionWords: Readonly<
  Record<
    CampaignAction,
    { readonly label: string; readonly ask?: { readonly title: string; readonly text: string }; readonly done: string }
  >
> = {
  launch: {
    label: 'Skicka',
    ask: { title: 'Skicka utskicket?', text: 'Cheferna får kortet i sin chatt när tiden är inne.' },
    done: 'Utskicket är igång.',
  },
  approve: {
    label: 'Godkänn',
    ask: { title: 'Godkänna utskicket?', text: 'Cheferna får kortet i sin chatt när tiden är inne.' },
    done: 'Utskicket är godkänt.',
  },
  pause: { label: 'Pausa', done: 'Inget skickas förrän du fortsätter.' },
  resume: { label: 'Fortsätt', done: 'Utskicket fortsätter.' },
  cancel: {
    label: 'Stoppa',
    ask: {
      title: 'Stoppa utskicket?',
      text: 'Det som inte har gått ut skickas aldrig. Kort som redan är framme ligger kvar och går att svara på. Det går inte att ångra.',
    },
    done: 'Stoppat. Det som redan är framme ligger kvar.',
  },
  recall: {
    label: 'Återkalla',
    ask: {
      title: 'Återkalla utskicket?',
      text: 'Korten som är framme byts mot en rad om att frågan är återkallad, och svaren räknas inte längre. Det går inte att ångra.',
    },
    done: 'Korten tas tillbaka.',
  },
  close: {
    label: 'Avsluta och tacka',
    ask: {
      title: 'Avsluta utskicket?',
      text: 'Svarstiden slutar nu och resultatet visas, en gång för alla. Korten byts mot ett tack, med det du skrivit att HR lovar. Efter det räknas inga fler svar, och vem som svarat går aldrig mer att ta reda på. Det går inte att ångra.',
    },
    done: 'Avslutat. Tack skickas nu.',
  },
};

const weekdayAndTime = new Intl.DateTimeFormat('sv-SE', {
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Stockholm',
});
/** Days after which a weekday alone could be any week's. */
const aWeek = 6;

/** "tisdag 09.02", and longer ago "24 november 2026 kl. 09:02". */
export const sinceInWords = (iso: string, now = new Date()): string =>
  now.getTime() - Date.parse(iso) < aWeek * 24 * 3_600_000
    ? weekdayAndTime.format(new Date(iso)).replace(':', '.')
    : momentInWords(iso);

/** Why the service has paused a campaign, and what HR can do. */
export const failingWords: Readonly<Record<PauseReason, (since: string) => string>> = {
  unauthorised: (since) =>
    `Teams nekar botens inloggning sedan ${since}. Utskicket är pausat. Be IT se över botens inloggning, och fortsätt sedan.`,
  unreachable: (since) =>
    `Teams går inte att nå sedan ${since}. Utskicket är pausat. Be IT se över botens nät, och fortsätt sedan.`,
};

/** The button that tries again what could not be sent. */
export const retryWords = { label: 'Försök igen', done: 'Det som inte gick att skicka försöks igen.' } as const;

export const weekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'] as const;

const moment = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Stockholm',
});

/** "24 november 2026 kl. 09:00". */
export const momentInWords = (iso: string): string => moment.format(new Date(iso));

const monthAndYear = new Intl.DateTimeFormat('sv-SE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "November 2026", of `2026-11`. */
export const monthInWords = (month: string): string => {
  const words = monthAndYear.format(new Date(`${month}-01`));
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const swedish = (count: number): string => count.toLocaleString('sv-SE');

/** "1 chef", "12 chefer". */
export const managers = (count: number): string => `${swedish(count)} ${count === 1 ? 'chef' : 'chefer'}`;

/** "1 arbetsdag", "5 arbetsdagar". */
export const workingDays = (count: number): string => (count === 1 ? 'en arbetsdag' : `${count} arbetsdagar`);

/** What the log calls what was done. */
export const entries: Readonly<Record<string, string>> = {
  draft: 'Skrev ett utkast',
  change: 'Ändrade ett utkast',
  duplicate: 'Gjorde en kopia',
  template: 'Sparade en mall',
  remove: 'Tog bort ett utkast',
  preview: 'Skickade ett kort till sig',
  launch: 'Skickade',
  approve: 'Godkände',
  pause: 'Pausade',
  resume: 'Fortsatte',
  cancel: 'Stoppade',
  recall: 'Återkallade',
  close: 'Avslutade',
  retry: 'Försökte skicka igen',
  runPromise: 'Skrev vad HR lovar',
  export: 'Hämtade resultatet',
  group: 'La till en grupp',
  regroup: 'Ändrade en grupp',
  ungroup: 'Tog bort en grupp',
  roster: 'Hämtade vilka som är med i ett team',
  absences: 'Bytte frånvarolistan',
  takeQuestion: 'Tog en fråga',
  takeOverQuestion: 'Tog över en fråga',
  answerQuestion: 'Svarade på en fråga',
  closeQuestion: 'Stängde en fråga',
  questionSet: 'Skrev en egen fråga',
  changeQuestionSet: 'Ändrade en egen fråga',
  copyQuestionSet: 'Kopierade en egen fråga',
  retireQuestionSet: 'Pensionerade en egen fråga',
  promise: 'Ändrade när HR brukar svara',
  addDocument: 'Läste in ett dokument',
  changeDocument: 'Ändrade fakta om ett dokument',
  replaceDocument: 'Läste in en ny fil för ett dokument',
  publishDocument: 'Publicerade ett dokument',
  withdrawDocument: 'Drog tillbaka ett dokument',
  undoDocument: 'Ångrade en ändring av ett dokument',
  discardDocument: 'Slängde ett utkast till ett dokument',
  askedDocument: 'Skrev vad chefer frågar om ett dokument',
  disclose: 'Tog fram det som sparas om en person',
  erase: 'Raderade det som sparas om en person',
  refused: 'Nekades: saknar rollen HR',
};
