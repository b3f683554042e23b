import { type CampaignStore } from '../campaigns/ports';
import { sessionStateOf } from '../coaching/coach';
import { countedValues } from '../coaching/countable';
import { type CoachDeps, type Session, type SessionStore } from '../coaching/ports';
import { sharedWords } from '../coaching/sharing';

/** What counting needs. */
interface CountDeps {
  readonly store: CampaignStore;
  readonly coaching: CoachDeps;
}

/**
 * Returns a session store that also counts answers to campaigns. It counts the latest answer of a person while the run
 * takes answers, until the person erases the answer. Only options and shared words are counted; all other words stay in the
 * person's session.
 */
export function withResponseCounting(campaigning: CountDeps, sessions: SessionStore): SessionStore {
  const { store, coaching } = campaigning;
  async function count(session: Session, person: string): Promise<void> {
    const current = session.delivery && sessionStateOf(coaching, session);
    if (!session.delivery || !current || current.state.status !== 'finished') return;
    const sending = await store.sendingOf(session.delivery);
    if (!sending?.takesAnswers) return;
    // Of an invitation only how many have begun is counted, and of nobody in which group.
    if (current.flow.invites) return void (await store.keep({ ...sending, group: '', person, given: {}, shared: {} }));
    const given = countedValues(
      current.flow,
      coaching.scale,
      (step) => current.state.responses.get(step)?.value ?? null,
    );
    await store.keep({ ...sending, person, given, shared: sharedWords(current) });
  }

  return {
    ...sessions,
    append: async (person, session, move, ended, changes) => {
      // Counting comes before the move. If only one of the two is stored, the person sees an error and presses again.
      await count({ ...session, ended, moves: [...session.moves, move] }, person);
      const kept = await sessions.append(person, session, move, ended, changes);
      const instead = kept ? undefined : await sessions.find(person, session.id);
      if (instead) await count(instead, person);
      return kept;
    },
    erase: async (person, session) => {
      const { delivery } = (await sessions.find(person, session)) ?? {};
      const sending = delivery && (await store.sendingOf(delivery));
      if (sending) await store.forget({ ...sending, person });
      await sessions.erase(person, session);
    },
  };
}
