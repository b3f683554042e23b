import { places, type Card, type Condition, type End, type Flow, type Line, type Step, type Value } from './flow';

/** What a person gave to one step, with the words of the question. These stay when the flow's file changes. */
export interface StepInput {
  readonly value: Value;
  /** The question as the person saw it. */
  readonly asked: string;
  readonly label: string;
  /** The value in words: an option's title, one line for each entry. */
  readonly words: readonly string[];
  /** HR may read the words, without the person's name. */
  readonly shared?: true;
}

export type MoveKind = 'next' | 'back' | 'pause' | 'resume' | 'stop';

/** One act of a person in a session. Moves are only ever added, so nothing that the person gave is lost. */
export interface Move {
  /** 1, 2, 3 … within the session. */
  readonly revision: number;
  readonly kind: MoveKind;
  /** The card on which it was made; '' for the summary and for text typed in the chat. */
  readonly card: string;
  /** Step id -> what was new. For every move other than `next` it is a draft. */
  readonly given: Readonly<Record<string, StepInput>>;
  /** ISO time in UTC. */
  readonly madeAt: string;
  /** Names the press, so that the same press makes one move only. */
  readonly key: string;
}

/** The latest response to a step. */
export interface Response extends StepInput {
  /** Typed, but the person left the card with another button than "Nästa". */
  readonly draft: boolean;
  readonly revision: number;
}

/** Where a person is in a flow. */
export interface FlowProgress {
  /** Every step that ever got a response, also outside today's path. */
  readonly responses: ReadonlyMap<string, Response>;
  /** The cards on the person's path, each with the steps that apply. */
  readonly path: readonly Card[];
  /** The answered steps on the path. */
  readonly answered: ReadonlyMap<string, Value>;
  /** The card that the person is on; undefined when every card is answered. */
  readonly at?: Card;
  readonly status: 'open' | 'paused' | 'stopped' | 'finished';
  /** How many cards there are; undefined while a coming choice decides it. */
  readonly total?: number;
  /** For a rehearsal that is over: the end to which the lines led. */
  readonly end?: End;
  readonly revision: number;
}

/**
 * Where the moves lead in this flow: the first card without an answer, or after "Tillbaka" the one before. It is a pure function,
 * so a restart, a second device or a changed flow file needs no repair.
 */
export function replay(flow: Flow, moves: readonly Move[]): FlowProgress {
  const responses = new Map<string, Response>();
  for (const { given, kind, revision } of moves)
    for (const [step, each] of Object.entries(given))
      responses.set(step, { ...each, draft: kind !== 'next', revision });

  const answered = new Map<string, Value>();
  const path = flow.cards.flatMap((card): Card[] => {
    const steps = card.steps.filter((step) => applies(step, answered));
    for (const step of steps) {
      const response = responses.get(step.id);
      if (response && !response.draft && holds(step, response.value, answered)) answered.set(step.id, response.value);
    }
    return steps.length ? [{ ...card, steps }] : [];
  });

  const last = moves.at(-1);
  const next = path.find((card) => card.steps.some(({ id }) => !answered.has(id)));
  const at = last?.kind === 'back' ? before(path, last.card) : next;
  return {
    responses,
    path,
    answered,
    at,
    status: last?.kind === 'stop' ? 'stopped' : !at ? 'finished' : last?.kind === 'pause' ? 'paused' : 'open',
    total: isDecided(flow, path, answered) ? path.length : undefined,
    end: at ? undefined : flow.ends.find(({ id }) => id === chosenLine(path.at(-1), answered)?.to),
    revision: last?.revision ?? 0,
  };
}

function applies({ when, reachedBy }: Step, answered: ReadonlyMap<string, Value>): boolean {
  const meets = ({ step, is }: Condition) => is.some((one) => one === chosenOf(answered.get(step) ?? null));
  return (!when || meets(when)) && (!reachedBy || reachedBy.some(meets));
}

/** The option of a choice, or the line of a scene. */
const chosenOf = (value: Value): Value | undefined => (hasSlots(value) ? value.line : value);

/** The line by which the person leaves a card's scene; undefined where the card has no scene or no line is chosen. */
export function chosenLine(card: Card | undefined, answered: ReadonlyMap<string, Value>): Line | undefined {
  const scene = card?.steps[0];
  const value = scene?.kind === 'scene' ? answered.get(scene.id) : undefined;
  return scene?.kind === 'scene' && value && hasSlots(value) ? scene.lines[value.line ?? ''] : undefined;
}

/** From the summary, "Tillbaka" leads to the last card. */
const before = (path: readonly Card[], id: string): Card | undefined => {
  const at = path.findIndex((card) => card.id === id);
  return at < 0 ? path.at(-1) : path[Math.max(0, at - 1)];
};

/** Whether no open choice on the path can add cards. */
function isDecided(flow: Flow, path: readonly Card[], answered: ReadonlyMap<string, Value>): boolean {
  const open = new Set(path.flatMap(({ steps }) => steps.map(({ id }) => id).filter((id) => !answered.has(id))));
  return !flow.cards.some(({ steps }) =>
    steps.some(({ when, reachedBy = [] }) =>
      [...reachedBy, ...(when ? [when] : [])].some(({ step }) => open.has(step)),
    ),
  );
}

/**
 * Whether a response still fits its step. The flow's file may have lost an option or changed the step's kind, and a list may have
 * got another entry.
 */
export function holds(step: Step, value: Value, answered: ReadonlyMap<string, Value>): boolean {
  if (step.kind === 'message') return true;
  if (value === null) return step.optional;
  switch (step.kind) {
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(optionsOf(step, answered), value);
    case 'checklist':
      return Array.isArray(value) && value.every((option) => Object.hasOwn(step.options, String(option)));
    case 'list':
      return hasSlots(value) && Object.keys(value).length >= step.least;
    case 'text':
      if (!step.each) return typeof value === 'string';
      return (
        hasSlots(value) && (step.optional || Object.keys(entriesOf(step.each, answered)).every((slot) => slot in value))
      );
    case 'scale':
      return typeof value === 'string' && isPlace(step, value);
    case 'scene':
      // Without a chosen line, the manager is still comparing.
      return hasSlots(value) && Object.hasOwn(step.lines, value.line ?? '');
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  }
}

/** Whether a value is one of a scale's places. "Vill inte svara" is one only where the scale has it (`declines`). */
export const isPlace = ({ declines }: Extract<Step, { kind: 'scale' }>, value: string): boolean =>
  places.some((place) => place === value) && (declines || value !== 'declined');

/** The options of a choice: with `each` the entries of the list, and then its own. */
export const optionsOf = (step: Extract<Step, { kind: 'choice' }>, answered: ReadonlyMap<string, Value>) =>
  step.each ? { ...entriesOf(step.each, answered), ...step.options } : step.options;

/** The entries of a list that is answered: slot -> text. */
export const entriesOf = (list: string, answered: ReadonlyMap<string, Value>): Readonly<Record<string, string>> => {
  const value = answered.get(list) ?? null;
  return hasSlots(value) ? value : {};
};

/** Whether the value of a step has named parts: the entries of a list, or a scene's own line. */
export const hasSlots = (value: Value): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
