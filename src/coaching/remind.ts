import { dayAfter, dayOf } from '../shared/localTime';
import { type Card, type Flow, type Step } from './flow';
import { type CommitmentChange } from './ports';
import { lookBackAhead, lookBackDay, programmeCard } from './programme';
import { type FlowProgress, type Move } from './session';
import { editorTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

const { guides: words } = editorTexts;

/** Kinds of steps whose words can be quoted in a reminder. */
const quotable: readonly Step['kind'][] = ['text', 'choice'];

/** What is wrong with a step's `remind`, in the words of a person who writes flow files. `earlier` are the steps before it. */
export function remindFaults({ kind, remind, afterDays }: Step, earlier: readonly Step[]): string[] {
  if (!remind) return [];
  const hasOwnDay = kind === 'date' || afterDays !== undefined;
  const canQuote = earlier.filter((step) => quotable.includes(step.kind) && !('each' in step && step.each));
  return [
    ...(hasOwnDay || quotable.includes(kind) ? [] : [words.remindPlace]),
    ...(hasOwnDay && remind.afterDays ? [words.remindDayGiven] : []),
    ...(!hasOwnDay && !remind.afterDays ? [words.remindNoAfter] : []),
    ...(remind.of !== undefined && !canQuote.some(({ id }) => id === remind.of)
      ? [
          fill(words.remindOf, {
            of: remind.of,
            allowed: canQuote.map(({ id }) => id).join(', ') || words.nothingToQuote,
          }),
        ]
      : []),
  ];
}

/** The local day (YYYY-MM-DD) that is `days` days after a move. */
export const dueAfter = ({ madeAt }: Pick<Move, 'madeAt'>, days: number): string =>
  dayAfter(dayOf(new Date(madeAt)), days);

/** A move, with the progress before and after it, and when the session began (ISO, UTC). */
export interface MadeMove {
  readonly move: Move;
  readonly before: FlowProgress;
  readonly after: FlowProgress;
  readonly begun: string;
}

/**
 * What a move changes in the person's commitments. Only what this move has given counts, so a later answer about an older
 * commitment stays.
 */
export function commitmentChanges(flow: Flow, made: MadeMove): CommitmentChange[] {
  const { move, after } = made;
  if (move.kind === 'stop')
    return flow.cards.flatMap(({ id, steps }) => (steps[0]?.afterDays ? [{ step: id, over: 'dropped' as const }] : []));
  if (move.kind !== 'next') return [];
  return [...promised(flow, after, move), ...waits(flow, made)];
}

/** Steps with `remind` to which the move has given a response, or the words that the reminder quotes. */
function promised(flow: Flow, after: FlowProgress, move: Move): CommitmentChange[] {
  const onPath = new Set(after.path.flatMap(({ steps }) => steps.map(({ id }) => id)));
  return flow.cards
    .flatMap(({ steps }) => steps)
    .flatMap((step): CommitmentChange[] => {
      const { id, kind, remind, afterDays } = step;
      if (!remind || afterDays) return [];
      const due = kind === 'date' ? after.answered.get(id) : remind.afterDays && dueAfter(move, remind.afterDays);
      const isAnswered = onPath.has(id) && after.answered.has(id) && after.answered.get(id) !== null;
      if (!isAnswered || typeof due !== 'string')
        return after.responses.has(id) ? [{ step: id, over: 'withdrawn' }] : [];
      const isNew = id in move.given || (remind.of !== undefined && kind === 'date' && remind.of in move.given);
      return isNew ? [{ step: id, kind: 'answer', title: flow.title, what: quotedBy(step, after), due }] : [];
    });
}

/** A card for which the guide waits, and the cards that have been answered. */
function waits(flow: Flow, { move, before, after, begun }: MadeMove): CommitmentChange[] {
  const answered = flow.cards.find(({ id, steps }) => id === move.card && steps[0]?.afterDays);
  const card = waitedFor(flow, after);
  const [first] = card?.steps ?? [];
  const isProgramme = !!programmeCard(flow);
  // Each tick on a programme's page is a move. It must not change the day of a look back that the person has moved.
  const isKnown = isProgramme && before.revision > 0 && waitedFor(flow, before)?.id === card?.id;
  return [
    ...(answered ? [{ step: answered.id, over: 'done' as const }] : []),
    ...(card && first?.afterDays && !isKnown
      ? [
          {
            step: card.id,
            kind: 'step' as const,
            title: flow.title,
            what: quotedBy(first, after),
            due: isProgramme ? lookBackDay(flow, card, begun) : dueAfter(move, first.afterDays),
          },
        ]
      : []),
  ];
}

/** The next card. On a programme's page, which is open for weeks, it is the look back after the page. */
function waitedFor(flow: Flow, progress: FlowProgress): Card | undefined {
  const page = programmeCard(flow);
  return (page && lookBackAhead(flow, page, progress)) ?? progress.at;
}

/** The words that a reminder quotes: those of the step that `of` names, else the step's own words where the person wrote any. */
function quotedBy(step: Step, { responses }: FlowProgress): string {
  const said = responses.get(step.remind?.of ?? step.id);
  return said && (step.remind?.of || quotable.includes(step.kind)) ? said.words.join(', ') : '';
}
