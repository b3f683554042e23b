import { type Others } from '../coaching/profile';
import { type SummaryBlock, type SummaryEntry } from '../coaching/summary';
import { type SummaryBlocks, type SummaryPart, type SummaryRow, type SummaryTable } from '../coaching/summaryParts';
import { fill } from '../shared/texts';
import { inert, unmarked } from './button';
import { sourceView, type CardContext } from './cardContext';
import { type Layouts } from './layouts';
import { profileView } from './profileView';

/** Draws each part of a summary by the layout of its kind. A person's own words stand in rich text, which is never Markdown. */
export function drawPart(layouts: Layouts, setting: CardContext, part: SummaryPart): object {
  switch (part.kind) {
    case 'blocks':
      return layouts.summaryBlocks(blocksView(setting, part));
    case 'table':
      return layouts.summaryTable(tableView(setting, part));
    case 'profile':
      return layouts.summaryProfile(profileView(setting, part));
    case 'others':
      return layouts.summaryOthers(othersView(setting, part));
  }
}

const othersView = (setting: CardContext, { label, sources }: Others) => ({
  heading: fill(setting.texts.profile.others, { label }),
  quotes: sources.map((source) => sourceView(setting, source)),
});

const linesOf = (words: readonly string[]) => words.map((text) => ({ text: inert(text) }));

const blocksView = (setting: CardContext, { framed, blocks }: SummaryBlocks) => ({
  style: framed ? 'emphasis' : 'default',
  blocks: blocks.map((block) => blockView(setting, block)),
});

function blockView({ texts }: CardContext, { label, private: own, shared, words, entries }: SummaryBlock) {
  const hints = [...(own ? [texts.coaching.private] : []), ...(shared ? [texts.campaigns.shared] : [])];
  return {
    label,
    hints: hints.map((text) => ({ text })),
    lines: linesOf(words),
    entries: entries.map((entry) => entryView(texts.coaching.private, entry)),
  };
}

const entryView = (privateWords: string, { words, chosen, notes }: SummaryEntry) => ({
  words: inert(words),
  style: chosen.length ? 'good' : 'emphasis',
  marks: chosen.map((text) => ({ text })),
  notes: notes.flatMap((note) => {
    // A lone note beside its entry needs no name.
    const head = [...(notes.length > 1 ? [note.label] : []), ...(note.private ? [privateWords] : [])];
    return linesOf([...(head.length ? [head.join(' · ')] : []), note.words]);
  }),
});

/** Marks a row in words too, because colour alone says nothing in high contrast. */
function tableView({ texts }: CardContext, { columns, rows }: SummaryTable) {
  // A column of headings only is too narrow for its words on a phone, so each heading is in the cell beside it.
  const isHeaded = columns[0] === '';
  const [first, ...others] = isHeaded ? columns.slice(1) : columns;
  return {
    columns: [{ width: isHeaded ? 5 : 3 }, ...others.map(() => ({ width: 5 }))],
    headings: [first, ...others].map((text) => ({ text })),
    rows: rows.map(({ cells, marks }) => ({
      style: marks.length ? 'good' : 'default',
      cells: (isHeaded ? cells.slice(1) : cells).map((cell, at) => ({
        heads: isHeaded && at === 0 ? headOf(cells) : [],
        hints: cell.private ? [{ text: texts.coaching.private }] : [],
        lines: cell.lines.map(({ label, words }) => ({
          labels: label ? [{ text: unmarked(label) }] : [],
          words: words.map((text) => ({ text: inert(text), weight: at === 0 && !isHeaded ? 'Bolder' : 'Default' })),
        })),
        marks: at === 0 ? marks.map((text) => ({ text })) : [],
      })),
    })),
  };
}

const headOf = ([head]: SummaryRow['cells']) =>
  (head?.lines ?? []).flatMap(({ words }) => words.map((text) => ({ text: unmarked(text) })));
