import { momentAt } from '../shared/localTime';
import { type Card, type Flow } from './flow';
import { type Guidance, type Moved, type Press, type SessionState } from './guidance';
import { type CoachDeps, type Session } from './ports';
import { isAtPage, programmeCard, standsOn } from './programme';
import { ownInput } from './response';
import { readStepInput } from './stepInput';
import { mostTimes } from './profile';
import { commitmentChanges, dueAfter } from './remind';
import { type Move, replay } from './session';

/**
 * Begins a flow, or says that the person has already begun it; `anew` begins it again. A session without any move is begun only
 * once.
 */
export async function beginSession(coaching: CoachDeps, person: string, flow: Flow, anew = false): Promise<Guidance> {
  const open = await coaching.store.latestOpen(person, flow.id);
  const current = open && (await sessionStateOf(coaching, open));
  // A programme is begun once. Its page stays, also when all is done.
  const kept = programmeCard(flow) && !anew ? await coaching.store.latest(person, flow.id) : undefined;
  if (kept && (await sessionStateOf(coaching, kept))?.state.status !== 'stopped') return show(coaching, person, kept);
  if (current && open.moves.length && !anew) return { kind: 'begun', ...current };
  const session = open && !open.moves.length ? open : await coaching.store.begin(person, flow);
  return show(coaching, person, session);
}

/**
 * Makes a move and returns what comes next. The same press twice is one move. A press on an old card leads to where the person is
 * now. Input that cannot be taken changes nothing and is returned with the problem. `beforeKept` gets the session with the move
 * before the move is stored: if only one of the two is stored, the person sees an error and presses again. Where another move was
 * stored first, it gets the session with that move, and then with this one.
 */
export async function makeMove(
  coaching: CoachDeps,
  person: string,
  press: Press,
  beforeKept: (becomes: SessionState) => Promise<void> = () => Promise.resolve(),
): Promise<Moved> {
  for (let cameSecond = false; ; cameSecond = true) {
    const session = await coaching.store.find(person, press.session);
    const current = session && (await sessionStateOf(coaching, session));
    if (!session) return { made: false, guidance: { kind: 'lost' } };
    if (current && cameSecond) await beforeKept(current);
    if (!current || session.moves.some(({ key }) => key === press.key))
      return { made: false, guidance: await show(coaching, person, session) };
    const { flow, state: before } = current;
    const onPath = before.path.find(({ id }) => id === press.card);
    const card = onPath ?? flow.cards.find(({ id }) => id === press.card);
    const { given, problems } = readStepInput(coaching, current, card, onPath ? press : { ...press, kind: 'pause' });
    if (card && Object.keys(problems).length)
      return { made: false, guidance: { kind: 'step', ...current, card, problems, inputs: press.inputs } };

    const made: Move = {
      revision: before.revision + 1,
      kind: press.kind,
      card: press.card,
      given,
      madeAt: coaching.now().toISOString(),
      key: press.key,
    };
    const moves = [...session.moves, made];
    const after = replay(flow, moves);
    const ended = after.status === 'finished' || after.status === 'stopped';
    const becomes = { ...session, ended, moves };
    await beforeKept({ session: becomes, flow, state: after });
    // The store must not tell whether a session from HR has been answered, and a commitment would tell.
    const means = { move: made, before, after, begun: session.startedAt };
    const changes = session.delivery === undefined ? commitmentChanges(flow, means) : [];
    if (await coaching.store.append(person, session, made, ended, changes))
      return { made: true, guidance: await show(coaching, person, becomes) };
  }
}

/** A session as it is now, for looking at it: its summary, however far the person has come. */
export async function openSession(coaching: CoachDeps, person: string, id: string): Promise<Guidance> {
  const session = await coaching.store.find(person, id);
  if (!session) return { kind: 'lost' };
  const current = await sessionStateOf(coaching, session);
  return current ? summaryFor(coaching, person, current) : { kind: 'withoutFlow', session };
}

