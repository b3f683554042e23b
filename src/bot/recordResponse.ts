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
 * Stores a person's answer to a question from HR: the chosen options and the shared words. It replaces what the person answered
 * before. All other words stay in the person's session. Nothing happens where the session is not finished, was not sent by HR, or
 * belongs to a run that takes no more answers. Storing the same state twice changes nothing.
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
  // For an invitation, only the number of people who have begun is counted, without their groups.
  if (flow.invites) return void (await campaigns.keep({ ...sending, group: '', person, given: {}, shared: {} }));
  const given = countedValues(flow, coaching.scale, (step) => state.responses.get(step)?.value ?? null);
  await campaigns.keep({ ...sending, person, given, shared: sharedWords(current) });
}

/**
 * Deletes the person's answer to a question from HR in this session. After the run is published this changes nothing, because
 * single answers are no longer stored.
 */
export async function forgetResponse(
  { campaigns }: ResponseDeps,
  person: string,
  { delivery }: Session,
): Promise<void> {
  const sending = delivery === undefined ? undefined : await campaigns.sendingOf(delivery);
  if (sending) await campaigns.forget({ ...sending, person });
}
