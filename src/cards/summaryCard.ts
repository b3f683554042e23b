import { earlierOf, summaryOf, type SummaryBlock, type Earlier } from '../coaching/summary';
import { dayInWords } from '../shared/localTime';
import { fill } from '../shared/texts';
import { button, inert } from './button';
import { type CardContext } from './cardContext';
import { type Session } from '../coaching/ports';
import { type SessionState } from '../coaching/guidance';
import { type Commitment } from '../commitments/commitment';
import { calendarLinks } from './commitmentCard';

/** What layouts/summary.json shows: what a person has given in a guide, and what she can do with it. */
export function summaryCard(
  context: CardContext,
  session: Session,
  current?: SessionState,
  commitments: readonly Commitment[] = [],
) {
  const { texts, hrContact } = context;
  const { summary, buttons: titles, withoutFlow } = texts.coaching;
  const about = { session: session.id };
  const onCard = { ...about, card: '', revision: current?.state.revision ?? 0 };
  const isDone = current?.state.status === 'finished';
  const blocks = (current ? summaryOf(current) : []).map((block) => blockView(block, texts));
  const lead = !current ? withoutFlow : blocks.length ? summary.lead : summary.empty;
  const all = earlierOf(session, current).map((each) => earlierView(each, summary));
  const earlier = fitting(all, roomBeside(blocks));
  const further = all.length - earlier.length;
  return {
    place: fill(isDone ? summary.done : summary.open, {
      title: current?.flow.title ?? session.title,
      day: dayInWords(new Date((isDone && session.moves.at(-1)?.madeAt) || session.startedAt)),
    }),
    title: current?.flow.summary ?? session.title,
    lead: [{ text: lead }, ...commitments.map((one) => ({ text: whenAsked(context, one) }))],
    // Where the guide is gone there is nothing else to show.
    blocks: current ? blocks : earlier,
    buttons: [
      ...(!current
        ? []
        : [isDone ? button(titles.change, 'back', onCard) : button(titles.resume, 'resume', onCard, 'positive')]),
      button(texts.commitments.buttons.remind, 'remindWhen', about),
      button(titles.sessions, 'sessions', { skip: 0 }),
      button(titles.erase, 'erase', about),
    ],
    links: commitments.slice(0, 1).flatMap((one) => calendarLinks(context, one)),
    earlier: current ? earlier : [],
    further: further ? [{ text: fill(summary.further, { count: String(further), hrContact }) }] : [],
    labels: { earlier: titles.earlier },
  };
}

const whenAsked = ({ texts }: CardContext, { kind, due }: Commitment): string =>
  fill(kind === 'own' ? texts.commitments.summaryOwn : texts.commitments.summary, { day: dayInWords(due) });

const linesOf = (words: readonly string[]) => words.map((text) => ({ text: inert(text) }));

/** Her own words stand in `lines`, `words` and `notes`, which the layout never reads as Markdown. */
interface View {
  readonly label: string;
  readonly hints: readonly { readonly text: string }[];
  readonly lines: readonly { readonly text: string }[];
  readonly entries: readonly object[];
}

const blockView = (
  { label, private: own, shared, words, entries }: SummaryBlock,
  { coaching: { private: forHerOnly }, campaigns }: CardContext['texts'],
): View => ({
  label,
  hints: [...(own ? [forHerOnly] : []), ...(shared ? [campaigns.shared] : [])].map((text) => ({ text })),
  lines: linesOf(words),
  entries: entries.map((entry) => ({
    words: inert(entry.words),
    style: entry.chosen.length ? 'good' : 'emphasis',
    marks: entry.chosen.map((text) => ({ text })),
    notes: entry.notes.flatMap((note) => {
      // A lone note beside its entry needs no name.
      const head = [...(entry.notes.length > 1 ? [note.label] : []), ...(note.private ? [forHerOnly] : [])];
      return linesOf([...(head.length ? [head.join(' · ')] : []), note.words]);
    }),
  })),
});

function earlierView({ asked, words, givenAt }: Earlier, texts: CardContext['texts']['coaching']['summary']): View {
  const day = { text: dayInWords(new Date(givenAt)) };
  return { label: asked || texts.earlierStep, hints: [day], lines: linesOf(words), entries: [] };
}

/** Bytes of a card of 28 KB that are left beside the summary itself. */
const roomBeside = (blocks: readonly View[]): number => 26_000 - blocks.reduce((sum, block) => sum + bytesOf(block), 0);

/** Bytes of a view, and at least those of the elements that the layout puts around it. */
const bytesOf = (view: View): number =>
  Buffer.byteLength(JSON.stringify(view)) + 300 + 100 * view.lines.length + 700 * view.entries.length;

/** As many of the latest as there is room for. */
function fitting(all: readonly View[], room: number): readonly View[] {
  let left = room;
  const past = all.findIndex((view) => (left -= bytesOf(view)) < 0);
  return past < 0 ? all : all.slice(0, past);
}
