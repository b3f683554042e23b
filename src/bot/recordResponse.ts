import { countedValues } from '../coaching/countable';
import { type SessionState } from '../coaching/guidance';
import { type CoachDeps, type Session } from '../coaching/ports';
import { sharedWords } from '../coaching/sharing';
import { type CampaignResponseStore } from './ports';

/** What recording needs. */
export interface ResponseDeps {
  readonly coaching: CoachDeps;
  readonly campaigns: CampaignResponseStore;
}

/**
 * Records what a person has answered to a question of HR's, in the place of what the person answered before: the options chosen and the
 * shared words. All other words stay in the person's session. It does nothing where the session is not finished, HR has not sent it, or
 * the run takes no answers any more. The same state may be recorded twice.
 */
export async function recordResponse(
  { coaching, campaigns }: ResponseDeps,
  person: string,
  current: SessionState,
): Promise<void> {
  const { session, flow, state } = current;
  if (!session.delivery || state.status !== 'finished') return;
  const sending = await campaigns.sendingOf(session.delivery);
  if (!sending?.takesAnswers) return;
  // Of an invitation only how many have begun is counted, and of nobody in which group.
  if (flow.invites) return void (await campaigns.keep({ ...sending, group: '', person, given: {}, shared: {} }));
  const given = countedValues(flow, coaching.scale, (step) => state.responses.get(step)?.value ?? null);
  await campaigns.keep({ ...sending, person, given, shared: sharedWords(current) });
}

/** Takes back what a person has answered in this session to a question of HR's, as long as it can be told from the answers of others. */
export async function forgetResponse(
  { campaigns }: ResponseDeps,
  person: string,
  { delivery }: Session,
): Promise<void> {
  const sending = delivery === undefined ? undefined : await campaigns.sendingOf(delivery);
  if (sending) await campaigns.forget({ ...sending, person });
}
