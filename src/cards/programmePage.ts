import { programmeOf, type Period, type ProgrammeItem } from '../coaching/programme';
import { type Guidance } from '../coaching/guidance';
import { fill } from '../shared/texts';
import { button, plainTitle, type Button } from './button';
import { sourceView, type CardContext } from './cardContext';
import { shortened } from './citedQuote';

/** Characters of a button's title that a phone shows. */
const longestTitle = 50;

/**
 * What layouts/programme.json shows: which week it is, what is done, what is next, and all that the person can tick. A card has
 * at most six buttons, so only some weeks at a time have a button that opens their help.
 */
export function programmePage(setting: CardContext, shown: Extract<Guidance, { kind: 'programme' }>) {
  const { texts, now } = setting;
  const { programme: words } = texts;
  const { session, flow, state } = shown;
  const { card, week, weeks, isOver, next, due, periods } = programmeOf(shown, now())!;
  const all = periods.flatMap(({ items }) => items);
  const onPage = { session: session.id, card: card.id, revision: state.revision };
  const toNext = periods.findIndex(({ items }) => items.some((item) => item === next));
  const helped = shown.weeks !== undefined && periods[shown.weeks] ? shown.weeks : Math.max(0, toNext);
  const following = (helped + 1) % periods.length;
  return {
    place: fill(isOver ? words.over : words.place, { title: flow.title, week: String(week), weeks: String(weeks) }),
    title: flow.summary,
    lead: [
      next ? fill(words.next, { item: plainTitle(next.title) }) : words.allDone,
      fill(words.progress, {
        done: String(all.filter(({ isDone }) => isDone).length),
        total: String(all.length),
      }),
    ].map((text) => ({ text })),
    due: due ? [{ text: due.steps[0]!.ask }] : [],
    periods: periods.map((period) =>
      ticksOf(period, fill(period.isNow && !isOver ? words.weeksNow : words.weeks, { label: period.label })),
    ),
    buttons: [
      button(words.save, 'next', onPage, 'positive'),
      ...(due ? [button(words.lookBack, 'lookBack', onPage)] : []),
    ],
    hint: words.hint,
    helpTitle: fill(words.help, { label: periods[helped]!.label.toLowerCase() }),
    help: periods[helped]!.items.map((item) => helpOf(setting, item)),
    turns: [
      button(fill(words.more, { label: periods[following]!.label.toLowerCase() }), 'weeks', {
        ...onPage,
        weeks: following,
      }),
    ],
  };
}

const ticksOf = ({ id, items }: Period, label: string) => ({
  id,
  label,
  value: items.flatMap(({ isDone, option }) => (isDone ? [option] : [])).join(','),
  choices: items.map(({ option, title }) => ({ title: plainTitle(title), value: option })),
});

function helpOf(setting: CardContext, { title, source, guide, question }: ProgrammeItem) {
  const { texts, flows } = setting;
  const guides = flows.filter(({ id }) => id === guide);
  const buttons: Button[] = [
    ...guides.map((flow) =>
      button(fill(texts.coaching.buttons.guide, { title: flow.title }), 'guide', { flow: flow.id }),
    ),
    ...(question && !guides.length ? [button(shortened(question, longestTitle), 'ask', { question })] : []),
  ];
  return { title, sources: source ? [sourceView(setting, source)] : [], buttons };
}
