import { sessionStateOf } from '../coaching/coach';
import { type CoachDeps } from '../coaching/ports';
import { type Texts } from '../shared/texts';
import { sessionsOnCard, type Reply } from './reply';

/** One page of a person's sessions ("mina svar"), latest first. `skip` is how many are newer. */
export async function listSessions(
  { texts, coaching }: { readonly texts: Texts; readonly coaching: CoachDeps },
  person: string,
  skip = 0,
): Promise<Reply> {
  const sessions = await coaching.store.list(person, skip, sessionsOnCard + 1);
  if (!sessions.length) return { kind: 'notice', text: texts.coaching.noSessions };
  const listed = await Promise.all(
    sessions
      .slice(0, sessionsOnCard)
      .map(async (session) => ({ session, current: await sessionStateOf(coaching, session) })),
  );
  return { kind: 'sessions', sessions: listed, skip, more: sessions.length > sessionsOnCard };
}
