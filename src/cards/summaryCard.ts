import { earlierOf, type Earlier } from '../coaching/summary';
import { summaryParts, type SummaryPart } from '../coaching/summaryParts';
import { reminderDayInWords } from '../bot/reminderDay';
import { type Layouts } from './layouts';
import { drawPart } from './summaryParts';
import { dayInWords } from '../shared/localTime';
import { fill } from '../shared/texts';
import { isRehearsal } from '../coaching/flow';
import { button, inert, oneRow, type PlacedButton } from './button';
import { type CardContext } from './cardContext';
import { guideButtons } from './guideButtons';
import { rehearseButtons } from './menuCard';
import { followedBy, paragraphsOf, quotesOf } from './sceneView';
import { type Session } from '../coaching/ports';
import { type Guidance } from '../coaching/guidance';
import { type Commitment } from '../commitments/commitment';
import { calendarLinks } from './commitmentCard';

type Summary = Extract<Guidance, { kind: 'summary' }>;

/** A session to summarise. `current` is undefined where its guide no longer exists. */
interface Summed {
  readonly session: Session;
  readonly current?: Summary;
  /** What the person means to do. */
  readonly commitments?: readonly Commitment[];
}

/** What layouts/summary.json shows: what a person has given in a guide, and what the person can do with it. */
export function summaryCard(setting: CardContext, layouts: Layouts, { session, current, commitments = [] }: Summed) {
  const { texts } = setting;
  const { summary, buttons: titles, withoutFlow } = texts.coaching;
  const isDone = current?.state.status === 'finished';
  const parts = current ? summaryParts(texts, current, current.earlier) : [];
  const drawn = withoutRepeats(parts).map((part) => drawPart(layouts, setting, part));
  const lead = !current ? withoutFlow : parts.length ? summary.lead : summary.empty;
  const all = earlierOf(session, current).map((each) => earlierView(each, summary));
  const earlier = latest(all, bytesLeftBeside(drawn));
  const further = all.length - earlier.length;
  const guide = parts.find((part) => part.kind === 'others')?.guide;
  return {
    place: fill(isDone ? summary.done : summary.open, {
      title: current?.flow.title ?? session.title,
      day: dayInWords(new Date((isDone && session.moves.at(-1)?.madeAt) || session.startedAt)),
    }),
    title: current?.flow.summary ?? session.title,
    lead: [{ text: lead }, ...commitments.map((one) => ({ text: whenAsked(setting, one) }))],
    ended: endOf(setting, current),
    parts: drawn,
    // Where the guide no longer exists, there is nothing else to show.
    gone: current ? [] : earlier,
    buttons: current
      ? actionsOf(setting, current, { pointedTo: guide, unfolds: earlier.length > 0 })
      : oneRow([
          button(texts.ownData.buttons.download, 'download', { session: session.id }),
          button(titles.erase, 'erase', { session: session.id }),
        ]),
    earlier: current ? earlier : [],
    further: further ? [{ text: fill(summary.further, { count: String(further) }) }] : [],
    labels: { earlier: titles.earlier },
  };
}

/** The most actions that Teams takes on one card, including the one that unfolds earlier wordings. */
const mostActions = 6;

/**
 * What a person can do with a summary, in this order: change it or continue, one guide or rehearsal that fits, a reminder, and
 * behind "…" saving, sharing and erasing. Where there would be more actions than Teams takes, the guide that fits is left out. A
 * rehearsal offers to be done again instead of a reminder.
 */
