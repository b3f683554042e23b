import { type Calendar } from './calendar';
import { type Campaign } from './campaign';
import { type CampaignStore, type Unfinished } from './ports';
import { type Run } from './run';
import { nextRunDate, runDates } from './schedule';
import { dayAfter, dayOf } from '../shared/localTime';

/** What planning needs. */
export interface PlanDeps {
  readonly store: CampaignStore;
  readonly calendar: Calendar;
  readonly now: () => Date;
  /** Called where one campaign could not be planned. The others are planned. */
  readonly failed: (error: unknown) => void;
}

/** Runs are stored this many days ahead, and always the next one. */
const daysAhead = 60;

/**
 * Stores the coming runs of all campaigns, and plans the deliveries of runs that are due. Several instances may do this at once:
 * one of them claims each run, and runs and deliveries that are stored already do not change.
 */
export async function planDueCampaigns(deps: PlanDeps): Promise<void> {
  const { store, now, failed } = deps;
  // Paused campaigns get runs too. What such a campaign misses is skipped, with the reason, when it goes on.
  const campaigns = (await store.unfinished()).filter(({ campaign }) => campaign.state !== 'cancelled');
  for (const each of campaigns) await addRuns(deps, each).catch(failed);
  // The earliest run comes first, because a person who may get one card a week gets the one that is due first.
  for (const run of await store.dueRuns(now())) {
    const campaign = campaigns.find((each) => each.campaign.id === run.campaign)?.campaign;
    if (campaign) await send(deps, campaign, run).catch(failed);
  }
}

async function addRuns({ store, calendar, now }: PlanDeps, { campaign, lastDay = '' }: Unfinished): Promise<void> {
  const { id, launchedAt = campaign.createdAt } = campaign;
  // Runs are added again when half of them have passed.
  if (lastDay > dayAfter(dayOf(now()), daysAhead / 2)) return;
  const days = new Set((await store.runsOf(id)).map(({ day }) => day));
  const next = nextRunDate(campaign, calendar, now() > launchedAt ? now() : launchedAt);
  const ahead = runDates(campaign, calendar, launchedAt, dayAfter(dayOf(now()), daysAhead));
  const missing = [...ahead, ...(next ? [next] : [])].filter(({ day }) => !days.has(day));
  if (missing.length) await store.addRuns(id, missing);
}

/** Plans a delivery to each recipient, or says why there is none. */
async function send({ store, now }: PlanDeps, campaign: Campaign, run: Run): Promise<void> {
  const isSuperseded = (await store.runsOf(campaign.id)).some(({ day, dueAt }) => day > run.day && dueAt <= now());
  if (isSuperseded || run.answerUntil < dayOf(now())) return store.skipRun(run, 'tooLate');
  if (!(await store.claimRun(run, now()))) return;
  try {
    const { recipients, waiting, absent, capped, optedOut } = await store.recipients(campaign, run.dueAt, now());
    const held = { absent: absent.length, capped: capped.length };
    // A person who wants no campaigns gets a delivery like the others, which then does nothing. So HR cannot tell who
    // that is.
    const members = [...recipients, ...waiting, ...optedOut];
    await store.plan(run, members);
    await store.settleRun(run, { recipients: members.length, held }, now());
  } catch (error) {
    // If this fails, another instance can plan the rest at once. Planning a delivery twice does no harm.
    await store.releaseRun(run);
    throw error;
  }
}
