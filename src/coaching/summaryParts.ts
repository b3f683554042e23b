import { fill, type Texts } from '../shared/texts';
import { type Step } from './flow';
import { type SessionState } from './guidance';
import { othersFor, profileOf, type Others, type Profile } from './profile';
import { summaryOf, type SummaryBlock } from './summary';

/**
 * A piece of a summary as plain data, which a card, a file or a page draws. Code that shows it to another person leaves out every
 * block, cell and line that is private.
 */
export type SummaryPart = SummaryBlocks | SummaryTable | Profile | Others;

/** Responses below each other. */
export interface SummaryBlocks {
  readonly kind: 'blocks';
  /** What belongs together as one document: the draft of an agreement. */
  readonly framed: boolean;
  readonly blocks: readonly SummaryBlock[];
}

export interface SummaryTable {
  readonly kind: 'table';
  /** One for each cell of a row. */
  readonly columns: readonly string[];
  readonly rows: readonly SummaryRow[];
}

export interface SummaryRow {
  readonly cells: readonly SummaryCell[];
  /** Labels of the choices that picked this row: "Förordas". */
  readonly marks: readonly string[];
}

export interface SummaryCell {
  readonly private: boolean;
  readonly lines: readonly { readonly label: string; readonly words: readonly string[] }[];
}

/** A summary in the form that its guide's file has chosen. `earlier` are this guide's sessions before it, newest first. */
export function summaryParts(
  texts: Pick<Texts, 'profile'>,
  current: SessionState,
  earlier: readonly SessionState[] = [],
): SummaryPart[] {
  const blocks = summaryOf(current);
  const { form } = current.flow;
  switch (form.form) {
    case 'list':
      return listed(blocks);
    case 'alternatives':
      return blocks
        .flatMap((block) => (block.entries.length ? [alternatives(block)] : listed([block])))
        .reduce(joined, []);
    case 'agreement': {
      const draft = blocks.filter((block) => !block.private);
      return [...listed(draft, true), ...listed(blocks.filter((block) => block.private))];
    }
    case 'profile': {
      const profile = profileOf(texts, current, earlier);
      const scales = new Set(stepsOf(current).flatMap(({ kind, id }) => (kind === 'scale' ? [id] : [])));
      const others = blocks.filter(({ step }) => !scales.has(step));
      const before = others.filter(({ step }) => comesBefore(current, step, scales));
      const after = others.filter((block) => !before.includes(block));
      const nearest = othersFor(current);
      return [...listed(before), ...(profile ? [profile] : []), ...listed(after), ...(nearest ? [nearest] : [])];
    }
    case 'table': {
      const inTable = new Set(form.rows.flatMap(({ cells }) => cells.flat()));
      const rows = form.rows.flatMap(({ label, cells }): SummaryRow[] => {
        const filled = cells.map((steps) => cellOf(texts, current, blocks, steps));
        return filled.some(({ lines }) => lines.length) ? [{ cells: [plainCell(label), ...filled], marks: [] }] : [];
      });
      const others = blocks.filter(({ step }) => !inTable.has(step));
      const before = others.filter(({ step }) => comesBefore(current, step, inTable));
      const after = others.filter((block) => !before.includes(block));
      const table: SummaryTable = { kind: 'table', columns: ['', ...form.columns], rows };
      return [...listed(before), ...(rows.length ? [table] : []), ...listed(after)];
    }
  }
}

const listed = (blocks: readonly SummaryBlock[], framed = false): SummaryPart[] =>
  blocks.length ? [{ kind: 'blocks', framed, blocks }] : [];

/** Joins blocks that follow each other into one part. */
function joined(parts: SummaryPart[], part: SummaryPart): SummaryPart[] {
  const last = parts.at(-1);
  if (last?.kind !== 'blocks' || part.kind !== 'blocks') return [...parts, part];
  return [...parts.slice(0, -1), { ...last, blocks: [...last.blocks, ...part.blocks] }];
}

const stepsOf = ({ state }: SessionState): Step[] => state.path.flatMap(({ steps }) => [...steps]);

/** Whether a step comes before the first of some other steps. */
function comesBefore(current: SessionState, step: string, others: ReadonlySet<string>): boolean {
  const ids = stepsOf(current).map(({ id }) => id);
  return ids.indexOf(step) < ids.findIndex((id) => others.has(id));
}

const plainCell = (words: string): SummaryCell => ({ private: false, lines: [{ label: '', words: [words] }] });

/** The entries of a list, each with what was said about it in columns. */
function alternatives({ label, private: own, entries }: SummaryBlock): SummaryTable {
  const notes = [...new Set(entries.flatMap((entry) => entry.notes.map((note) => note.label)))];
  const rows = entries.map(({ words, notes: all, chosen }): SummaryRow => {
    const beside = notes.map((name): SummaryCell => {
      const note = all.find((each) => each.label === name);
      return { private: own || !!note?.private, lines: note ? [{ label: '', words: [note.words] }] : [] };
    });
    return { cells: [{ ...plainCell(words), private: own }, ...beside], marks: chosen };
  });
  return { kind: 'table', columns: [label, ...notes], rows };
}

/** The responses to some steps in one cell. A single response needs no label, unless it is a place on a scale. */
function cellOf(
  { profile }: Pick<Texts, 'profile'>,
  current: SessionState,
  blocks: readonly SummaryBlock[],
  steps: readonly string[],
): SummaryCell {
  const found = steps.flatMap((id) => blocks.filter(({ step }) => step === id));
  const lines = found.map(({ step, label, words }) => {
    const scale = stepsOf(current).find(({ id, kind }) => id === step && kind === 'scale');
    const isBetween = scale?.kind === 'scale' && current.state.responses.get(step)?.value === '3';
    const [left, right] = scale?.kind === 'scale' ? scale.poles : ['', ''];
    return {
      label: found.length > 1 || scale ? label : '',
      words: isBetween ? [fill(profile.between, { left, right })] : words,
    };
  });
  return { private: found.some((block) => block.private), lines };
}
