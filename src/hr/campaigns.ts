import { randomUUID } from 'node:crypto';
import { applyAction, approvalOver } from '../campaigns/transitions';
import { duplicate, type CampaignAction, type Campaign, type PauseReason } from '../campaigns/campaign';
import { Draft } from '../campaigns/draft';
import { nextRunDate } from '../campaigns/schedule';
import { dayOf, momentAt } from '../shared/localTime';
import { type DeliveryState, type DeliveryTally } from '../deliveries/delivery';
import { type HrService } from './hrService';
import { type Actor } from '../campaigns/ports';
import { latestFlow, whyNotSent } from './sendable';
import { besideOf, draftOf, entryOf, type CampaignEntry } from './campaignList';
import { Declined } from './declined';
import { type PushCounts } from './ports';
import { hrTexts } from '../shared/catalogues';

/** Deliveries as HR sees them. A person who wants no campaigns looks like everybody else. */
export type ShownDeliveryState = Exclude<DeliveryState, 'declined'>;
type ShownTally = Readonly<Record<ShownDeliveryState, number>>;
function shownTally({ declined, ...tally }: DeliveryTally): ShownTally {
  const states = Object.keys(tally) as ShownDeliveryState[];
  const mostOthers = states.reduce((most, state) => (tally[state] > tally[most] ? state : most), 'sent');
  // While nothing gets through, deliveries shown as sent would be those of people who want none.
  const like = tally.sent ? 'sent' : mostOthers;
  return { ...tally, [like]: tally[like] + declined };
}

/** A campaign with its deliveries. */
export interface CampaignView extends CampaignEntry {
  readonly tally: ShownTally;
  /** Why the service has paused the campaign, and since when sending fails; undefined where it has not. */
  readonly failing?: { readonly because: PauseReason; readonly since: string };
}

/** The error to throw where there is no such campaign. */
export const notFound = () => new Declined('notFound', hrTexts.gone.campaign);
const notDraft = () => new Declined('conflict', hrTexts.campaigns.draftsOnly);

/** The error to throw where somebody else has changed the campaign since the page was loaded. */
export const changedMeanwhile = () => new Declined('conflict', hrTexts.campaigns.changed);

/** A campaign with its deliveries by state. @throws {Declined} `notFound` */
export async function campaignView(hr: HrService, id: string, by: Actor): Promise<CampaignView> {
  return viewOf(hr, await found(hr, id), by);
}

/**
 * Stores a new draft, or with `id` changes an existing draft or template. `json` is the form on HR's page.
 * @throws {Declined} `invalid` with the fields that are wrong, `notFound`, or `conflict` where the campaign is no draft any more
 * or has been changed meanwhile
 */
export async function writeDraft(hr: HrService, json: unknown, by: Actor, id?: string): Promise<CampaignView> {
  const draft = await checked(hr, json);
  const { store, now } = hr.campaigning;
  if (id === undefined) {
    const made: Campaign = {
      ...draft,
      id: randomUUID(),
      state: 'draft',
      revision: 0,
      createdBy: by.id,
      createdAt: now(),
    };
    await store.add(made);
    await hr.record(by, 'draft', made.id);
    return viewOf(hr, made, by);
  }
  const before = await found(hr, id);
  if (before.state !== 'draft' && before.state !== 'template') throw notDraft();
  const seen = seenRevision(json) ?? before.revision;
  const changed = { ...before, ...draft, revision: seen };
  if (!(await store.change(changed))) throw changedMeanwhile();
  await hr.record(by, 'change', id);
  return viewOf(hr, { ...changed, revision: seen + 1 }, by);
}

/**
 * Copies a campaign into a new draft or a new template, with the latest version of its question.
 * @throws {Declined} `notFound`
 */
export async function copyCampaign(
  hr: HrService,
  id: string,
  by: Actor,
  as: 'draft' | 'template',
): Promise<CampaignView> {
  const { store, now } = hr.campaigning;
  const before = await found(hr, id);
  const latest = { ...before, flow: await latestFlow(hr, before.flow) };
  const copy = duplicate(latest, { id: randomUUID(), createdBy: by.id, createdAt: now() }, as);
  await store.add(copy);
  await hr.record(by, as === 'draft' ? 'duplicate' : 'template', copy.id);
  return viewOf(hr, copy, by);
}

/** Deletes a draft or a template. @throws {Declined} `notFound`, or `conflict` where the campaign has been launched */
export async function deleteCampaign(hr: HrService, id: string, by: Actor): Promise<void> {
  await found(hr, id);
  if (!(await hr.remove(id))) throw new Declined('conflict', hrTexts.campaigns.sentStays);
  await hr.record(by, 'remove', id);
}

