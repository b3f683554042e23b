import { type Campaign, takesResponses } from './campaigns/campaign';
import { type Member } from './campaigns/audience';
import { type Calendar } from './campaigns/calendar';
import { occurrences } from './campaigns/schedule';
import { type Guidance, type SessionStore, standingOf, type Coaching, type Standing } from './coaching/coach';
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
  /** Whom an occurrence goes to: without those who are away, opted out or have had their share of the week. */
  recipients(campaign: Campaign, occurrence: string, now: Date): Promise<readonly Member[]>;
  plan(campaign: string, occurrence: string, dueAt: Date, members: readonly Member[]): Promise<void>;
  sendingOf(delivery: string): Promise<Sending | undefined>;
  /** A delivery of which nobody knew whether it arrived: its card has been answered. */
  confirm(delivery: string): Promise<void>;
  addressOf(person: string): Promise<ConversationAddress | undefined>;
  keep(
    response: Sending & { readonly person: string; readonly given: Counted; readonly shared: Shared },
  ): Promise<boolean>;
}

/** What a person lets HR read, by step. */
export type Shared = Readonly<Record<string, string>>;

/** What campaigns need of the rest of the house. */
export interface Campaigning {
  readonly store: CampaignStore;
  readonly coaching: Coaching;
  readonly calendar: Calendar;
  readonly sessions: SessionStore & { recordMessage(person: string, session: string, message: string): Promise<void> };
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
      await store.plan(campaign.id, id, at, await store.recipients(campaign, id, now()));
      await store.finishPlanning(campaign.id, at);
    }
  }
}

/** Sends a delivery: the first card of the campaign's flow, in a session of the person's own. */
export async function send(campaigning: Campaigning, delivery: Claimed): Promise<Outcome> {
  const { store, coaching, sessions, now } = campaigning;
  const campaign = await store.find(delivery.topic);
  const flow = campaign && coaching.flows.get(campaign.flow);
  const address = await store.addressOf(delivery.person);
  if (!campaign || !takesResponses(campaign) || campaign.state === 'cancelled' || !flow || !address)
    return { state: 'cancelled' };
  const session = await sessions.begin(delivery.person, flow, delivery.id);
  const standing = standingOf(coaching, session);
  const card = standing?.state.at;
  if (!standing || !card) return { state: 'cancelled' };
  const shown: Guidance = { kind: 'step', ...standing, card, problems: {} };
  const posted = await campaigning.post(address, { kind: 'guidance', guidance: shown });
  if ('refusal' in posted) return outcomeOf(posted.refusal, delivery.attempts, now(), campaigning.random());
  await sessions.recordMessage(delivery.person, session.id, posted.message);
  return { state: 'sent', message: posted.message };
}

/** Counts what a person has answered to a campaign, as long as it takes responses. */
export async function count(
  { store }: Campaigning,
  person: string,
  { session, flow, state }: Standing,
  shared: Shared,
): Promise<void> {
  if (!session.delivery) return;
  await store.confirm(session.delivery);
  const sending = await store.sendingOf(session.delivery);
  const campaign = sending && (await store.find(sending.campaign));
  if (!sending || !campaign || !takesResponses(campaign)) return;
  const given = countable(flow, (step) => state.responses.get(step)?.value ?? null);
  await store.keep({ ...sending, person, given, shared });
}
