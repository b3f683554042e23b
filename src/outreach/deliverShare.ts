import { type Reply } from '../bot/reply';
import { type SendOutcome, type ShareDelivery } from '../deliveries/delivery';
import { outcomeOfRefusal, type RetryTimes, type SendRefusal } from '../deliveries/retry';
import { type ConversationAddress } from '../people/person';
import { type ShareDeliveryStore } from '../shares/share';
import { type Texts } from '../shared/texts';

type Posted = { readonly message: string } | { readonly refusal: SendRefusal };

/** What delivering shares needs; main.ts provides it. */
export interface SharingDeps extends RetryTimes {
  readonly texts: Texts;
  readonly store: ShareDeliveryStore;
  post(address: ConversationAddress, reply: Reply): Promise<Posted>;
  replace(address: ConversationAddress, message: string, reply: Reply): Promise<Posted>;
}

/**
 * Tells the receiver that something is shared, or the owner that the receiver has written back, or replaces such a card with a
 * notice because the text can no longer be read. The text itself is shown when the person opens it. A share that was withdrawn
 * before it was sent is cancelled.
 */
export async function deliverShare(sharing: SharingDeps, delivery: ShareDelivery): Promise<SendOutcome> {
  const { store, texts } = sharing;
  const { topic, person, purpose } = delivery;
  const address = await store.reach(person);
  if (address === undefined) return { state: 'cancelled' };
  const tell = async (kind: 'shareInvitation' | 'understandingInvitation', from: string | undefined) =>
    from === undefined ? undefined : sharing.post(address, { kind, share: topic, from });
  const replace = async (message: string | undefined, text: string) =>
    message ? sharing.replace(address, message, { kind: 'notice', text }) : undefined;
  const act = async (): Promise<Posted | undefined> => {
    switch (purpose) {
      case 'share':
        return tell('shareInvitation', await store.senderOf(person, topic));
      case 'understanding':
        return tell('understandingInvitation', await store.writerTo(person, topic));
      case 'unshare':
        return replace(await store.messageOf(person, topic, 'share'), texts.sharing.gone);
      case 'noUnderstanding':
        return replace(await store.messageOf(person, topic, 'understanding'), texts.understanding.gone);
    }
  };
  const posted = await act();
  if (posted === undefined) return { state: 'cancelled' };
  return 'message' in posted
    ? { state: 'sent', message: posted.message }
    : outcomeOfRefusal(posted.refusal, delivery, sharing);
}
