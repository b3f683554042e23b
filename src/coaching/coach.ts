import { daysLater } from '../days';
import { type Card, type Flow, type places } from './flow';
import { readCard } from './given';
import { type Inputs, type Problem } from './response';
import { type Move, type MoveKind, replay, type State } from './session';

/** A session as it is kept. */
export interface Session {
  readonly id: string;
  readonly flow: string;
  /** The flow's title and version when it began. */
  readonly title: string;
  readonly version: string;
  readonly startedAt: string;
  /** The message that shows it, where one does. */
  readonly message?: string;
  /** The delivery that it came with, where HR sent it. */
  readonly delivery?: string;
  /** Finished or stopped. */
  readonly ended: boolean;
  readonly moves: readonly Move[];
}

/** What the coach needs of the store. A session is only ever found for the person whose it is. */
export interface SessionStore {
  /** Begins a session; one that comes with a delivery is begun once. */
  begin(person: string, flow: Flow, delivery?: string): Promise<Session>;
  find(person: string, session: string): Promise<Session | undefined>;
  /** The open session with the latest move; of one flow where it is named. */
  latestOpen(person: string, flow?: string): Promise<Session | undefined>;
  /** Newest first. */
  list(person: string, skip: number, limit: number): Promise<Session[]>;
  /** False, and nothing kept, where the revision is taken or the session is gone. */
  append(person: string, session: Session, move: Move, ended: boolean): Promise<boolean>;
  erase(person: string, session: string): Promise<void>;
}

/** Words for the places on a scale; {left} and {right} are its poles. */
export type Scale = Readonly<Record<(typeof places)[number], string>>;

export interface Coaching {
  readonly flows: ReadonlyMap<string, Flow>;
  readonly store: SessionStore;
  readonly scale: Scale;
  now(): Date;
}

/** A session, where it stands, and its flow. */
export interface Standing {
  readonly session: Session;
  readonly flow: Flow;
  readonly state: State;
}

/** What there is to show. */
export type Guidance =
  | (Standing & { readonly kind: 'step'; readonly card: Card; readonly problems: Problems; readonly inputs?: Inputs })
  | (Standing & { readonly kind: 'wait'; readonly card: Card; readonly until: Date })
  | (Standing & { readonly kind: 'paused' | 'stopped' | 'begun' })
  | (Standing & { readonly kind: 'summary' })
  /** The flow's file is gone; what was given is kept. */
  | { readonly kind: 'withoutFlow'; readonly session: Session }
  /** Not hers, erased, or never there: one and the same, so that nothing can be found out. */
  | { readonly kind: 'lost' };

/** Step id -> why its response was not taken. */
export type Problems = Readonly<Record<string, Problem>>;

/** A button on a session's card. */
export interface Press {
  readonly session: string;
  readonly card: string;
  readonly kind: MoveKind;
  readonly inputs: Inputs;
  readonly key: string;
}

/** What there is to show after a press, and whether it was a new move that is now kept. */
export interface Moved {
  readonly made: boolean;
  readonly guidance: Guidance;
}

/** Begins a flow, or tells that it is begun; `anew` begins it once more. A session without a move is begun only once. */
export async function start(coaching: Coaching, person: string, flow: Flow, anew = false): Promise<Guidance> {
  const open = await coaching.store.latestOpen(person, flow.id);
  const standing = open && standingOf(coaching, open);
  if (standing && open.moves.length && !anew) return { kind: 'begun', ...standing };
  const session = open && !open.moves.length ? open : await coaching.store.begin(person, flow);
  return show(coaching, session);
}

/**
 * Makes a move and tells what comes next. The same press twice is one move; a press on an old card is a move like any other,
 * and leads to where the person is. What cannot be taken changes nothing and comes back with the problem.
 */
export async function move(coaching: Coaching, person: string, press: Press): Promise<Moved> {
  for (;;) {
    const session = await coaching.store.find(person, press.session);
    const standing = session && standingOf(coaching, session);
    if (!session) return { made: false, guidance: { kind: 'lost' } };
    if (!standing || session.moves.some(({ key }) => key === press.key))
      return { made: false, guidance: show(coaching, session) };
    const { flow, state } = standing;
    const onPath = state.path.find(({ id }) => id === press.card);
    const card = onPath ?? flow.cards.find(({ id }) => id === press.card);
    const { given, problems } = readCard(coaching, standing, card, onPath ? press : { ...press, kind: 'pause' });
    if (card && Object.keys(problems).length)
      return { made: false, guidance: { kind: 'step', ...standing, card, problems, inputs: press.inputs } };

    const made: Move = {
      revision: state.revision + 1,
      kind: press.kind,
      card: press.card,
      given,
      madeAt: coaching.now().toISOString(),
      key: press.key,
    };
    const moves = [...session.moves, made];
    const { status } = replay(flow, moves);
    const ended = status === 'finished' || status === 'stopped';
    if (await coaching.store.append(person, session, made, ended))
      return { made: true, guidance: show(coaching, { ...session, ended, moves }) };
  }
}

/** The session as it stands, to look at: its summary, however far it has come. */
export async function open(coaching: Coaching, person: string, id: string): Promise<Guidance> {
  const session = await coaching.store.find(person, id);
  if (!session) return { kind: 'lost' };
  const standing = standingOf(coaching, session);
  return standing ? { kind: 'summary', ...standing } : { kind: 'withoutFlow', session };
}

/** Milliseconds within which what a person types may belong to the guide that she has open. */
const attention = 12 * 60 * 60 * 1000;

/** The guide that she is in the middle of: open, not paused, and moved within twelve hours. */
export async function underWay(
  coaching: Coaching,
  person: string,
): Promise<(Standing & { readonly at: Card }) | undefined> {
  const session = await coaching.store.latestOpen(person);
  const standing = session && standingOf(coaching, session);
  if (!session || standing?.state.status !== 'open' || !standing.state.at) return undefined;
  const last = session.moves.at(-1)?.madeAt ?? session.startedAt;
  if (coaching.now().getTime() - Date.parse(last) > attention) return undefined;
  return { ...standing, at: standing.state.at };
}

/** The step that takes what is typed in the chat: the only one on its card, and a text. */
export const textStepOf = ({ steps: [step, ...others] }: Card): string | undefined =>
  step?.kind === 'text' && !step.each && !others.length ? step.id : undefined;

export function standingOf({ flows }: Coaching, session: Session): Standing | undefined {
  const flow = flows.get(session.flow);
  return flow && { session, flow, state: replay(flow, session.moves) };
}

function show(coaching: Coaching, session: Session): Guidance {
  const standing = standingOf(coaching, session);
  if (!standing) return { kind: 'withoutFlow', session };
  const { at: card, status } = standing.state;
  if (status === 'paused' || status === 'stopped') return { kind: status, ...standing };
  if (!card) return { kind: 'summary', ...standing };
  const last = session.moves.at(-1);
  const wait = last?.kind === 'next' ? card.steps[0]?.afterDays : undefined;
  const until = wait && last && daysLater(new Date(last.madeAt), wait);
  if (until && until > coaching.now()) return { kind: 'wait', ...standing, card, until };
  return { kind: 'step', ...standing, card, problems: {} };
}
