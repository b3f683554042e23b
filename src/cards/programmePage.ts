import { programmeOf, type Period, type ProgrammeItem } from '../coaching/programme';
import { type Guidance } from '../coaching/guidance';
import { fill } from '../shared/texts';
import { button, plainTitle } from './button';
import { sourceView, type CardContext } from './cardContext';

/** What layouts/programme.json shows: which week it is, what is done, what is next, and all that there is to tick. */
export function programmePage(setting: CardContext, shown: Extract<Guidance, { kind: 'programme' }>) {
  const { texts, now } = setting;
  const { programme: words } = texts;
  const { session, flow, state } = shown;
  const programme = programmeOf(shown, now())!;
  const { card, week, weeks, isOver, next, due, periods } = programme;
  const all = periods.flatMap(({ items }) => items);
  const progress = { done: String(all.filter(({ isDone }) => isDone).length), total: String(all.length) };
  const onPage = { session: session.id, card: card.id, revision: state.revision };
  const about = { title: flow.title, week: String(week), weeks: String(weeks) };
  return {
    place: fill(isOver ? words.over : words.place, about),
    title: flow.summary,
    lead: [
      ...(next ? [fill(words.next, { item: plainTitle(next.title) })] : [words.allDone]),
      fill(words.progress, progress),
    ].map((text) => ({ text })),
    due: due ? [{ text: due.steps[0]!.ask }] : [],
    dueButtons: due ? [button(words.lookBack, 'resume', { ...onPage, card: '' }, 'positive')] : [],
    periods: periods.map((period, at) => periodView(setting, period, at, isOver)),
    buttons: [button(words.save, 'next', onPage, 'positive'), button(words.notes, 'open', { session: session.id })],
    hint: words.hint,
    labels: { source: words.sources },
  };
}

/** Of weeks that are not now, the heading is a button that opens them. */
function periodView(setting: CardContext, { label, isNow, items }: Period, at: number, isOver: boolean) {
  const { programme: words } = setting.texts;
  const count = { label, done: String(items.filter(({ isDone }) => isDone).length), total: String(items.length) };
  return {
    id: `weeks${at}`,
    sourcesId: `sources${at}`,
    heading: fill(isNow && !isOver ? words.weeksNow : words.weeks, count),
    isOpen: isNow && !isOver,
    items: items.map((item) => itemView(setting, item)),
    sources: items.flatMap(({ source }) => (source ? [sourceView(setting, source)] : [])),
  };
}

function itemView({ texts, flows }: CardContext, { input, title, isDone, guide, question }: ProgrammeItem) {
  const guides = flows.filter(({ id }) => id === guide);
  return {
    id: input,
    title,
    value: String(isDone),
    buttons: [
      ...guides.map(({ id, title }) => button(fill(texts.coaching.buttons.guide, { title }), 'guide', { flow: id })),
      ...(question ? [button(question, 'ask', { question })] : []),
    ],
  };
}
