import { type Profile } from '../coaching/profile';
import { earlierOf, type SummaryBlock } from '../coaching/summary';
import { summaryParts, type SummaryCell, type SummaryPart, type SummaryTable } from '../coaching/summaryParts';
import { type SessionState } from '../coaching/guidance';
import { type Session } from '../coaching/ports';
import { type Block, type WrittenDocument } from '../downloads/document';
import { dayInWords } from '../shared/localTime';
import { fill, type Texts } from '../shared/texts';

/** Which summary, and for whom. What only the person may see is left out for others. */
interface About {
  readonly session: Session;
  /** Undefined where the guide no longer exists. */
  readonly current?: SessionState;
  /** This guide's sessions before it, newest first, where its summary shows them. */
  readonly earlier?: readonly SessionState[];
  readonly withPrivate: boolean;
}

/**
 * A session's summary as a document: what the person has written, in the order of the cards. Every file and share of a summary is
 * made here.
 */
export function summaryDocument(texts: Texts, { session, current, earlier, withPrivate }: About): WrittenDocument {
  const { coaching, ownData } = texts;
  const isDone = current?.state.status === 'finished';
  const day = dayInWords(new Date((isDone && session.moves.at(-1)?.madeAt) || session.startedAt));
  const title = current?.flow.title ?? session.title;
  const blocks = current
    ? summaryParts(texts, current, earlier).flatMap((part) => drawn(texts, part, withPrivate))
    : withPrivate
      ? earlierOf(session).flatMap(({ asked, words }): Block[] => [
          { kind: 'heading', text: asked || coaching.summary.earlierStep },
          ...words.map((text): Block => ({ kind: 'text', text })),
        ])
      : [];
  return {
    title: current?.flow.summary ?? session.title,
    facts: [fill(isDone ? coaching.summary.done : coaching.summary.open, { title, day })],
    blocks: blocks.length ? blocks : [{ kind: 'text', text: coaching.summary.empty }],
    footer: ownData.file.footer,
  };
}

function drawn(texts: Texts, part: SummaryPart, withPrivate: boolean): Block[] {
  switch (part.kind) {
    case 'blocks':
      return part.blocks
        .filter((block) => withPrivate || !block.private)
        .flatMap((block) => blocksOf(texts, block, withPrivate));
    case 'table':
      return [tableOf(texts, part, withPrivate)];
    case 'profile':
      return linesOf(part, withPrivate);
    // Passages of documents belong in the chat, where their source can be opened.
    case 'others':
      return [];
  }
}

function tableOf({ ownData }: Texts, { columns, rows }: SummaryTable, withPrivate: boolean): Block {
  const isMarked = rows.some(({ marks }) => marks.length);
  const words = (cell: SummaryCell): string =>
    withPrivate || !cell.private
      ? cell.lines.map((line) => (line.label ? `${line.label}: ` : '') + line.words.join(', ')).join('\n')
      : '';
  return {
    kind: 'table',
    head: [...columns, ...(isMarked ? [ownData.file.chosen] : [])],
    rows: rows.map(({ cells, marks }) => [...cells.map(words), ...(isMarked ? [marks.join(', ')] : [])]),
  };
}

/** A profile's lines in words: the two poles, and where the person was between them. */
const linesOf = ({ lines }: Profile, withPrivate: boolean): Block[] =>
  lines
    .filter((line) => withPrivate || !line.private)
    .flatMap(({ label, poles, words }): Block[] => [
      { kind: 'heading', text: label },
      { kind: 'text', text: `${poles[0]} ↔ ${poles[1]}` },
      { kind: 'text', text: words },
    ]);

function blocksOf({ coaching, ownData }: Texts, block: SummaryBlock, withPrivate: boolean): Block[] {
  const heading: Block[] = [
    { kind: 'heading', text: block.label },
    ...(block.private ? [{ kind: 'note', text: coaching.private } as const] : []),
  ];
  if (!block.entries.length) {
    const several = block.words.length > 1;
    return [
      ...heading,
      ...(several
        ? [{ kind: 'list', items: block.words } as const]
        : block.words.map((text): Block => ({ kind: 'text', text }))),
    ];
  }
  const notes = block.entries.flatMap((entry) => entry.notes).filter((note) => withPrivate || !note.private);
  const columns = [...new Map(notes.map((note) => [note.label, note])).values()];
  const isChosen = block.entries.some(({ chosen }) => chosen.length);
  const nameOf = (label: string, isPrivate: boolean) =>
    isPrivate ? `${label} (${ownData.file.privateColumn})` : label;
  return [
    ...heading,
    {
      kind: 'table',
      head: [
        ownData.file.entry,
        ...columns.map((column) => nameOf(column.label, column.private)),
        ...(isChosen ? [ownData.file.chosen] : []),
      ],
      rows: block.entries.map((entry) => [
        entry.words,
        ...columns.map(({ label }) =>
          entry.notes
            .filter((note) => note.label === label && (withPrivate || !note.private))
            .map(({ words }) => words)
            .join('\n'),
        ),
        ...(isChosen ? [entry.chosen.join(', ')] : []),
      ]),
    },
  ];
}
