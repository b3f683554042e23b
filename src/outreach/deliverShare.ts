import { type Reply } from '../bot/reply';
import { type SendOutcome, type ShareDelivery } from '../deliveries/delivery';
import { outcomeOfRefusal, type RetryTimes, type SendRefusal } from '../deliveries/retry';
import { type ConversationAddress } from '../people/person';
import { type ShareDeliveryStore } from '../shares/share';
import { type Texts } from '../shared/texts';

type Posted = { readonly message: string } | { readonly refusal: SendRefusal };

/** What delivering shares needs; main.ts provides it. */
export interface SharingDeps extends RetryTimes {
  readonly texts: Texts['sharing'];
  readonly store: ShareDeliveryStore;
  post(address: ConversationAddress, reply: Reply): Promise<Posted>;
  replace(address: ConversationAddress, message: string, reply: Reply): Promise<Posted>;
}

/**
 * Tells the receiver that something is shared, or puts a notice in the place of that card because it is shared no longer. The text
 * itself comes when the receiver opens it. What was withdrawn before it was sent is cancelled.
 */
export async function deliverShare(sharing: SharingDeps, delivery: ShareDelivery): Promise<SendOutcome> {
  const { store, texts } = sharing;
  const { topic, person, purpose } = delivery;
  const address = await store.reach(person);
  if (address === undefined) return { state: 'cancelled' };
  let posted: Posted;
  if (purpose === 'share') {
    const from = await store.senderOf(person, topic);
    if (from === undefined) return { state: 'cancelled' };
    posted = await sharing.post(address, { kind: 'shareInvitation', share: topic, from });
  } else {
    const message = await store.messageOf(person, topic);
    if (!message) return { state: 'cancelled' };
    posted = await sharing.replace(address, message, { kind: 'notice', text: texts.gone });
  }
  return 'message' in posted
    ? { state: 'sent', message: posted.message }
    : outcomeOfRefusal(posted.refusal, delivery, sharing);
}
