import { isOpen, nextMorning } from '../campaigns/calendar';
import { type Campaign } from '../campaigns/campaign';
import { type PublishedResults } from '../campaigns/publish';
import { reportOf, type ReportQuestion } from '../campaigns/report';
import { sessionStateOf } from '../coaching/coach';
import { countableQuestions } from '../coaching/countable';
import { type Guidance } from '../coaching/guidance';
import { type CampaignDelivery, type ClaimedDelivery, type SendOutcome } from '../deliveries/delivery';
import { outcomeOfRefusal } from '../deliveries/retry';
import { type ConversationAddress } from '../people/person';
import { dayOf, mondayOf } from '../shared/localTime';
import { type Reply } from '../bot/reply';
import { fill } from '../shared/texts';
import { type CampaignDeps } from './campaignDeps';
import { deliverHalfway } from './deliverHalfway';
import { deliverReminder } from './deliverReminder';

/**
 * Sends one delivery of a campaign: the card, a reminder, the thanks, or the recall of a card. Returns the outcome to store: `sent`
 * with the id of the message, `cancelled` where the campaign or the chat is gone, `declined` where the person opted out after it was
 * planned, what hinders a new card at the moment, or what a refusal of Teams leads to.
 */
export async function deliverCampaign(campaigning: CampaignDeps, delivery: CampaignDelivery): Promise<SendOutcome> {
  const { store } = campaigning;
  const [campaign, { address, optedOut }] = await Promise.all([
    store.find(delivery.topic),
    store.reach(delivery.person),
  ]);
  // The person may have opted out after the delivery was planned. A recall is sent all the same: it only takes a card back.
  const isUnwanted = optedOut && delivery.purpose !== 'recall';
  if (!campaign || !address) return { state: 'cancelled' };
  if (isUnwanted) return { state: 'declined' };
  const hindered = isNew(delivery) ? await hindrance(campaigning, campaign, delivery) : undefined;
  if (hindered) return hindered;
  if (delivery.purpose === 'halfway') return deliverHalfway(campaigning, campaign, delivery, address);
  const send = { card: sendCard, reminder: deliverReminder, thanks: replaceCard, recall: replaceCard }[
    delivery.purpose
  ];
  const posted = await send(campaigning, campaign, delivery, address);
  if (!posted) return { state: 'cancelled' };
  if (posted === 'unneeded') return { state: 'sent' };
  if ('refusal' in posted) return outcomeOfRefusal(posted.refusal, delivery, campaigning);
  return { state: 'sent', message: posted.message };
}

/** What is new in a chat, and not a replacement. */
const isNew = ({ purpose }: CampaignDelivery): boolean =>
  purpose === 'card' || purpose === 'reminder' || purpose === 'halfway';

/**
 * Why a new delivery is not sent now; undefined where it may be sent. Its time is over, the campaign has just been paused, or its
 * next attempt would be at night. Or it would come in a later week in which the person has another card, or the person has been
 * reminded today.
 */
async function hindrance(
  { store, calendar, now, nextOpen }: CampaignDeps,
  { id, state }: Campaign,
  delivery: CampaignDelivery,
): Promise<SendOutcome | undefined> {
  const { occurrence, purpose, refusedSince } = delivery;
  const run = await store.findRun({ campaign: id, day: occurrence });
  const isOver = run && (run.state === 'published' || run.answerUntil < dayOf(now()));
  if (isOver) return { state: 'cancelled' };
  const isLate = refusedSince !== undefined && !isOpen(calendar, now());
  if (state === 'paused' || isLate) return { state: 'planned', retryAt: nextOpen(now()) };
  // The limit for the run's own week was applied when the run was planned.
  const isMoved = purpose === 'card' && run && mondayOf(dayOf(run.dueAt)) !== mondayOf(dayOf(now()));
  if (isMoved && (await store.hasOtherCard(delivery, now()))) return { state: 'cancelled' };
  // One thing a day: a person who has been reminded of own commitments today gets the card tomorrow, if it can still be
  // answered then.
  const tomorrow = nextMorning(calendar, now());
  const isInTime = !run || dayOf(tomorrow) < run.answerUntil;
  if (isInTime && (await store.hasReminder(delivery.person, dayOf(now()))))
    return { state: 'planned', retryAt: tomorrow };
  return undefined;
}

/** The first card of the campaign's flow, in a new session of the person. */
async function sendCard(
  campaigning: CampaignDeps,
  campaign: Campaign,
  { id, person }: ClaimedDelivery,
  address: ConversationAddress,
) {
  const { coaching } = campaigning;
  const flow = await coaching.flows.get(campaign.flow);
  if (campaign.state !== 'running' || !flow) return undefined;
  const session = await coaching.store.begin(person, flow, id);
  const current = await sessionStateOf(coaching, session);
  const card = current?.state.at;
  if (!current || !card) return undefined;
  const shown: Guidance = { kind: 'step', ...current, card, problems: {} };
  const { answerUntil: until = '' } = (await campaigning.store.sendingOf(id)) ?? {};
  const sent = { least: campaign.least, until };
  const posted = await campaigning.post(address, { kind: 'guidance', guidance: shown, sent });
  if ('message' in posted) await campaigning.recordMessage(person, session.id, posted.message);
  return posted;
}

/** Replaces the card with thanks and the group's result, or with a recall. What the person answered stays under "mina svar". */
async function replaceCard(
  campaigning: CampaignDeps,
  campaign: Campaign,
  delivery: ClaimedDelivery,
  address: ConversationAddress,
) {
  const { store, texts } = campaigning;
  const { message } = await store.cardOf(delivery);
  if (!message) return undefined;
  const reply: Reply =
    delivery.purpose === 'recall'
      ? { kind: 'notice', text: fill(texts.recalled, { title: campaign.title }) }
      : await thanksFor(campaigning, campaign, delivery);
  return campaigning.replace(address, message, reply);
}

/**
 * How the person's group answered, or everybody where the group is not shown: exactly what HR sees, with what HR has promised and
 * a guide that fits.
 */
async function thanksFor(
  { invitationTexts, coaching, store }: CampaignDeps,
  { id, title, flow: flowId }: Campaign,
  { occurrence, group }: ClaimedDelivery,
): Promise<Reply> {
  const [published, run] = await Promise.all([store.publishedOf(id), store.findRun({ campaign: id, day: occurrence })]);
  const flow = await coaching.flows.get(flowId);
  if (flow?.invites !== undefined) return { kind: 'notice', text: invitationTexts.closed };
  const questions = flow ? countableQuestions(flow, coaching.scale) : [];
  return {
    kind: 'thanks',
    title,
    result: questions.length ? resultFor(published.get(occurrence), questions, group) : 'inWords',
    ...(run?.promise && { promise: run.promise }),
    ...(flow?.guide && { guide: flow.guide }),
  };
}

function resultFor(
  published: PublishedResults | undefined,
  questions: readonly ReportQuestion[],
  own: string,
): Extract<Reply, { kind: 'thanks' }>['result'] {
  const { groups = [], together } = published ? reportOf(published, questions) : {};
  const ofGroup = own ? groups.find(({ group, rows }) => group === own && rows.length > 0) : undefined;
  const section = ofGroup ?? together;
  return section?.rows.length ? { ...(ofGroup && { group: own }), section } : 'tooFew';
}
