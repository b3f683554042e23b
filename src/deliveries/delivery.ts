/**
 * Where a delivery is. It begins as `planned`, or as `waiting` where the person has no chat with the bot yet; `claimed` is
 * that of an instance at work. All others are ends: of an `unknown` one nobody can tell whether it arrived, so it is never
 * sent again. A `declined` one was for somebody who wants no campaigns: HR is shown it as sent.
 */
export const deliveryStates = [
  'waiting',
  'planned',
  'claimed',
  'sent',
  'blocked',
  'not-found',
  'failed',
  'unknown',
  'cancelled',
  'declined',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * What a campaign's delivery does in a person's chat: brings a card, brings it again because the person has put it off, reminds at
 * half time of one that has not been answered, or puts thanks or a recall in the place of the card.
 */
export type CampaignPurpose = 'card' | 'reminder' | 'halfway' | 'thanks' | 'recall';

/** Of no campaign: it welcomes the person, or looks up the person's name and e-mail in the roster. */
export type WelcomePurpose = 'welcome' | 'lookup';

/** Of a question to HR: brings an answer, or tells that HR has closed it. */
const questionPurposes = ['answer', 'closing'] as const;
export type QuestionPurpose = (typeof questionPurposes)[number];

/**
 * Of something that a colleague shares: tells of it, or puts a notice in the place of that card. The same for its owner, of what the
 * colleague writes back.
 */
const sharePurposes = ['share', 'unshare', 'understanding', 'noUnderstanding'] as const;
export type SharePurpose = (typeof sharePurposes)[number];

/** Of a manager's own commitments: asks how it went. */
export type CommitmentPurpose = 'commitment';

export type Purpose = CampaignPurpose | WelcomePurpose | QuestionPurpose | SharePurpose | CommitmentPurpose;

/**
 * What may be counted outside the store, as in metrics. A reminder would tell that somebody has put a card off or has not answered;
 * what takes the place of a card, that it was there.
 */
export const countedPurposes: readonly Purpose[] = ['card', 'welcome', 'lookup', ...questionPurposes];

/**
 * A delivery's state as it may be shown outside the store. `declined` becomes `sent`, so that nobody learns who has opted out.
 */
export const shownState = <S extends DeliveryState>(state: S): Exclude<S, 'declined'> | 'sent' =>
  state === 'declined' ? 'sent' : (state as Exclude<S, 'declined'>);

/** Something to be sent to one person once. */
export interface Delivery {
  readonly id: string;
  /** What is sent: a campaign's id, a question's, 'welcome' or 'commitments'. */
  readonly topic: string;
  /** Which time of a topic that recurs. */
  readonly occurrence: string;
  readonly purpose: Purpose;
  /** The person's id; as long as it waits, what the person is known as: an object id or an e-mail. */
  readonly person: string;
  /** HR's group that the person belongs to in this campaign; empty where the person has none. */
  readonly group: string;
  /** How many times it has been tried. */
  readonly attempts: number;
  /** Since when it is refused, always for reasons that pass. */
  readonly refusedSince?: Date;
}

/** A delivery that this instance may send, and when its turn comes. */
interface ClaimedTo<P extends Purpose> extends Delivery {
  readonly purpose: P;
  readonly at: Date;
}
/** A delivery of a campaign. */
export type CampaignDelivery = ClaimedTo<CampaignPurpose>;
/** A delivery to a person who has just got the bot. */
export type WelcomeDelivery = ClaimedTo<WelcomePurpose>;
/** A delivery to a person who has sent a question to HR. */
export type QuestionDelivery = ClaimedTo<QuestionPurpose>;
/** A delivery to one of the two people of a share. */
export type ShareDelivery = ClaimedTo<SharePurpose>;

/** Whether a delivery belongs to a share, and not to a campaign, a welcome or a question. */
export const isShareDelivery = (delivery: ClaimedDelivery): delivery is ShareDelivery =>
  (sharePurposes as readonly string[]).includes(delivery.purpose);

/** A delivery to a person who means to do something by its day. */
export type CommitmentDelivery = ClaimedTo<CommitmentPurpose>;
export type ClaimedDelivery =
  CampaignDelivery | WelcomeDelivery | QuestionDelivery | ShareDelivery | CommitmentDelivery;

/** Whether a delivery asks a person about something that the person means to do. */
export const isCommitmentDelivery = (delivery: ClaimedDelivery): delivery is CommitmentDelivery =>
  delivery.purpose === 'commitment';

/** Whether a delivery belongs to a question to HR. */
export const isQuestionDelivery = (delivery: ClaimedDelivery): delivery is QuestionDelivery =>
  (questionPurposes as readonly string[]).includes(delivery.purpose);

/** Whether a delivery belongs to a campaign: every purpose that no other kind has. */
export const isCampaignDelivery = (delivery: ClaimedDelivery): delivery is CampaignDelivery =>
  !isQuestionDelivery(delivery) &&
  !isShareDelivery(delivery) &&
  !isCommitmentDelivery(delivery) &&
  delivery.purpose !== 'welcome' &&
  delivery.purpose !== 'lookup';

/**
 * Why something was refused that may go through later: the bot's sign-in was refused, the channel was not reached, or it asked to
 * wait.
 */
export type PassingRefusal = 'unauthorised' | 'unreachable' | 'slowed';

/** What the last attempt came to: refused for a reason that passes, and since when; without both it came to an end. */
export interface LastOutcome {
  readonly because?: PassingRefusal;
  readonly refusedSince?: Date;
}

/** What came of sending; a `planned` one was not delivered for sure, and is tried again at `retryAt`. */
export type SendOutcome =
  | { readonly state: 'sent'; readonly message?: string }
  | { readonly state: 'blocked' | 'not-found' | 'failed' | 'unknown' | 'cancelled' | 'declined' }
  /** Without a reason it was not tried. */
  | { readonly state: 'planned'; readonly retryAt: Date; readonly because?: PassingRefusal };

/** How many deliveries are in each state; together they are the audience. */
export type DeliveryTally = Readonly<Record<DeliveryState, number>>;
