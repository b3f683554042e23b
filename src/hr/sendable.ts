import { type CampaignAction } from '../campaigns/campaign';
import { sourcesOf } from '../bot/guides';
import { flowIdOf, versionNamed } from '../coaching/questionSet';
import { type HrService } from './hrService';
import { hrTexts } from '../shared/catalogues';

/**
 * Why a flow cannot be sent, in Swedish for HR; undefined where it can. A launch uses the latest version of a question set. A
 * campaign that waits for approval keeps the version that it was launched with.
 */
export async function whyNotSent(
  hr: HrService,
  flow: string,
  action: 'draft' | CampaignAction,
): Promise<string | undefined> {
  const named = versionNamed(flow);
  if (!named)
    return [...hr.reflections, ...hr.guides, ...hr.invitations].some(({ id }) => id === flow)
      ? undefined
      : hrTexts.shared.goneQuestion;
  const set = await hr.questionSets.find(named.set);
  const version = await hr.campaigning.coaching.flows.get(flow);
  if (!set || !version) return hrTexts.shared.goneQuestion;
  if (set.state === 'retired') return hrTexts.sendable.withdrawn;
  if (set.state === 'draft') return hrTexts.sendable.draft;
  if (action !== 'approve' && flowIdOf(set) !== flow) return hrTexts.sendable.changed;
  const isQuoted = sourcesOf(version).every((source) => hr.isQuoted(source));
  return isQuoted ? undefined : hrTexts.sendable.quote;
}

/** The flow id of the latest version of the question set that a flow belongs to; the flow's own id where it belongs to none. */
export async function latestFlow(hr: HrService, flow: string): Promise<string> {
  const named = versionNamed(flow);
  const set = named && (await hr.questionSets.find(named.set));
  return set ? flowIdOf(set) : flow;
}
