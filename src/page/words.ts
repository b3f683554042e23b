import { type CampaignAction, type CampaignState, type PauseReason } from '../campaigns/campaign';
import { type SkipReason } from '../campaigns/run';
import { type DeliveryState } from '../deliveries/delivery';
import { type Figures } from '../hr/figures';
import { type QuestionState } from '../questions/question';
import { counted, fill, shared, texts } from './texts';

/** What each state is called, and the colour of its badge. */
export const campaignStateWords: Readonly<Record<CampaignState, { readonly label: string; readonly color: string }>> = {
  template: { label: shared.campaignStates.template, color: 'informative' },
  draft: { label: shared.campaignStates.draft, color: 'subtle' },
  awaiting: { label: shared.campaignStates.awaiting, color: 'warning' },
  running: { label: shared.campaignStates.running, color: 'success' },
  paused: { label: shared.campaignStates.paused, color: 'warning' },
  cancelled: { label: shared.campaignStates.cancelled, color: 'danger' },
  recalled: { label: shared.campaignStates.recalled, color: 'danger' },
  closed: { label: shared.campaignStates.closed, color: 'informative' },
};

export const askedStateWords: Readonly<Record<QuestionState, { readonly label: string; readonly color: string }>> = {
  new: { label: texts.questions.states.new, color: 'warning' },
  taken: { label: texts.questions.states.taken, color: 'informative' },
  answered: { label: texts.questions.states.answered, color: 'success' },
  closed: { label: texts.questions.states.closed, color: 'subtle' },
};

/** The reasons why answers did not help, in the words of the feedback form. */
export const reasonWords: Readonly<Record<Figures['reasons'][number]['reason'], string>> = texts.feedbackReasons;

export const deliveryWords: Readonly<Record<DeliveryState, string>> = {
  ...shared.deliveryStates,
  // A campaign never shows this state: it is shown as sent.
  declined: shared.deliveryStates.sent,
};

/** Why a run is not on the day, or at the time, that its plan names. */
export const movedWords = texts.moved;

/** Why a run was not sent. */
export const skipWords: Readonly<Record<SkipReason, string>> = texts.skipped;

/** What a button says, what is asked before the act, and what is said afterwards. */
interface ActionWords {
  readonly label: string;
  readonly ask?: { readonly title: string; readonly text: string };
  readonly done: string;
}

export const actionWords: Readonly<Record<CampaignAction, ActionWords>> = texts.actions;

const weekdayAndTime = new Intl.DateTimeFormat('sv-SE', {
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Stockholm',
});
/** Days after which a weekday alone could be that of any week. */
const aWeek = 6;

/** "tisdag 09.02" within the last six days, else "24 november 2026 kl. 09.02". `iso` is a moment in ISO format. */
export const sinceInWords = (iso: string, now = new Date()): string =>
  now.getTime() - Date.parse(iso) < aWeek * 24 * 3_600_000
    ? weekdayAndTime.format(new Date(iso)).replace(':', '.')
    : momentInWords(iso);

/** Why the service has paused a campaign, and what HR can do. */
export const failingWords: Readonly<Record<PauseReason, (since: string) => string>> = {
  unauthorised: (since) => fill(texts.failing.unauthorised, { since }),
  unreachable: (since) => fill(texts.failing.unreachable, { since }),
};

/** The button that tries what could not be sent again. */
export const retryWords = texts.retry;

export const weekdays: readonly string[] = shared.weekdays;

const moment = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Stockholm',
});

/** "24 november 2026 kl. 09.00". */
export const momentInWords = (iso: string): string => moment.format(new Date(iso)).replace(/:(?=\d\d$)/, '.');

const monthAndYear = new Intl.DateTimeFormat('sv-SE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "November 2026", of `2026-11`. */
export const monthInWords = (month: string): string => {
  const words = monthAndYear.format(new Date(`${month}-01`));
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A number as Swedish writes it: 12 000, with a no-break space. */
export const swedish = (count: number): string => count.toLocaleString('sv-SE');

/** "1 chef", "12 chefer". */
export const managers = (count: number): string => counted(texts.managers, count);

/** "1 arbetsdag", "5 arbetsdagar". */
export const workingDays = (count: number): string => counted(texts.workingDays, count);

/** What the log calls what was done. */
export const entries: Readonly<Record<string, string>> = texts.log.acts;
