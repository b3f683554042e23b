import { momentAt } from '../shared/localTime';
import { type Card, type Flow } from './flow';
import { type Guidance, type Moved, type Press, type SessionState } from './guidance';
import { type CoachDeps, type Session } from './ports';
import { readStepInput } from './stepInput';
import { commitmentChanges, dueAfter } from './remind';
import { type Move, replay } from './session';

/** Begins a flow, or tells that it is begun; `anew` begins it once more. A session without a move is begun only once. */
export async function beginSession(coaching: CoachDeps, person: string, flow: Flow, anew = false): Promise<Guidance> {
  const open = await coaching.store.latestOpen(person, flow.id);
  const current = open && sessionStateOf(coaching, open);
  if (current && open.moves.length && !anew) return { kind: 'begun', ...current };
  const session = open && !open.moves.length ? open : await coaching.store.begin(person, flow);
  return show(coaching, session);
}

/**
 * Makes a move and tells what comes next. The same press twice is one move; a press on an old card is a move like any other,
 * and leads to where the person is. What cannot be taken changes nothing and comes back with the problem.
 */
export async function makeMove(coaching: CoachDeps, person: string, press: Press): Promise<Moved> {
  for (;;) {
    const session = await coaching.store.find(person, press.session);
    const current = session && sessionStateOf(coaching, session);
    if (!session) return { made: false, guidance: { kind: 'lost' } };
    if (!current || session.moves.some(({ key }) => key === press.key))
      return { made: false, guidance: show(coaching, session) };
    const { flow, state } = current;
    const onPath = state.path.find(({ id }) => id === press.card);
    const card = onPath ?? flow.cards.find(({ id }) => id === press.card);
    const { given, problems } = readStepInput(coaching, current, card, onPath ? press : { ...press, kind: 'pause' });
    if (card && Object.keys(problems).length)
      return { made: false, guidance: { kind: 'step', ...current, card, problems, inputs: press.inputs } };

    const made: Move = {
      revision: state.revision + 1,
      kind: press.kind,
      card: press.card,
      given,
      madeAt: coaching.now().toISOString(),
      key: press.key,
    };
    const moves = [...session.moves, made];
    const after = replay(flow, moves);
    const ended = after.status === 'finished' || after.status === 'stopped';
    // Of what HR has sent nobody may tell from the store whether it has been answered, and a commitment would tell.
    const changes = session.delivery === undefined ? commitmentChanges(flow, after, made) : [];
    if (await coaching.store.append(person, session, made, ended, changes))
      return { made: true, guidance: show(coaching, { ...session, ended, moves }) };
  }
}

/** The session as it stands, to look at: its summary, however far it has come. */
export async function openSession(coaching: CoachDeps, person: string, id: string): Promise<Guidance> {
  const session = await coaching.store.find(person, id);
  if (!session) return { kind: 'lost' };
  const current = sessionStateOf(coaching, session);
  return current ? { kind: 'summary', ...current } : { kind: 'withoutFlow', session };
}

/** Milliseconds within which what a person types may belong to the guide that she has open. */
const attention = 12 * 60 * 60 * 1000;

/** The guide that she is in the middle of: open, not paused, and moved within twelve hours. */
export async function sessionUnderWay(
  coaching: CoachDeps,
  person: string,
): Promise<(SessionState & { readonly at: Card }) | undefined> {
  const session = await coaching.store.latestOpen(person);
  const current = session && sessionStateOf(coaching, session);
  if (!session || current?.state.status !== 'open' || !current.state.at) return undefined;
  const last = session.moves.at(-1)?.madeAt ?? session.startedAt;
  if (coaching.now().getTime() - Date.parse(last) > attention) return undefined;
  return { ...current, at: current.state.at };
}

/** The step that takes what is typed in the chat: the only one on its card, and a text. */
export const textStepOf = ({ steps: [step, ...others] }: Card): string | undefined =>
  step?.kind === 'text' && !step.each && !others.length ? step.id : undefined;

export function sessionStateOf({ flows }: CoachDeps, session: Session): SessionState | undefined {
  const flow = flows.get(session.flow);
  return flow && { session, flow, state: replay(flow, session.moves) };
}

function show(coaching: CoachDeps, session: Session): Guidance {
  const current = sessionStateOf(coaching, session);
  if (!current) return { kind: 'withoutFlow', session };
  const { at: card, status } = current.state;
  if (status === 'paused' || status === 'stopped') return { kind: status, ...current };
  if (!card) return { kind: 'summary', ...current };
  const last = session.moves.at(-1);
  const wait = last?.kind === 'next' ? card.steps[0]?.afterDays : undefined;
  const until = wait && last && momentAt(dueAfter(last, wait), '00:00');
  if (until && until > coaching.now()) return { kind: 'wait', ...current, card, until };
  return { kind: 'step', ...current, card, problems: {} };
}
