import { type WelcomeDelivery, type SendOutcome } from '../deliveries/delivery';
import { outcomeOfRefusal, type RetryTimes, type SendRefusal } from '../deliveries/retry';
import { type ConversationAddress } from '../people/person';
import { type Reply } from '../bot/reply';

/** What the roster says about a person. It may know neither. */
export interface Roster {
  readonly name?: string;
  readonly email?: string;
}

/** What welcomes need stored. */
export interface WelcomeStore {
  /** The person's address, and whether the roster has been asked for name and e-mail. */
  reach(person: string): Promise<{ readonly address?: ConversationAddress; readonly rosterAsked: boolean }>;
  /** True once per person, until it is released. */
  claim(person: string): Promise<boolean>;
  release(person: string): Promise<void>;
  /** Stores what the roster said, and plans the deliveries that waited for that e-mail. */
  readonly recordRoster: (person: string, roster: Roster) => Promise<void>;
}

/** What sending welcomes needs; main.ts provides it. */
export interface WelcomeDeps extends RetryTimes {
  readonly store: WelcomeStore;
  post(
    address: ConversationAddress,
    reply: Reply,
  ): Promise<{ readonly message: string } | { readonly refusal: SendRefusal }>;
  /** Asks the roster of the personal chat about the person. */
  lookUp(address: ConversationAddress): Promise<{ readonly roster: Roster } | { readonly refusal: SendRefusal }>;
}

/**
 * Welcomes a person who has just got the bot, or looks the person up in the roster. The two are separate deliveries, because each
 * is a request of its own. Returns the outcome to store: `cancelled` where the person has no chat with the bot, or the roster has
 * been asked meanwhile.
 */
export async function deliverWelcome(welcoming: WelcomeDeps, delivery: WelcomeDelivery): Promise<SendOutcome> {
  const { address, rosterAsked } = await welcoming.store.reach(delivery.person);
  if (address === undefined) return { state: 'cancelled' };
  if (delivery.purpose === 'welcome') return welcome(welcoming, delivery, address);
  // The person has written meanwhile, and was looked up then.
  return rosterAsked ? { state: 'cancelled' } : lookUp(welcoming, delivery, address);
}

async function welcome(
  welcoming: WelcomeDeps,
  delivery: WelcomeDelivery,
  address: ConversationAddress,
): Promise<SendOutcome> {
  const { store } = welcoming;
  const { person } = delivery;
  if (!(await store.claim(person))) return { state: 'cancelled' };
  const posted = await welcoming.post(address, { kind: 'welcome' });
  if ('message' in posted) return { state: 'sent', message: posted.message };
  const outcome = outcomeOfRefusal(posted.refusal, delivery, welcoming);
  if (outcome.state !== 'unknown') await store.release(person);
  return outcome;
}

async function lookUp(
  welcoming: WelcomeDeps,
  delivery: WelcomeDelivery,
  address: ConversationAddress,
): Promise<SendOutcome> {
  const { store } = welcoming;
  const { person } = delivery;
  const found = await welcoming.lookUp(address);
  if ('roster' in found) {
    await store.recordRoster(person, found.roster);
    return { state: 'sent', message: '' };
  }
  // Asking twice does no harm, so it does not matter whether the first request arrived.
  const { status = 500 } = found.refusal;
  const outcome = outcomeOfRefusal({ ...found.refusal, reached: status < 500 }, delivery, welcoming);
  // The roster will say the same next time. After any other fault, the person's next message asks again.
  if (outcome.state === 'blocked' || outcome.state === 'not-found') await store.recordRoster(person, {});
  return outcome;
}
