import { type Campaign, type CampaignState, takesResponses } from './campaigns/campaign';
import { type Released } from './campaigns/release';
import { type DryRun, type Member } from './campaigns/audience';
import { type Calendar } from './campaigns/calendar';
import { reportOf } from './campaigns/report';
import { occurrences } from './campaigns/schedule';
import { type Coaching, type Guidance, type Session, type SessionStore, standingOf } from './coaching/coach';
import { countable, questionsOf, type Counted } from './coaching/counted';
import { sharedWords } from './coaching/sharing';
import { type CampaignPurpose, type Claimed, type OfCampaign, type Outcome } from './deliveries/delivery';
import { outcomeOf, type Refusal } from './deliveries/outcome';
import { type ConversationAddress } from './people/person';
import { remind } from './reminding';
import { type Reply } from './reply';
import { fill, type Texts } from './texts';

/** Which sending a session belongs to. */
export interface Sending {
  readonly campaign: string;
  readonly occurrence: string;
  readonly group: string;
}

/** What campaigns need of the store. */
export interface CampaignStore {
  running(): Promise<readonly Campaign[]>;
  add(campaign: Campaign): Promise<void>;
  /** False where it was no longer in the state that it had been read in. */
  change(campaign: Campaign, from: CampaignState): Promise<boolean>;
  /** Those that have ended, and whose end has not been seen to. */
  unsettled(): Promise<readonly Campaign[]>;
  settle(campaign: string, now: Date): Promise<void>;
  cancelPlanned(campaign: string, now: Date): Promise<void>;
  /** Plans that the cards in people's chats give way to something else. */
  replace(campaign: string, purpose: CampaignPurpose, now: Date): Promise<void>;
  /** The session of the card that a person got, and the message that shows it. */
  cardOf(delivery: Claimed): Promise<{ readonly session?: string; readonly message?: string }>;
  /** Moves on what HR may see, and gives it. */
  release(campaign: Campaign, occurrence: string, closing: boolean): Promise<Released>;
  /** Occurrence -> group -> how many it goes to. */
  occurrencesOf(campaign: string): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>>;
  forgetResponses(campaign: string): Promise<void>;
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
  /** Where a person is reached, and whether she wants no campaigns. */
  reach(person: string): Promise<{ readonly address?: ConversationAddress; readonly optedOut: boolean }>;
  keep(
    response: Sending & { readonly person: string; readonly given: Counted; readonly shared: Shared },
  ): Promise<boolean>;
  /** Takes an answer back, as long as anybody can tell which it is. */
  forget(response: Sending & { readonly person: string }): Promise<void>;
}

/** What a person lets HR read, by step. */
export type Shared = ReturnType<typeof sharedWords>;

