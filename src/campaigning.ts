import { type Campaign, takesResponses } from './campaigns/campaign';
import { type DryRun, type Member } from './campaigns/audience';
import { type Calendar } from './campaigns/calendar';
import { occurrences } from './campaigns/schedule';
import { type Coaching, type Guidance, type Session, type SessionStore, standingOf } from './coaching/coach';
import { countable, type Counted } from './coaching/counted';
import { type Claimed, type Outcome } from './deliveries/delivery';
import { outcomeOf, type Refusal } from './deliveries/outcome';
import { type ConversationAddress } from './people/person';
import { type Reply } from './reply';

/** Which sending a session belongs to. */
export interface Sending {
  readonly campaign: string;
  readonly occurrence: string;
  readonly group: string;
}

/** What campaigns need of the store. */
export interface CampaignStore {
  running(): Promise<readonly Campaign[]>;
  find(campaign: string): Promise<Campaign | undefined>;
  /** Until when occurrences have been planned. */
  plannedUntil(campaign: string): Promise<Date | undefined>;
  /** True for one instance at a time. */
  claimPlanning(campaign: string, now: Date): Promise<boolean>;
  finishPlanning(campaign: string, until: Date): Promise<void>;
  /** Whom an occurrence goes to, and who is left out: who is away, wants none, or has had her share of the week. */
  recipients(campaign: Campaign, occurrence: string, now: Date): Promise<DryRun>;
  plan(campaign: string, occurrence: string, dueAt: Date, members: readonly Member[]): Promise<void>;
  sendingOf(delivery: string): Promise<Sending | undefined>;
  /** A delivery of which nobody knew whether it arrived: its card has been answered. */
  confirm(delivery: string): Promise<void>;
  addressOf(person: string): Promise<ConversationAddress | undefined>;
  keep(
    response: Sending & { readonly person: string; readonly given: Counted; readonly shared: Shared },
  ): Promise<boolean>;
  /** Takes an answer back, as long as anybody can tell which it is. */
  forget(response: Sending & { readonly person: string }): Promise<void>;
}

/** What a person lets HR read, by step. */
export type Shared = Readonly<Record<string, string>>;

/** What campaigns need of the rest of the house. */
export interface Campaigning {
  readonly store: CampaignStore;
  readonly coaching: Coaching;
  readonly calendar: Calendar;
  /** Remembers which message shows a session. */
  recordMessage(person: string, session: string, message: string): Promise<void>;
  post(
    address: ConversationAddress,
    reply: Reply,
  ): Promise<{ readonly message: string } | { readonly refusal: Refusal }>;
  readonly now: () => Date;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Plans the deliveries of every occurrence that is due, of all running campaigns; instances take turns. */
export async function planDue({ store, calendar, now }: Campaigning): Promise<void> {
  for (const campaign of await store.running()) {
    const from = (await store.plannedUntil(campaign.id)) ?? campaign.launchedAt ?? campaign.createdAt;
    const due = occurrences(campaign.plan, calendar, from, now());
    if (!due.length || !(await store.claimPlanning(campaign.id, now()))) continue;
    for (const { id, at } of due) {
      const { recipients, waiting } = await store.recipients(campaign, id, now());
      await store.plan(campaign.id, id, at, [...recipients, ...waiting]);
      await store.finishPlanning(campaign.id, at);
    }
  }
}

/** Sends a delivery: the first card of the campaign's flow, in a session of the person's own. */
export async function send(campaigning: Campaigning, delivery: Claimed): Promise<Outcome> {
  const { store, coaching, now } = campaigning;
  const campaign = await store.find(delivery.topic);
  const flow = campaign && coaching.flows.get(campaign.flow);
  const address = await store.addressOf(delivery.person);
  if (!campaign || !takesResponses(campaign) || campaign.state === 'cancelled' || !flow || !address)
    return { state: 'cancelled' };
  const session = await coaching.store.begin(delivery.person, flow, delivery.id);
  const standing = standingOf(coaching, session);
  const card = standing?.state.at;
  if (!standing || !card) return { state: 'cancelled' };
  const shown: Guidance = { kind: 'step', ...standing, card, problems: {} };
  const posted = await campaigning.post(address, { kind: 'guidance', guidance: shown });
  if ('refusal' in posted) return outcomeOf(posted.refusal, delivery.attempts, now(), campaigning.random());
  await campaigning.recordMessage(delivery.person, session.id, posted.message);
  return { state: 'sent', message: posted.message };
}

/**
 * The sessions of all people, of which those that a campaign began are counted: what a person answers last, until she erases
 * it, as long as the campaign takes responses. The words that she gives stay in her session.
 */
export function countedBy(campaigning: Campaigning, sessions: SessionStore): SessionStore {
  const { store, coaching } = campaigning;
  async function count(session: Session, person: string): Promise<void> {
    const standing = session.delivery && standingOf(coaching, session);
    if (!session.delivery || !standing || standing.state.status !== 'finished') return;
    await store.confirm(session.delivery);
    const sending = await store.sendingOf(session.delivery);
    const campaign = sending && (await store.find(sending.campaign));
    if (!sending || !campaign || !takesResponses(campaign)) return;
    const given = countable(standing.flow, (step) => standing.state.responses.get(step)?.value ?? null);
    await store.keep({ ...sending, person, given, shared: {} });
  }

  return {
    ...sessions,
    append: async (person, session, move, ended) => {
      // Ahead of the move: where only one of the two is stored she is told so, and presses again.
      await count({ ...session, ended, moves: [...session.moves, move] }, person);
      const kept = await sessions.append(person, session, move, ended);
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
