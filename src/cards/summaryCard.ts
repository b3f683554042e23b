import { type Session, type Standing } from '../coaching/coach';
import { earlierOf, summaryOf, type Block } from '../coaching/summary';
import { dayInWords } from '../days';
import { fill } from '../texts';
import { button, inert } from './button';
import { type Setting } from './setting';

/** Bytes that earlier wordings may take of a card's 28 KB, the summary itself having its own. */
const roomForEarlier = 6_000;

/** What layouts/summary.json shows: what a person has given in a guide, and what she can do with it. */
export function summaryCard({ texts }: Setting, session: Session, standing?: Standing) {
  const { summary, buttons: titles, withoutFlow, earlier: _, ...words } = { earlier: undefined, ...texts.coaching };
  const about = { session: session.id };
  const onCard = { ...about, card: '', revision: standing?.state.revision ?? 0 };
  const isDone = standing?.state.status === 'finished';
  const blocks = standing ? summaryOf(standing) : [];
  const lead = !standing ? withoutFlow : blocks.length ? summary.lead : summary.empty;
  const { shown, further } = fitting(earlierOf(session, standing));
  return {
    place: fill(isDone ? summary.done : summary.open, { title: standing?.flow.title ?? session.title }),
    title: standing?.flow.summary ?? session.title,
    lead: [{ text: lead }],
    blocks: blocks.map((block) => blockView(block, words.private)),
    buttons: [
      ...(!standing
        ? []
        : [isDone ? button(titles.change, 'back', onCard) : button(titles.resume, 'resume', onCard, 'positive')]),
      button(titles.sessions, 'sessions', { skip: 0 }),
      button(titles.erase, 'erase', about),
    ],
    earlier: shown.map(({ asked, words, givenAt }) => {
      const day = dayInWords(new Date(givenAt));
      return {
        heading: asked ? fill(summary.earlier, { asked, day }) : fill(summary.earlierStep, { day }),
        lines: linesOf(words),
      };
    }),
    further: further ? [{ text: fill(summary.further, { count: String(further) }) }] : [],
    labels: { earlier: titles.earlier },
  };
}

const linesOf = (words: readonly string[]) => words.map((text) => ({ text: inert(text) }));

const blockView = ({ label, private: own, words, entries }: Block, forHerOnly: string) => ({
  label,
  hints: own ? [{ text: forHerOnly }] : [],
  lines: linesOf(words),
  entries: entries.map((entry) => ({
    words: inert(entry.words),
    style: entry.chosen ? 'good' : 'emphasis',
    marks: entry.chosen ? [{ text: entry.chosen }] : [],
    notes: linesOf(entry.notes.map((note) => note.words)),
  })),
});

/** As many of the latest as the card has room for. */
function fitting<T>(all: readonly T[]): { readonly shown: readonly T[]; readonly further: number } {
  let room = roomForEarlier;
  const past = all.findIndex((one) => (room -= Buffer.byteLength(JSON.stringify(one)) + 200) < 0);
  const shown = past < 0 ? all : all.slice(0, past);
  return { shown, further: all.length - shown.length };
}
