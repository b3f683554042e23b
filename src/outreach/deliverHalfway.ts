import { type Campaign } from '../campaigns/campaign';
import { type CampaignDelivery, type SendOutcome } from '../deliveries/delivery';
import { outcomeOfRefusal } from '../deliveries/retry';
import { type ConversationAddress } from '../people/person';
import { dayInWords } from '../shared/localTime';
import { fill } from '../shared/texts';
import { hasAnswered } from '../bot/pressCampaign';
import { type CampaignDeps } from './campaignDeps';

/** The same outcome is stored for every reminder, because the database must not tell who has answered. */
const done: SendOutcome = { state: 'sent' };

/** Not tried for a whole day, as cards are: while a reminder waits, the database tells that the person has not answered. */
const mostAttempts = 10;

/**
 * Reminds a person of a question that the person has not answered, halfway through the answering time. The outcome is `sent` also
 * where no reminder is needed, or where it is tried no more.
 */
export async function deliverHalfway(
  campaigning: CampaignDeps,
  campaign: Campaign,
  delivery: CampaignDelivery,
  address: ConversationAddress,
): Promise<SendOutcome> {
  const { store, coaching, texts, invitationTexts } = campaigning;
  const { session: id } = await store.cardOf(delivery);
  const session = id === undefined ? undefined : await coaching.store.find(delivery.person, id);
  const sending = session?.delivery === undefined ? undefined : await store.sendingOf(session.delivery);
  const flow = await coaching.flows.get(campaign.flow);
  if (!session || !sending?.takesAnswers || !flow || hasAnswered(session)) return done;
  const posted = await campaigning.post(address, {
    kind: 'notice',
    text: fill(flow.invites === undefined ? texts.halfway : invitationTexts.halfway, {
      question: flow.cards[0]?.steps[0]?.ask ?? flow.title,
      day: dayInWords(sending.answerUntil, 'short'),
    }),
    opens: session.id,
  });
  if ('message' in posted) return done;
  const outcome = outcomeOfRefusal(posted.refusal, delivery, campaigning);
  return outcome.state === 'planned' && delivery.attempts < mostAttempts ? outcome : done;
}
