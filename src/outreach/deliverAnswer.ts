import { type Reply } from '../bot/reply';
import { type QuestionDelivery, type SendOutcome } from '../deliveries/delivery';
import { outcomeOfRefusal, type RetryTimes, type SendRefusal } from '../deliveries/retry';
import { type ConversationAddress } from '../people/person';
import { type AnswerStore } from '../questions/ports';
import { type Texts } from '../shared/texts';

/** What sending HR’s answers needs; main.ts provides it. */
export interface AnsweringDeps extends RetryTimes {
  readonly texts: Texts['questions'];
  readonly store: AnswerStore;
  post(
    address: ConversationAddress,
    reply: Reply,
  ): Promise<{ readonly message: string } | { readonly refusal: SendRefusal }>;
}

/**
 * Sends HR's answer to the person who asked, or tells the person that HR has closed the question. Where the question has been erased
 * the delivery is cancelled.
 */
export async function deliverAnswer(answering: AnsweringDeps, delivery: QuestionDelivery): Promise<SendOutcome> {
  const { texts, store } = answering;
  const { topic, person, purpose } = delivery;
  const [address, question] = await Promise.all([store.reach(person), store.find(person, topic)]);
  if (address === undefined || !question) return { state: 'cancelled' };
  const notice = purpose === 'closing' ? texts.closedByHr : undefined;
  const posted = await answering.post(address, { kind: 'toHr', shown: { at: 'sent', question, notice } });
  return 'message' in posted
    ? { state: 'sent', message: posted.message }
    : outcomeOfRefusal(posted.refusal, delivery, answering);
}
