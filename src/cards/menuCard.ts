import { typedInputOf } from '../coaching/coach';
import { isRehearsal, type Flow } from '../coaching/flow';
import { placeIn, timeNeeded } from '../coaching/stepText';
import { dayInWords } from '../shared/localTime';
import {
  guidesOnCard,
  longestQuestion,
  reflectionsOnCard,
  sessionsOnCard,
  type ListedSession,
  type Reply,
} from '../bot/reply';
import { fill } from '../shared/texts';
import { button, inert, type Button } from './button';
import { shortened } from './citedQuote';
import { type CardContext } from './cardContext';
import { type Guidance, type SessionState } from '../coaching/guidance';

/** What layouts/menu.json shows: a title, what there is to choose from, buttons. */
export interface Menu {
  readonly title: string;
  readonly lead: readonly { readonly text: string }[];
  readonly items: readonly object[];
  readonly buttons: readonly Button[];
}

/** Characters of a person's own words, enough to tell two sessions apart. */
const telling = 100;
/** The most characters that a button may carry as a response. */
const longestTyped = 2000;

/** What layouts/menu.json shows. `title` may be ''. `items` are made by `item`. */
export const menu = (title: string, lead: string, buttons: readonly Button[], items: readonly object[] = []): Menu => ({
  title,
  lead: [{ text: lead }],
  items,
  buttons,
});

/**
 * One choice in a menu. `lines` are the bot's own and may hold Markdown. `words` are a person's own and are shown as they are
 * written.
 */
export const item = (
  about: { title: string; fact: string; lines?: readonly string[]; words?: readonly string[] },
  { title: label, ...pressed }: Button,
) => ({
  title: about.title,
  fact: about.fact,
  lines: (about.lines ?? []).map((text) => ({ text })),
  words: (about.words ?? []).map((text) => ({ text: inert(text) })),
  button: label,
  ...pressed,
});

/** A card with one sentence. `opens` is the session that its button opens; without it the buttons lead to guides and sessions. */
export const noticeMenu = ({ texts }: CardContext, text: string, opens?: string): Menu => {
  const { buttons } = texts.coaching;
  if (opens) return menu('', text, [button(texts.campaigns.buttons.answer, 'keep', { session: opens })]);
  return menu('', text, [button(buttons.guides, 'guides', {}), button(buttons.sessions, 'sessions', { skip: 0 })]);
};

/**
 * The card with the guides, `guidesOnCard` on each page. `skip` is how many guides come before the page. The page after the last
 * one is the first.
 */
export function guidesMenu(setting: CardContext, skip: number): Menu {
  const { texts, flows } = setting;
  const { guides, buttons } = texts.coaching;
  const { from, turn } = pageOf(flows.length, skip, guidesOnCard);
  const items = flows.slice(from, from + guidesOnCard).map((flow) => flowItem(setting, flow, buttons.start));
  const turns = turn === undefined ? [] : [button(turn ? guides.more : guides.first, 'guides', { skip: turn })];
  return menu(guides.title, guides.lead, [...turns, ...rehearsalsButtons(setting)], items);
}

/** The card with all rehearsals, on one page. */
export function rehearsalsMenu(setting: CardContext): Menu {
  const { rehearsals: words, buttons } = setting.texts.coaching;
  const items = setting.rehearsals.map((flow) => flowItem(setting, flow, words.start));
  return menu(words.title, words.lead, [button(buttons.guides, 'guides', { skip: 0 })], items);
}

/** The button that shows the rehearsals; empty where there are none. */
const rehearsalsButtons = ({ texts, rehearsals }: CardContext): Button[] =>
  rehearsals.length ? [button(texts.coaching.rehearsals.practise, 'rehearsals', {})] : [];

/** A guide or a rehearsal in a list, with the button that begins it. */
const flowItem = ({ texts }: CardContext, flow: Flow, start: string) =>
  item(
    { title: flow.title, lines: [flow.purpose], fact: timeNeeded(texts.coaching, flow) },
    button(start, 'start', { flow: flow.id }),
  );

/**
 * Where the page with item `skip` begins, and where the next page begins: 0 after the last page, undefined where there is one
 * page only.
 */
function pageOf(count: number, skip: number, onCard: number) {
  const from = skip < count ? skip : 0;
  return { from, turn: count <= onCard ? undefined : from + onCard < count ? from + onCard : 0 };
}

/** The card that offers a guide before an answer. One press shows what the documents say instead. */
export function guideFirstMenu(setting: CardContext, { flow, question }: Extract<Reply, { kind: 'guideFirst' }>): Menu {
  const { guideFirst, rehearsals: practising, buttons } = setting.texts.coaching;
  const words = isRehearsal(flow) ? practising.first : guideFirst;
  return menu(
    words.title,
    words.lead,
    [button(guideFirst.answer, 'ask', { question: inert(question).slice(0, longestQuestion) })],
    [flowItem(setting, flow, buttons.start)],
  );
}

/**
 * The card with the reflections, `reflectionsOnCard` on each page. `skip` is how many come before the page. Each shows its first
 * question.
 */
export function reflectionsMenu({ texts, reflections }: CardContext, skip: number): Menu {
  const { reflections: words } = texts.coaching;
  const { from, turn } = pageOf(reflections.length, skip, reflectionsOnCard);
  const items = reflections.slice(from, from + reflectionsOnCard).map(({ id, title, purpose, cards }) => {
    const asked = cards[0]?.steps[0]?.ask ?? purpose;
    return item({ title: asked, fact: title }, button(words.answer, 'start', { flow: id }));
  });
  const turns = turn === undefined ? [] : [button(turn ? words.more : words.first, 'reflections', { skip: turn })];
  return menu(words.title, words.lead, turns, items);
}

