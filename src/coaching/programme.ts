import { dayAfter, dayOf } from '../shared/localTime';
import { type Card, type Flow, type ItemHelp, type Step } from './flow';
import { type SessionState } from './guidance';
import { type FlowProgress } from './session';

type WeeklyList = Extract<Step, { kind: 'checklist' }> & { readonly weeks: readonly [number, number] };

/** Something to do in a programme. */
export interface ProgrammeItem extends ItemHelp {
  readonly option: string;
  readonly title: string;
  readonly isDone: boolean;
}

/** Weeks that belong together, with what to do in them. */
export interface Period {
  /** The id of the list's step. */
  readonly id: string;
  readonly label: string;
  readonly isNow: boolean;
  readonly items: readonly ProgrammeItem[];
}

/** A programme as it is for one person today. */
export interface Programme {
  /** The card with the ticks. */
  readonly card: Card;
  /** The present week, from 1; the last week when all have passed. */
  readonly week: number;
  readonly weeks: number;
  readonly isOver: boolean;
  readonly periods: readonly Period[];
  /** The next thing to do: the first item that is not done. Items of this week and earlier ones come before later ones. */
  readonly next?: ProgrammeItem;
  /** The look back that can be opened, because its day has come. */
  readonly due?: Card;
}

const isWeekly = (step: Step): step is WeeklyList => step.kind === 'checklist' && !!step.weeks;

/** Returns the card whose lists have weeks; undefined for a guide that is no programme. */
export const programmeCard = ({ cards }: Flow): Card | undefined => cards.find(({ steps }) => steps.some(isWeekly));

const dayLength = 24 * 60 * 60 * 1000;

/** Returns where a person is in a programme; undefined for a guide that is none. Weeks are counted from when the session began. */
export function programmeOf({ flow, session, state }: SessionState, now: Date): Programme | undefined {
  const card = programmeCard(flow);
  if (!card) return undefined;
  const lists = card.steps.filter(isWeekly);
  const weeks = Math.max(...lists.map((list) => list.weeks[1]));
  const begun = 1 + Math.max(0, Math.floor((now.getTime() - Date.parse(session.startedAt)) / (7 * dayLength)));
  const week = Math.min(begun, weeks);
  const periods = lists.map(({ id, label, weeks: [first, last], options, about }): Period => {
    const done = state.responses.get(id)?.value;
    return {
      id,
      label,
      isNow: first <= week && week <= last,
      items: Object.entries(options).map(([option, title]) => ({
        option,
        title,
        isDone: Array.isArray(done) && done.includes(option),
        ...about?.[option],
      })),
    };
  });
  return {
    card,
    week,
    weeks,
    isOver: begun > weeks,
    periods,
    next: periods.flatMap(({ items }) => items).find(({ isDone }) => !isDone),
    due: dueCard({ flow, session, state }, card, now),
  };
}

const placeIn = ({ cards }: Flow, card?: Card): number => cards.findIndex(({ id }) => id === card?.id);

/**
 * The next look back that is not answered; undefined before the person has reached the programme's page, and when all are
 * answered. It does not matter whether the page has been saved.
 */
export function lookBackAhead(flow: Flow, page: Card, { at, path, answered }: FlowProgress): Card | undefined {
  if (!at || placeIn(flow, at) < placeIn(flow, page)) return undefined;
  return path.find(
    (card) => placeIn(flow, card) > placeIn(flow, page) && card.steps.some(({ id }) => !answered.has(id)),
  );
}

/** The next look back, if its day is today or in the past. Its days are counted from the beginning too. */
function dueCard({ flow, session, state }: SessionState, page: Card, now: Date): Card | undefined {
  const ahead = lookBackAhead(flow, page, state);
  return ahead && lookBackDay(flow, ahead, session.startedAt) <= dayOf(now) ? ahead : undefined;
}

/** The card that a person is on: where the moves lead, or in a programme the look back that the person has opened. */
export function standsOn(current: SessionState, now: Date): Card | undefined {
  const { flow, state, session } = current;
  const page = programmeCard(flow);
  const opened = page && session.moves.at(-1)?.kind === 'resume' ? dueCard(current, page, now) : undefined;
  return opened ?? state.at;
}

/**
 * The local day (YYYY-MM-DD) of a look back in a programme. `begun` is the moment when the session began, from which the days of
 * the cards are counted.
 */
export function lookBackDay({ cards }: Flow, { id }: Card, begun: string): string {
  const to = cards.slice(0, cards.findIndex((card) => card.id === id) + 1);
  const days = to.reduce((sum, { steps }) => sum + (steps[0]?.afterDays ?? 0), 0);
  return dayAfter(dayOf(new Date(begun)), days);
}

/** Whether to show the page of the programme. It is shown unless the person opens a look back whose day has come. */
export function isAtPage(current: SessionState, now: Date): boolean {
  const { flow, state, session } = current;
  const page = programmeCard(flow);
  if (!page) return false;
  if (state.at && placeIn(flow, state.at) < placeIn(flow, page)) return false;
  return !state.at || session.moves.at(-1)?.kind !== 'resume' || !dueCard(current, page, now);
}