function actionsOf(
  setting: CardContext,
  current: Summary,
  { pointedTo, unfolds }: { pointedTo?: string; unfolds: boolean },
): PlacedButton[] {
  const { session, state } = current;
  const { buttons: titles, rehearsals } = setting.texts.coaching;
  const onCard = { session: session.id, card: '', revision: state.revision };
  const isDone = state.status === 'finished';
  const again = isDone && isRehearsal(current.flow);
  const first = again
    ? button(rehearsals.again, 'startAnew', { flow: current.flow.id }, 'positive')
    : isDone
      ? button(titles.change, 'back', onCard)
      : button(titles.resume, 'resume', onCard, 'positive');
  const next = again
    ? button(titles.change, 'back', onCard)
    : button(setting.texts.commitments.buttons.remind, 'remindWhen', { session: session.id });
  const about = { session: session.id };
  const aside = [
    button(setting.texts.ownData.buttons.download, 'download', about),
    // An answer to HR cannot be shared, because the store would tell who has answered.
    ...(session.delivery === undefined ? [button(setting.texts.sharing.buttons.share, 'share', about)] : []),
    button(titles.erase, 'erase', about),
  ];
  const free = mostActions - [first, next, ...aside].length - (unfolds ? 1 : 0);
  return oneRow([first, ...fitting(setting, current, pointedTo).slice(0, Math.min(free, 1)), next], aside);
}

/** Where to go on, the best first: where the responses point, what the guide or the end of a rehearsal names, a rehearsal. */
function fitting(setting: CardContext, current: Summary, pointedTo?: string) {
  const { flow, state } = current;
  const { end } = state;
  if (state.status !== 'finished') return rehearseButtons(setting, current);
  return [
    ...guideButtons(setting, pointedTo, end?.guide, ...flow.next),
    ...(end?.ask ? [button(setting.texts.coaching.rehearsals.topic, 'ask', { question: end.ask })] : []),
    ...rehearseButtons(setting, current),
  ];
}

/** What might follow on the last line of a rehearsal, and what was practised. */
function endOf(setting: CardContext, current?: Summary) {
  if (!current?.state.end) return [];
  const { end, path } = current.state;
  return [
    {
      followed: followedBy(setting, path.at(-1), current.state),
      title: end.title,
      paragraphs: paragraphsOf(end.text),
      quotes: quotesOf(setting, end.source),
    },
  ];
}

/** Where everything is private, the lead says so and the blocks do not. */
const withoutRepeats = (parts: readonly SummaryPart[]): readonly SummaryPart[] =>
  parts.every((part) => part.kind === 'blocks' && part.blocks.every((block) => block.private))
    ? parts.map((part) =>
        part.kind === 'blocks' ? { ...part, blocks: part.blocks.map((block) => ({ ...block, private: false })) } : part,
      )
    : parts;

/** When the bot asks about a commitment. The link to the calendar is in the text, so it takes none of the card's actions. */
function whenAsked(setting: CardContext, commitment: Commitment): string {
  const said = reminderDayInWords(setting.texts.commitments, setting.calendar, commitment);
  return [said, ...calendarLinks(setting, commitment).map(({ title, url }) => `[${title}](${url})`)].join(' ');
}

interface View {
  readonly label: string;
  readonly hints: readonly { readonly text: string }[];
  /** The person's own words, which the layout does not read as Markdown. */
  readonly lines: readonly { readonly text: string }[];
}

function earlierView({ asked, words, givenAt }: Earlier, texts: CardContext['texts']['coaching']['summary']): View {
  const day = { text: dayInWords(new Date(givenAt)) };
  return { label: asked || texts.earlierStep, hints: [day], lines: words.map((text) => ({ text: inert(text) })) };
}

/** Bytes of a 28 KB card that are left beside the summary itself. */
const bytesLeftBeside = (drawn: readonly object[]): number => 25_000 - Buffer.byteLength(JSON.stringify(drawn));

/** Bytes of a view, and at least those of the elements that the layout puts around it. */
const bytesOf = (view: View): number => Buffer.byteLength(JSON.stringify(view)) + 300 + 100 * view.lines.length;

/** As many of the latest as fit into the card. */
function latest(all: readonly View[], bytes: number): readonly View[] {
  let left = bytes;
  const past = all.findIndex((view) => (left -= bytesOf(view)) < 0);
  return past < 0 ? all : all.slice(0, past);
}
