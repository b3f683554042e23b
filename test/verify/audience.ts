import { randomUUID } from 'node:crypto';
import { type Channel, memberNamed } from '../../tools/localTeams/localTeams';
import { type Campaign } from '../../src/campaigns/campaign';
import { addCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { planDeliveries } from '../../src/store/deliveries';
import { dayAfter, dayOf } from '../../src/shared/localTime';
import { aCampaign } from '../campaigns/aCampaign';
import { recipients } from '../deliveries/recipients';
import { sentRun } from '../store/sentRun';

/** The people of a campaign, each with a personal chat; `chats` in the order of `people`. */
export interface Audience {
  readonly campaign: Campaign;
  readonly people: readonly string[];
  readonly chats: readonly ReturnType<Channel['conversation']>[];
}

/** Puts people into the store whom the bot knows and can reach, some at a time. */
export async function addPeople(db: Database, people: readonly { id: string; address: string }[]): Promise<void> {
  const first_seen_at = new Date().toISOString();
  for (let from = 0; from < people.length; from += 500)
    await db
      .insertInto('people')
      .values(people.slice(from, from + 500).map((person) => ({ ...person, first_seen_at })))
      .execute();
}

/** Makes this many people whom the bot knows, each with a personal chat. */
export async function addManagers(db: Database, channel: Channel, size: number): Promise<Omit<Audience, 'campaign'>> {
  const members = Array.from({ length: size }, (_, n) => ({ ...memberNamed(`Chef ${n}`), aadObjectId: randomUUID() }));
  const chats = members.map((member) =>
    channel.conversation({ id: `a:${member.aadObjectId}`, type: 'personal', members: [member] }),
  );
  const addressOf = (chat: (typeof chats)[number]) =>
    JSON.stringify({
      bot: channel.bot,
      channelId: 'msteams',
      serviceUrl: channel.serviceUrl,
      conversation: { id: chat.id, conversationType: 'personal' },
    });
  await addPeople(
    db,
    members.map(({ aadObjectId: id }, n) => ({ id, address: addressOf(chats[n]!) })),
  );
  return { people: members.map(({ aadObjectId }) => aadObjectId), chats };
}

/** So many people with a delivery each, due now: quiet hours would otherwise put them off when this is run at night. */
export async function prepare(
  db: Database,
  serviceKey: Buffer,
  channel: Channel,
  size: number,
  dueAt = new Date(),
): Promise<Audience> {
  const campaign = aCampaign({ id: randomUUID() });
  const { people, chats } = await addManagers(db, channel, size);
  await addCampaign(db, campaign);
  const day = dayOf(dueAt);
  // Sent, as far as the planner knows, and open for longer than this lasts.
  await sentRun(db, serviceKey, { campaign: campaign.id, day, dueAt, answerUntil: dayAfter(day, 7), recipients: size });
  await planDeliveries(db, { topic: campaign.id, occurrence: day, purpose: 'card', dueAt }, recipients(people));
  return { campaign, people, chats };
}

/** Cards that the bot has put into each chat; an update is none. */
export const cardsIn = ({ chats }: Pick<Audience, 'chats'>): number[] =>
  chats.map(({ events }) => events.filter(({ kind }) => kind === 'sent').length);
