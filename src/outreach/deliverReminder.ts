import { type Campaign } from '../campaigns/campaign';
import { sessionStateOf } from '../coaching/coach';
import { type ClaimedDelivery } from '../deliveries/delivery';
import { type ConversationAddress } from '../people/person';
import { hasAnswered, sessionView } from '../bot/pressCampaign';
import { type CampaignDeps } from './campaignDeps';

/**
 * Sends the card of a postponed question again, and replaces the older message with a pointer to it. A person who has answered
 * meanwhile gets nothing: the outcome is `unneeded`, which the store keeps as `sent`, because it would else tell who has
 * answered. Undefined where the campaign no longer sends, or its run takes no answers.
 */
export async function deliverReminder(
  campaigning: CampaignDeps,
  campaign: Campaign,
  delivery: ClaimedDelivery,
  address: ConversationAddress,
): Promise<Awaited<ReturnType<CampaignDeps['post']>> | 'unneeded' | undefined> {
  const { store, coaching, texts } = campaigning;
  const { session: id } = await store.cardOf(delivery);
  const session = id === undefined ? undefined : await coaching.store.find(delivery.person, id);
  const current = session && (await sessionStateOf(coaching, session));
  const sending = session?.delivery === undefined ? undefined : await store.sendingOf(session.delivery);
  if (campaign.state !== 'running' || !sending?.takesAnswers || !session || !current) return undefined;
  if (hasAnswered(session)) return 'unneeded';
  const posted = await campaigning.post(address, {
    kind: 'guidance',
    guidance: sessionView(current),
    sent: { least: campaign.least, until: sending.answerUntil },
  });
  if ('refusal' in posted) return posted;
  await campaigning.recordMessage(delivery.person, session.id, posted.message);
  // If this fails, the old card stays. Pressing it still leads to where the person is.
  if (session.message) await campaigning.replace(address, session.message, { kind: 'notice', text: texts.moved });
  return posted;
}