/**
 * The card with a person's sessions, latest first. The reply holds one page of them, `skip` is how many are newer, and `more`
 * says that there are older ones.
 */
export function sessionsMenu(
  setting: CardContext,
  { sessions, skip, more }: Extract<Reply, { kind: 'sessions' }>,
): Menu {
  const { sessions: words, buttons } = setting.texts.coaching;
  const turn = [
    ...(more ? [button(buttons.older, 'sessions', { skip: skip + sessionsOnCard })] : []),
    ...(skip && !more ? [button(buttons.newer, 'sessions', { skip: Math.max(0, skip - sessionsOnCard) })] : []),
  ];
  return menu(
    words.title,
    words.lead,
    turn,
    sessions.map((listed) => sessionItem(setting, listed)),
  );
}

function sessionItem({ texts }: CardContext, { session, current }: ListedSession) {
  const { sessions: words, buttons } = texts.coaching;
  const day = dayInWords(new Date(session.startedAt));
  const status = current?.state.status;
  const form = !current
    ? words.gone
    : status === 'finished'
      ? words.done
      : status === 'stopped'
        ? words.stopped
        : words.open;
  // What the person wrote first tells two sessions apart, because many people choose the same options.
  const written = current?.state.path.flatMap(({ steps }) => steps.filter(({ kind }) => kind === 'text')) ?? [];
  const own = written.flatMap(({ id }) => current?.state.responses.get(id)?.words ?? [])[0];
  return item(
    {
      title: session.title,
      fact: fill(form, { ...(current && placeIn(texts.coaching, current)), day }),
      words: own ? [shortened(own, telling)] : [],
    },
    button(buttons.open, 'open', { session: session.id }),
  );
}

/** The card that asks whether a session shall be erased for good. */
export function erasingMenu(
  { texts }: CardContext,
  { id, title, startedAt }: Extract<Reply, { kind: 'erasing' }>['session'],
): Menu {
  const { erasing, buttons } = texts.coaching;
  return menu(erasing.title, fill(erasing.lead, { title, day: dayInWords(new Date(startedAt)) }), [
    button(buttons.keep, 'open', { session: id }),
    button(buttons.erase, 'eraseForGood', { session: id }, 'destructive'),
  ]);
}

/** The card that offers the open guide again, because what the person typed may have been meant for its step. */
export function offerMenu(
  { texts }: CardContext,
  { current, typed, another }: Extract<Reply, { kind: 'offer' }>,
): Menu {
  const { offer, buttons } = texts.coaching;
  const { session, state } = current;
  const at = { session: session.id, card: state.at?.id ?? '', revision: state.revision };
  const input = state.at && typedInputOf(state.at);
  if (another)
    return menu('', fill(offer.another, placeIn(texts.coaching, current)), [
      button(buttons.resume, 'resume', { ...at, card: '' }, 'positive'),
      button(buttons.stop, 'stop', { ...at, card: '' }),
    ]);
  const takes = typed !== undefined && typed.length <= longestTyped && input;
  return menu('', fill(takes ? offer.leadTyped : offer.lead, placeIn(texts.coaching, current)), [
    button(buttons.resume, 'resume', { ...at, card: '' }, 'positive'),
    ...(takes ? [button(buttons.answer, 'answer', { ...at, input, text: inert(typed) })] : []),
    button(buttons.pause, 'pause', { ...at, card: '' }),
  ]);
}

/** The buttons that open a rehearsal, for a person who has chosen in a guide something that can be rehearsed; else empty. */
export const rehearseButtons = (setting: CardContext, { flow, state }: SessionState): Button[] => {
  const chosen = flow.rehearse && state.answered.get(flow.rehearse.step);
  return flow.rehearse?.is.some((option) => option === chosen) ? rehearsalsButtons(setting) : [];
};

/** The card of a session that shows no step now: it waits, is paused or stopped, or was begun before. */
export function betweenMenu(
  setting: CardContext,
  shown: Extract<Guidance, { kind: 'wait' | 'paused' | 'stopped' | 'begun' }>,
): Menu {
  const { texts } = setting;
  const { buttons, wait, paused, stopped, begun } = texts.coaching;
  const { session, state, flow }: SessionState = shown;
  const resume = (title: string) =>
    button(title, 'resume', { session: session.id, card: '', revision: state.revision }, 'positive');
  const erase = button(buttons.erase, 'erase', { session: session.id });
  const here = placeIn(texts.coaching, shown);
  switch (shown.kind) {
    case 'wait':
      // There are no reminders for what HR has sent.
      return menu(
        wait.title,
        fill(session.delivery === undefined ? texts.commitments.wait : wait.lead, {
          ...here,
          day: dayInWords(shown.until),
        }),
        [resume(buttons.resumeNow), ...rehearseButtons(setting, shown)],
      );
    case 'paused':
      return menu(paused.title, fill(paused.lead, here), [resume(buttons.resume)]);
    case 'stopped':
      return menu(stopped.title, fill(stopped.lead, here), [resume(buttons.resumeAnyway), erase]);
    case 'begun':
      return menu(begun.title, fill(begun.lead, here), [
        resume(buttons.resume),
        button(buttons.startAnew, 'startAnew', { flow: flow.id }),
      ]);
  }
}