/** Milliseconds after the last move in which typed text may belong to the open guide. */
const attention = 12 * 60 * 60 * 1000;

/**
 * The session that the person is in the middle of: open, not paused, and begun or with a move in the last twelve hours. Undefined
 * where there is none.
 */
export async function sessionUnderWay(
  coaching: CoachDeps,
  person: string,
): Promise<(SessionState & { readonly at: Card }) | undefined> {
  const session = await coaching.store.latestOpen(person);
  const current = session && (await sessionStateOf(coaching, session));
  const at = current && standsOn(current, coaching.now());
  if (!session || current?.state.status !== 'open' || !at) return undefined;
  // A programme's page is open for weeks and asks for no words.
  if (isAtPage(current, coaching.now())) return undefined;
  if (coaching.now().getTime() - lastTouch(session) > attention) return undefined;
  return { ...current, at };
}

/** Whether the person has ended another session since the last move of this one. */
export async function hasEndedAnother({ store }: CoachDeps, person: string, session: Session): Promise<boolean> {
  const [latest] = await store.list(person, 0, 1);
  return latest !== undefined && latest.ended && lastTouch(latest) > lastTouch(session);
}

/** The moment of a session's last move, or of its beginning, in milliseconds. */
const lastTouch = ({ moves, startedAt }: Session): number => Date.parse(moves.at(-1)?.madeAt ?? startedAt);

/**
 * The id of the input that takes what a person types in the chat; undefined unless the card asks for one thing only, a text or a
 * scene. A day beside it that may be left out does not count.
 */
export function typedInputOf({ steps: [step, ...others] }: Card): string | undefined {
  if (!step || others.some(({ kind, optional }) => kind !== 'date' || !optional)) return undefined;
  if (step.kind === 'scene') return ownInput(step.id);
  return step.kind === 'text' && !step.each ? step.id : undefined;
}

/** A session with its flow and the card that the person is on; undefined where the flow no longer exists. */
export async function sessionStateOf({ flows }: CoachDeps, session: Session): Promise<SessionState | undefined> {
  const flow = await flows.get(session.flow);
  return flow && { session, flow, state: replay(flow, session.moves) };
}

async function show(coaching: CoachDeps, person: string, session: Session): Promise<Guidance> {
  const current = await sessionStateOf(coaching, session);
  if (!current) return { kind: 'withoutFlow', session };
  const { status } = current.state;
  const card = standsOn(current, coaching.now());
  if (status === 'paused' || status === 'stopped') return { kind: status, ...current };
  if (isAtPage(current, coaching.now())) return { kind: 'programme', ...current };
  if (!card) return summaryFor(coaching, person, current);
  const last = session.moves.at(-1);
  const wait = last?.kind === 'next' ? card.steps[0]?.afterDays : undefined;
  const until = wait && last && momentAt(dueAfter(last, wait), '00:00');
  if (until && until > coaching.now()) return { kind: 'wait', ...current, card, until };
  return { kind: 'step', ...current, card, problems: {} };
}

/** The summary. A profile also gets the earlier times, from other sessions of its guide. */
async function summaryFor(coaching: CoachDeps, person: string, current: SessionState): Promise<Guidance> {
  if (current.flow.form.form !== 'profile') return { kind: 'summary', ...current };
  const touched = ({ moves, startedAt }: Session) => moves.at(-1)?.madeAt ?? startedAt;
  const ended = await coaching.store.listEnded(person, current.flow.id, mostSessions);
  const before = ended
    .filter(({ id }) => id !== current.session.id)
    .filter((one) => touched(one) < touched(current.session));
  const states = await Promise.all(before.map((session) => sessionStateOf(coaching, session)));
  const earlier = states.filter((one) => one !== undefined).filter(({ state }) => state.status === 'finished');
  return { kind: 'summary', ...current, earlier: earlier.slice(0, mostTimes - 1) };
}

/** How many ended sessions of a guide are searched for earlier times. Some of them may have been stopped midway. */
const mostSessions = 50;