/**
 * Carries out an action (launch, approve, pause, resume, cancel, recall, close) on a campaign. `seen` is the revision that the
 * page showed; without it the action applies to the latest. A launch and an approval check the campaign first, as a draft is
 * checked.
 * @throws {Declined} `notFound`, `invalid` with the fields that are wrong, or `conflict` where the action is not allowed now
 */
export async function changeCampaignState(
  hr: HrService,
  id: string,
  action: CampaignAction,
  by: Actor,
  seen?: number,
): Promise<CampaignView> {
  const campaign = await found(hr, id);
  const revision = seen ?? campaign.revision;
  const begins =
    (action === 'launch' && campaign.state === 'draft') || (action === 'approve' && campaign.state === 'awaiting');
  if (begins) await checked(hr, draftOf(campaign), action);
  const done = await applyAction({ ...hr.campaigning, record: hr.record }, { id, revision }, action, by);
  if (done === 'unknown') throw notFound();
  if (done === 'ownLaunch') throw new Declined('conflict', hrTexts.campaigns.otherApproves);
  if (done === 'changed') throw changedMeanwhile();
  if (done === 'notNow') throw new Declined('conflict', hrTexts.campaigns.tooLate);
  return viewOf(hr, done, by);
}

/** What the first run would do. People who want no campaigns are among the recipients, so that HR cannot tell who they are. */
export interface Trial {
  readonly recipients: number;
  readonly waiting: number;
  readonly absent: number;
  readonly capped: number;
  readonly pushes: PushCounts;
  /** Whether a second person has to approve it. */
  readonly needsApproval: boolean;
}

/**
 * Counts whom the first run would reach and how many pushes those people have got this month. Sends nothing.
 * @throws {Declined} `notFound`
 */
export async function trialOf(hr: HrService, id: string): Promise<Trial> {
  const { store, now } = hr.campaigning;
  const campaign = await found(hr, id);
  const { recipients, waiting, optedOut, absent, capped } = await store.recipients(
    campaign,
    dueNext(hr, campaign),
    now(),
  );
  const reached = [...recipients, ...optedOut];
  return {
    recipients: reached.length,
    waiting: waiting.length,
    absent: absent.length,
    capped: capped.length,
    pushes: await hr.pushes([...reached, ...capped], startOfMonth(now())),
    needsApproval: reached.length + waiting.length > approvalOver,
  };
}

const startOfMonth = (now: Date): Date => momentAt(`${dayOf(now).slice(0, 7)}-01`, '00:00');

/** The moment of the first run. People who get another campaign's card in its week are left out. */
const dueNext = ({ campaigning: { calendar, now } }: HrService, campaign: Campaign): Date =>
  nextRunDate(campaign, calendar, now())?.dueAt ?? now();

/** The revision that a page sends back; undefined where it sends none. */
const seenRevision = (json: unknown): number | undefined => {
  const { revision } = Object(json) as { revision?: unknown };
  return typeof revision === 'number' ? revision : undefined;
};

async function found({ campaigning }: HrService, id: string): Promise<Campaign> {
  const campaign = await campaigning.store.find(id);
  if (!campaign) throw notFound();
  return campaign;
}

async function checked(hr: HrService, json: unknown, action: 'draft' | CampaignAction = 'draft'): Promise<Draft> {
  const { calendar, now } = hr.campaigning;
  const { revision: _, ...written } = Object(json) as Record<string, unknown>;
  const read = Draft.safeParse(written);
  if (!read.success) {
    const fields = read.error.issues.map(({ path, message }) => [path.join('.') || 'title', message] as const);
    throw new Declined('invalid', hrTexts.invalid.fields, Object.fromEntries(fields));
  }
  const { flow, audience } = read.data;
  const wrong = (field: string, message: string) => new Declined('invalid', message, { [field]: message });
  const unfit = await whyNotSent(hr, flow, action);
  if (unfit) throw wrong('flow', unfit);
  if (audience.kind === 'group' && !(await hr.groups()).some(({ id }) => id === audience.group))
    throw wrong('audience.group', hrTexts.gone.groupChooseOther);
  if (!nextRunDate(read.data, calendar, now())) {
    const { plan } = read.data;
    const unending = plan.kind === 'once' ? plan : { ...plan, until: undefined };
    const endsTooSoon = nextRunDate({ ...read.data, plan: unending }, calendar, now());
    throw wrong('plan', endsTooSoon ? hrTexts.campaigns.endsTooSoon : hrTexts.campaigns.past);
  }
  return read.data;
}

async function viewOf(hr: HrService, campaign: Campaign, by: Actor): Promise<CampaignView> {
  const { id, state, failing } = campaign;
  return {
    ...(await entryOf(hr, campaign, by, await besideOf(hr, id))),
    tally: shownTally(await hr.tallyOf(id)),
    ...(state === 'paused' && failing && { failing: { ...failing, since: failing.since.toISOString() } }),
  };
}
