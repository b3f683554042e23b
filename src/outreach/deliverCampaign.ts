import { type Campaign } from '../campaigns/campaign';
import { reportOf } from '../campaigns/report';
import { sessionStateOf } from '../coaching/coach';
import { countableQuestions } from '../coaching/countable';
import { type Guidance } from '../coaching/guidance';
import { type CampaignDelivery, type ClaimedDelivery, type SendOutcome } from '../deliveries/delivery';
import { outcomeOfRefusal } from '../deliveries/retry';
import { type ConversationAddress } from '../people/person';
import { fill } from '../shared/texts';
import { type CampaignDeps } from './campaignDeps';
import { deliverReminder } from './deliverReminder';

/** Sends a delivery: a card, or what takes its place. */
export async function deliverCampaign(campaigning: CampaignDeps, delivery: CampaignDelivery): Promise<SendOutcome> {
  const { store, now, random } = campaigning;
  const [campaign, { address, optedOut }] = await Promise.all([
    store.find(delivery.topic),
    store.reach(delivery.person),
  ]);
  // The person may have opted out after the delivery was planned. A recall is sent all the same: it only takes a card back.
  const isUnwanted = optedOut && delivery.purpose !== 'recall';
  if (!campaign || !address) return { state: 'cancelled' };
  if (isUnwanted) return { state: 'declined' };
  const send = { card: sendCard, reminder: deliverReminder, thanks: replaceCard, recall: replaceCard }[
    delivery.purpose
  ];
  const posted = await send(campaigning, campaign, delivery, address);
  if (!posted) return { state: 'cancelled' };
  if (posted === 'unneeded') return { state: 'sent' };
  if ('refusal' in posted) return outcomeOfRefusal(posted.refusal, delivery.attempts, now(), random());
  return { state: 'sent', message: posted.message };
}

/** The first card of the campaign's flow, in a session of the person's own. */
async function sendCard(
  campaigning: CampaignDeps,
  campaign: Campaign,
  { id, person }: ClaimedDelivery,
  address: ConversationAddress,
) {
  const { coaching } = campaigning;
  const flow = coaching.flows.get(campaign.flow);
  if (campaign.state !== 'running' || !flow) return undefined;
  const session = await coaching.store.begin(person, flow, id);
  const current = sessionStateOf(coaching, session);
  const card = current?.state.at;
  if (!current || !card) return undefined;
  const shown: Guidance = { kind: 'step', ...current, card, problems: {} };
  const sent = { least: campaign.least };
  const posted = await campaigning.post(address, { kind: 'guidance', guidance: shown, sent });
  if ('message' in posted) await campaigning.recordMessage(person, session.id, posted.message);
  return posted;
}

/** Thanks with the group's result, or a recall, where the card stood; what she answered stays under "mina svar". */
async function replaceCard(
  campaigning: CampaignDeps,
  campaign: Campaign,
  delivery: ClaimedDelivery,
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
  { texts, coaching, store }: CampaignDeps,
  campaign: Campaign,
  occurrence: string,
): Promise<string> {
  const { flow: id, title } = campaign;
  const published = (await store.publishedOf(campaign.id)).get(occurrence);
  const flow = coaching.flows.get(id);
  const questions = flow ? countableQuestions(flow, coaching.scale) : [];
  if (!questions.length) return fill(texts.closedInWords, { title });
  const together = published && reportOf(published, questions).together;
  const lines = together?.rows.flatMap(({ question, options }) => [
    question,
    ...options.map(({ label, percent }) => `- ${label}: ${percent} %`),
  ]);
  return lines?.length ? [fill(texts.thanks, { title }), lines.join('\n')].join('\n\n') : fill(texts.closed, { title });
}
