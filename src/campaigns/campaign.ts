import { type PassingRefusal } from '../deliveries/delivery';
import { type Plan } from './schedule';

/** Who gets a campaign: everybody with the bot, or the people of a group that HR keeps. */
export type Audience = { readonly kind: 'everyone' } | { readonly kind: 'group'; readonly group: string };

/**
 * A campaign's state. Only HR sees a `draft`. A campaign to many people is `awaiting` a second person's approval. A `running` one
 * sends its runs when they are due, and is `closed` by itself after the last run is published. A `paused` one sends nothing.
 * `cancelled` stops what has not been sent; what has been sent takes answers until its time is over. `recalled` also replaces the
 * cards that have been sent. A `template` is there to be copied.
 */
export type CampaignState =
  | 'template'
  | 'draft'
  | 'awaiting'
  | 'running'
  | 'paused'
  | 'cancelled'
  | 'recalled'
  | 'closed';

/** Why the service pauses a campaign by itself. A campaign that Teams only slows down goes on. */
export type PauseReason = Exclude<PassingRefusal, 'slowed'>;

/** A flow, an audience and a time. */
export interface Campaign {
  readonly id: string;
  readonly title: string;
  /** The flow's id. */
  readonly flow: string;
  readonly plan: Plan;
  /** Working days in which people can answer. The day of the sending is the first. */
  readonly answerDays: number;
  readonly audience: Audience;
  readonly state: CampaignState;
  /** Counts the changes, so that nobody overwrites another person's change. */
  readonly revision: number;
  /** Answers that a group must have before any of them are shown. It cannot change after the launch. */
  readonly least: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly launchedBy?: string;
  readonly launchedAt?: Date;
  readonly closedAt?: Date;
  /** What HR promises to do about the answers, for runs that have no promise of their own. */
  readonly promise?: string;
  /** Why the service has paused it, and since when sending fails. */
  readonly failing?: { readonly because: PauseReason; readonly since: Date };
}

/** What HR can do with a stored campaign. */
export type CampaignAction = 'launch' | 'approve' | 'pause' | 'resume' | 'cancel' | 'recall' | 'close';

const transitions: Readonly<
  Record<CampaignAction, { readonly from: readonly CampaignState[]; readonly to: CampaignState }>
> = {
  launch: { from: ['draft'], to: 'running' },
  approve: { from: ['awaiting'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  cancel: { from: ['awaiting', 'running', 'paused'], to: 'cancelled' },
  recall: { from: ['running', 'paused', 'cancelled'], to: 'recalled' },
  close: { from: ['running', 'paused', 'cancelled'], to: 'closed' },
};

/** Why an action is refused: the campaign's state does not allow it, or nobody may approve their own launch. */
export type TransitionRefusal = 'notNow' | 'ownLaunch';

/**
 * The campaign after an action of the person `by`, or why the action is refused. A launch with more than `approvalOver`
 * recipients (`size`) waits for a second person's approval.
 */
export function transition(
  { failing: _, ...campaign }: Campaign,
  action: CampaignAction,
  { by, now, size, approvalOver }: { by: string; now: Date; size: number; approvalOver: number },
): Campaign | TransitionRefusal {
  const { from, to } = transitions[action];
  if (!from.includes(campaign.state)) return 'notNow';
  switch (action) {
    case 'launch': {
      const waits = size > approvalOver;
      return { ...campaign, state: waits ? 'awaiting' : to, launchedBy: by, ...(!waits && { launchedAt: now }) };
    }
    case 'approve':
      return by === campaign.launchedBy ? 'ownLaunch' : { ...campaign, state: to, launchedAt: now };
    case 'close':
    case 'recall':
      return { ...campaign, state: to, closedAt: now };
    default:
      return { ...campaign, state: to };
  }
}

/** A copy of a campaign, as a draft or a template of the person in `own`. */
export const duplicate = (
  { title, flow, plan, answerDays, audience, least }: Campaign,
  own: Pick<Campaign, 'id' | 'createdBy' | 'createdAt'>,
  state: 'draft' | 'template' = 'draft',
): Campaign => ({ title, flow, plan, answerDays, audience, least, state, revision: 0, ...own });

/** The actions that are allowed for a campaign in this state. */
export const actionsIn = (state: CampaignState): CampaignAction[] =>
  (Object.keys(transitions) as CampaignAction[]).filter((action) => transitions[action].from.includes(state));
