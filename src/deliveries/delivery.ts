/**
 * A delivery's state. It begins as `planned`, or as `waiting` where the person has no chat with the bot yet. `claimed` means that
 * an instance is working on it. All other states are final. Nobody knows whether an `unknown` one arrived, so it is never sent
 * again. A `declined` one was for a person who wants no campaigns, and HR sees it as sent.
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
 * What a campaign's delivery does in a person's chat: sends a card, sends a postponed card again, reminds of an unanswered card
 * halfway, or replaces a card with thanks or a recall.
 */
export type CampaignPurpose = 'card' | 'reminder' | 'halfway' | 'thanks' | 'recall';

/** Deliveries of no campaign: the welcome, and the look into the roster for name and e-mail. */
export type WelcomePurpose = 'welcome' | 'lookup';

/** Deliveries about a question to HR: the answer, or that HR has closed it. */
const questionPurposes = ['answer', 'closing'] as const;
export type QuestionPurpose = (typeof questionPurposes)[number];

/**
 * Deliveries about a share: tell the receiver about it, or replace that card with a notice. The same for the owner, about what
 * the receiver writes back.
 */
const sharePurposes = ['share', 'unshare', 'understanding', 'noUnderstanding'] as const;
export type SharePurpose = (typeof sharePurposes)[number];

/** Deliveries about a manager's own commitments: ask how it went. */
export type CommitmentPurpose = 'commitment';

export type Purpose = CampaignPurpose | WelcomePurpose | QuestionPurpose | SharePurpose | CommitmentPurpose;

/**
 * The purposes that may be counted outside the store, as in metrics. A reminder would tell that somebody has put a card off or
 * has not answered. What replaces a card would tell that the card was there.
 */
export const countedPurposes: readonly Purpose[] = ['card', 'welcome', 'lookup', ...questionPurposes];

/**
 * A delivery's state as it may be shown outside the store. `declined` becomes `sent`, so that nobody learns who has opted out.
 */
export const shownState = <S extends DeliveryState>(state: S): Exclude<S, 'declined'> | 'sent' =>
  state === 'declined' ? 'sent' : (state as Exclude<S, 'declined'>);

/** Something to send to one person once. */
export interface Delivery {
  readonly id: string;
  /** What it is about: a campaign's id, a question's id, 'welcome' or 'commitments'. */
  readonly topic: string;
  /** Which occurrence of a topic that recurs. */
  readonly occurrence: string;
  readonly purpose: Purpose;
  /** The person's id. While the delivery waits, it is the e-mail or object id that HR has listed. */
  readonly person: string;
  /** The person's group in this campaign, as HR has listed it; '' where there is none. */
  readonly group: string;
  /** How many attempts have been made. */
  readonly attempts: number;
  /** Since when Teams has refused it, always for reasons that pass. */
  readonly refusedSince?: Date;
}

/** A delivery that this instance may send, and from when. */
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
  | CampaignDelivery
  | WelcomeDelivery
  | QuestionDelivery
  | ShareDelivery
  | CommitmentDelivery;

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

/** Why Teams refused something that may work later: it refused the bot's sign-in, was not reached, or asked to wait. */
export type PassingRefusal = 'unauthorised' | 'unreachable' | 'slowed';

/**
 * What the last attempt came to. With `because` and `refusedSince` it was refused for a reason that passes; without both it has a
 * final state.
 */
export interface LastOutcome {
  readonly because?: PassingRefusal;
  readonly refusedSince?: Date;
}

/** The outcome of sending. A `planned` one has surely not arrived, and is tried again at `retryAt`. */
export type SendOutcome =
  | { readonly state: 'sent'; readonly message?: string }
  | { readonly state: 'blocked' | 'not-found' | 'failed' | 'unknown' | 'cancelled' | 'declined' }
  /** `because` is undefined where it was not tried. */
  | { readonly state: 'planned'; readonly retryAt: Date; readonly because?: PassingRefusal };

/** How many deliveries are in each state. Together they are the whole audience. */
export type DeliveryTally = Readonly<Record<DeliveryState, number>>;