/** What campaigns need of the rest of the house. */
export interface Campaigning {
  readonly store: CampaignStore;
  readonly coaching: Coaching;
  readonly calendar: Calendar;
  readonly texts: Texts['campaigns'];
  /** Remembers which message shows a session. */
  recordMessage(person: string, session: string, message: string): Promise<void>;
  post(
    address: ConversationAddress,
    reply: Reply,
  ): Promise<{ readonly message: string } | { readonly refusal: Refusal }>;
  /** Puts a reply in the place of a message. */
  replace(address: ConversationAddress, message: string, reply: Reply): ReturnType<Campaigning['post']>;
  readonly now: () => Date;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Plans the deliveries of every occurrence that is due, of all running campaigns; instances take turns. */
export async function planDue({
  store,
  calendar,
  now,
}: Pick<Campaigning, 'store' | 'calendar' | 'now'>): Promise<void> {
  for (const campaign of await store.running()) {
    const from = (await store.plannedUntil(campaign.id)) ?? campaign.launchedAt ?? campaign.createdAt;
    const due = occurrences(campaign.plan, calendar, from, now());
    if (!due.length || !(await store.claimPlanning(campaign.id, now()))) continue;
    for (const { id, at } of due) {
      const { recipients, waiting } = await store.recipients(campaign, id, now());
      await store.plan(campaign.id, id, at, [...recipients, ...waiting]);
    }
    // Once all are there: two may come at the same moment, and planning again does no harm.
    await store.finishPlanning(campaign.id, due.at(-1)!.at);
  }
}

/** Sends a delivery: a card, or what takes its place. */
export async function send(campaigning: Campaigning, delivery: OfCampaign): Promise<Outcome> {
  const { store, now, random } = campaigning;
  const [campaign, { address, optedOut }] = await Promise.all([
    store.find(delivery.topic),
    store.reach(delivery.person),
  ]);
  // She may have said so since it was planned; a recall only takes back.
  const isUnwanted = optedOut && delivery.purpose !== 'recall';
  if (!campaign || !address || isUnwanted) return { state: 'cancelled' };
  const does = { card: bring, reminder: remind, thanks: putInPlace, recall: putInPlace }[delivery.purpose];
  const posted = await does(campaigning, campaign, delivery, address);
  if (!posted) return { state: 'cancelled' };
  if ('refusal' in posted) return outcomeOf(posted.refusal, delivery.attempts, now(), random());
  return { state: 'sent', message: posted.message };
}

/** The first card of the campaign's flow, in a session of the person's own. */
async function bring(
  campaigning: Campaigning,
  campaign: Campaign,
  { id, person }: Claimed,
  address: ConversationAddress,
) {
  const { coaching } = campaigning;
  const flow = coaching.flows.get(campaign.flow);
  if (campaign.state !== 'running' || !flow) return undefined;
  const session = await coaching.store.begin(person, flow, id);
  const standing = standingOf(coaching, session);
  const card = standing?.state.at;
  if (!standing || !card) return undefined;
  const shown: Guidance = { kind: 'step', ...standing, card, problems: {} };
  const sent = { least: campaign.least };
  const posted = await campaigning.post(address, { kind: 'guidance', guidance: shown, sent });
  if ('message' in posted) await campaigning.recordMessage(person, session.id, posted.message);
  return posted;
}

/** Thanks with the group's result, or a recall, where the card stood; what she answered stays under "mina svar". */
async function putInPlace(
  campaigning: Campaigning,
  campaign: Campaign,
  delivery: Claimed,
  address: ConversationAddress,
) {
  const { store, texts } = campaigning;
  const { message } = await store.cardOf(delivery);
  if (!message) return undefined;
  const text =
    delivery.purpose === 'recall'
      ? fill(texts.recalled, { title: campaign.title })
      : await thanksFor(campaigning, campaign, delivery.occurrence);
  return campaigning.replace(address, message, { kind: 'notice', text });
}

/** "Tack! Så svarade de som fick frågan …": what HR sees of all together, and nothing else. */
async function thanksFor(
  { texts, coaching, store }: Campaigning,
  campaign: Campaign,
  occurrence: string,
): Promise<string> {
  const { flow: id, title, least } = campaign;
  const released = await store.release(campaign, occurrence, true);
  const sizes = (await store.occurrencesOf(campaign.id)).get(occurrence) ?? new Map<string, number>();
  const flow = coaching.flows.get(id);
  const questions = flow ? questionsOf(flow, coaching.scale) : [];
  if (!questions.length) return fill(texts.closedInWords, { title });
  const { together } = reportOf(released, questions, sizes, least);
  const lines = together?.rows.flatMap(({ question, options }) => [
    question,
    ...options.map(({ label, percent }) => `- ${label}: ${percent} %`),
  ]);
  return lines?.length ? [fill(texts.thanks, { title }), lines.join('\n')].join('\n\n') : fill(texts.closed, { title });
}

/**
 * The sessions of all people, of which those that a campaign began are counted: what a person answers last, until she erases
 * it, as long as the campaign takes responses. The words that she gives stay in her session, but those that she shares.
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
    const given = countable(standing.flow, coaching.scale, (step) => standing.state.responses.get(step)?.value ?? null);
    await store.keep({ ...sending, person, given, shared: sharedWords(standing) });
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
