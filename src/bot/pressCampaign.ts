import { z } from 'zod';
import { nextMorning, type Calendar } from '../campaigns/calendar';
import { type Campaign } from '../campaigns/campaign';
import { sessionStateOf } from '../coaching/coach';
import { dayAfter, dayInWords, dayOf } from '../shared/localTime';
import { type Sender } from './pressGuide';
import { type Reply } from './reply';
import { fill, type Texts } from '../shared/texts';
import { type Sending } from '../campaigns/ports';
import { type CampaignResponseStore } from './ports';
import { type CoachDeps, type Session } from '../coaching/ports';
import { type SessionState } from '../coaching/guidance';

/** What a manager's side of campaigns needs from the rest of the service. */
export interface CampaignPressDeps {
  readonly texts: Texts;
  readonly coaching: CoachDeps;
  readonly calendar: Calendar;
  readonly campaigns: CampaignResponseStore;
}

/** Buttons on what HR has sent. The reply replaces their card, and each may be pressed twice. */
const verbs = ['snooze', 'optOut', 'confirmOptOut', 'keep', 'optIn'] as const;
type Verb = (typeof verbs)[number];

/** Whether a press belongs to a campaign's card. `verb` comes from the wire and may be any text. */
export const isCampaignVerb = (verb: string): verb is Verb => (verbs as readonly string[]).includes(verb);

/** The session whose card has the button; undefined where the person used a command. */
const About = z.object({ session: z.string().max(100).optional() });

/**
 * Handles a button on a card that HR has sent, and returns the replies. The first one takes the place of the card.
 * `data` came over the wire. Where it is not as expected, the reply says so and nothing is stored.
 */
export async function pressCampaign(
  deps: CampaignPressDeps,
  speaker: Sender,
  verb: Verb,
  data: unknown,
): Promise<Reply[]> {
  const { texts, coaching, campaigns } = deps;
  const { person } = speaker;
  if (!speaker.personal) return [{ kind: 'sentence', text: texts.coaching.personalOnly }];
  const id = About.safeParse(data).data?.session;
  const session = id === undefined ? undefined : await coaching.store.find(person, id);
  switch (verb) {
    case 'snooze':
      return [await snooze(deps, person, session)];
    case 'optOut':
      return [await askOptOut(deps, person, session?.id)];
    case 'confirmOptOut':
      await campaigns.optOut(person, coaching.now());
      return [{ kind: 'optedOut', session: session?.id }];
    case 'keep':
      return [(await cardAgain(deps, session)) ?? { kind: 'notice', text: texts.campaigns.optOut.kept }];
    case 'optIn':
      await campaigns.optIn(person);
      return [(await cardAgain(deps, session, texts.campaigns.optOut.undone)) ?? undone(deps)];
  }
}

/** Asks once whether the person wants no more campaigns ("avstå utskick"). A person who has already opted out gets that said. */
export const askOptOut = async (
  { campaigns }: CampaignPressDeps,
  person: string,
  session?: string,
): Promise<Reply> => ({
  kind: (await campaigns.isOptedOut(person)) ? 'optedOut' : 'optingOut',
  session,
});

/** Sends a person campaigns again ("få utskick"), and returns the reply that says so. */
export async function optIn(deps: CampaignPressDeps, person: string): Promise<Reply> {
  await deps.campaigns.optIn(person);
  return undone(deps);
}

const undone = ({ texts }: CampaignPressDeps): Reply => ({ kind: 'notice', text: texts.campaigns.optOut.undone });

/** Asks again on the next working morning, as long as the campaign sends and the person has not answered. */
async function snooze(deps: CampaignPressDeps, person: string, session: Session | undefined): Promise<Reply> {
  const { texts, coaching, calendar, campaigns } = deps;
  const found = session && (await campaignOf(deps, session));
  const isSending = found?.sending.takesAnswers && ['running', 'paused'].includes(found.campaign.state);
  const optedOut = await campaigns.isOptedOut(person);
  if (!isSending || optedOut || !session || hasAnswered(session))
    return (
      (await cardAgain(deps, session, texts.campaigns.notAgain)) ?? { kind: 'notice', text: texts.campaigns.notAgain }
    );
  const now = coaching.now();
  const due = await campaigns.remind({ ...found.sending, person }, nextMorning(calendar, now));
  const { snoozed, snoozedTo } = texts.campaigns;
  const isTomorrow = dayOf(due) === dayAfter(dayOf(now));
  return { kind: 'notice', text: isTomorrow ? snoozed : fill(snoozedTo, { day: dayInWords(due) }) };
}

/** Whether a person has pressed at least one _Nästa_ in a session, or has finished it. */
export const hasAnswered = ({ ended, moves }: Session): boolean => ended || moves.some(({ kind }) => kind === 'next');

async function campaignOf(
  { campaigns }: CampaignPressDeps,
  { delivery }: Session,
): Promise<{ readonly sending: Sending; readonly campaign: Campaign } | undefined> {
  const sending = delivery === undefined ? undefined : await campaigns.sendingOf(delivery);
  const campaign = sending && (await campaigns.find(sending.campaign));
  return campaign && { sending, campaign };
}

/** The card that a session is on, or its summary. It makes no move. */
async function cardAgain(
  { coaching }: CampaignPressDeps,
  session: Session | undefined,
  notice?: string,
): Promise<Reply | undefined> {
  const current = session && (await sessionStateOf(coaching, session));
  return current && { kind: 'guidance', guidance: sessionView(current), notice };
}

/** A session's card: the step that the person is on, or the summary where no step is left. */
export const sessionView = (current: SessionState): Extract<Reply, { kind: 'guidance' }>['guidance'] => {
  const card = current.state.at;
  return card ? { kind: 'step', ...current, card, problems: {} } : { kind: 'summary', ...current };
};

/** Adds the campaign's footer to cards that HR has sent, as long as the run takes answers. */
export const withCampaignFooter = (deps: CampaignPressDeps, replies: readonly Reply[]): Promise<Reply[]> =>
  Promise.all(
    replies.map(async (reply) => {
      if (reply.kind !== 'guidance' || reply.guidance.kind !== 'step') return reply;
      const found = await campaignOf(deps, reply.guidance.session);
      return found?.sending.takesAnswers
        ? { ...reply, sent: { least: found.campaign.least, until: found.sending.answerUntil } }
        : reply;
    }),
  );
