import { earlierOf, type Earlier } from '../coaching/summary';
import { summaryParts, type SummaryPart } from '../coaching/summaryParts';
import { dayInWords } from '../shared/localTime';
import { fill } from '../shared/texts';
import { type Flow } from '../coaching/flow';
import { button, inert, oneRow } from './button';
import { guideButtons, type CardContext } from './cardContext';
import { type Session } from '../coaching/ports';
import { type Guidance } from '../coaching/guidance';

type Summary = Extract<Guidance, { kind: 'summary' }>;

/** What layouts/summary.json shows: what a person has given in a guide, and what she can do with it. */
export function summaryCard(
  setting: CardContext,
  draw: (setting: CardContext, part: SummaryPart) => object,
  session: Session,
  current?: Summary,
) {
  const { texts } = setting;
  const { summary, buttons: titles, withoutFlow } = texts.coaching;
  const about = { session: session.id };
  const onCard = { ...about, card: '', revision: current?.state.revision ?? 0 };
  const isDone = current?.state.status === 'finished';
  const parts = current ? summaryParts(texts, current, current.earlier) : [];
  const drawn = parts.map((part) => draw(setting, part));
  const lead = !current ? withoutFlow : parts.length ? summary.lead : summary.empty;
  const all = earlierOf(session, current).map((each) => earlierView(each, summary));
  const earlier = fitting(all, roomBeside(drawn));
  const further = all.length - earlier.length;
  const guide = parts.find((part) => part.kind === 'others')?.guide;
  return {
    place: fill(isDone ? summary.done : summary.open, {
      title: current?.flow.title ?? session.title,
      day: dayInWords(new Date((isDone && session.moves.at(-1)?.madeAt) || session.startedAt)),
    }),
    title: current?.flow.summary ?? session.title,
    lead: [{ text: lead }],
    parts: drawn,
    // Where the guide is gone there is nothing else to show.
    gone: current ? [] : earlier,
    buttons: oneRow(
      [
        ...(!current
          ? []
          : [isDone ? button(titles.change, 'back', onCard) : button(titles.resume, 'resume', onCard, 'positive')]),
        ...(isDone ? guideButtons(setting, ...guidesAfter(current.flow, guide)) : []),
      ],
      [
        button(texts.ownData.buttons.download, 'download', about),
        ...(current && session.delivery === undefined ? [button(texts.sharing.buttons.share, 'share', about)] : []),
        button(titles.erase, 'erase', about),
      ],
    ),
    earlier: current ? earlier : [],
    further: further ? [{ text: fill(summary.further, { count: String(further) }) }] : [],
    labels: { earlier: titles.earlier },
  };
}

/** Guides on a summary: a card has six buttons in all. */
const mostGuides = 1;

/** Ids of the guides to go on with: what the responses point to, then what fits after this guide. */
const guidesAfter = ({ next }: Flow, pointedTo?: string): string[] =>
  [...new Set([...(pointedTo === undefined ? [] : [pointedTo]), ...next])].slice(0, mostGuides);

interface View {
  readonly label: string;
  readonly hints: readonly { readonly text: string }[];
  /** Her own words, which the layout never reads as Markdown. */
  readonly lines: readonly { readonly text: string }[];
}

function earlierView({ asked, words, givenAt }: Earlier, texts: CardContext['texts']['coaching']['summary']): View {
  const day = { text: dayInWords(new Date(givenAt)) };
  return { label: asked || texts.earlierStep, hints: [day], lines: words.map((text) => ({ text: inert(text) })) };
}

/** Bytes of a card of 28 KB that are left beside the summary itself. */
const roomBeside = (drawn: readonly object[]): number => 25_000 - Buffer.byteLength(JSON.stringify(drawn));

/** Bytes of a view, and at least those of the elements that the layout puts around it. */
const bytesOf = (view: View): number => Buffer.byteLength(JSON.stringify(view)) + 300 + 100 * view.lines.length;

/** As many of the latest as there is room for. */
function fitting(all: readonly View[], room: number): readonly View[] {
  let left = room;
  const past = all.findIndex((view) => (left -= bytesOf(view)) < 0);
  return past < 0 ? all : all.slice(0, past);
}
