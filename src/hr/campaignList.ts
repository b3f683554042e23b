import { actionsIn, type Campaign, type CampaignAction } from '../campaigns/campaign';
import { type Draft } from '../campaigns/draft';
import { type Actor } from '../campaigns/ports';
import { describePlan, nextRunDate } from '../campaigns/schedule';
import { dayInWords, timeInWords } from '../shared/localTime';
import { type HrService } from './hrService';
import { type Progress } from './ports';
import { fill } from '../shared/fill';
import { hrTexts } from '../shared/catalogues';

/** A campaign in HR's list. */
export interface CampaignEntry {
  readonly id: string;
  readonly title: string;
  readonly flow: string;
  readonly plan: Campaign['plan'];
  readonly answerDays: number;
  /** Must be sent back with a change, so that nobody overwrites another person's change. */
  readonly revision: number;
  readonly audience: Campaign['audience'];
  readonly least: number;
  readonly state: Campaign['state'];
  /** The question; undefined where the flow no longer exists. */
  readonly question?: string;
  /** The plan in words, and when it goes out next. */
  readonly when: string;
  readonly next?: string;
  readonly audienceName: string;
  readonly acts: readonly CampaignAction[];
  /** Whether it waits for another person than the one who looks. */
  readonly ownLaunch: boolean;
  readonly createdAt: string;
  /** How many times it has been sent, and to how many people in all. */
  readonly sent: Pick<Progress, 'runs' | 'recipients'>;
}

/**
 * All campaigns as HR's list shows them. Titles and progress are read once for all, so the deliveries of a year are not counted.
 */
export async function campaignEntries(hr: HrService, by: Actor): Promise<CampaignEntry[]> {
  const campaigns = await hr.campaigns();
  const beside = await besideOf(hr);
  return Promise.all(campaigns.map((campaign) => entryOf(hr, campaign, by, beside)));
}

/** What a view needs from other tables than the campaign's. */
interface Beside {
  readonly titles: ReadonlyMap<string, string>;
  readonly progress: ReadonlyMap<string, Progress>;
}

/** Reads what `entryOf` needs besides the campaign. With `campaign` (an id) it reads the progress of that campaign only. */
export const besideOf = async (hr: HrService, campaign?: string): Promise<Beside> => ({
  titles: await hr.groupTitles(),
  progress: await hr.progress(hr.campaigning.now(), campaign),
});

/** A campaign as HR's list shows it to this person, with the actions that the person may take now. */
export async function entryOf(
  hr: HrService,
  campaign: Campaign,
  by: Actor,
  { titles, progress }: Beside,
): Promise<CampaignEntry> {
  const { id, state, plan, audience, createdAt, launchedBy } = campaign;
  const { coaching, calendar, now } = hr.campaigning;
  const ownLaunch = state === 'awaiting' && launchedBy === by.id;
  const isToCome = state === 'running' || state === 'draft' || state === 'awaiting';
  const { next: stored, runs = 0, recipients = 0 } = progress.get(id) ?? {};
  const next = isToCome ? (stored ?? nextRunDate(campaign, calendar, now())?.dueAt) : undefined;
  const coming = next && inWords(next);
  const when = describePlan(plan);
  const flow = await coaching.flows.get(campaign.flow);
  return {
    ...draftOf(campaign),
    id,
    state,
    revision: campaign.revision,
    ...(flow && { question: flow.cards[0]?.steps[0]?.ask ?? flow.title }),
    when,
    // A plan for one time already names its moment, unless quiet hours or a holiday have moved it.
    ...(coming && !when.endsWith(coming) && { next: coming }),
    audienceName:
      audience.kind === 'everyone' ? hrTexts.shared.everyone : (titles.get(audience.group) ?? hrTexts.shared.goneGroup),
    acts: actionsIn(state).filter((each) => !(each === 'approve' && ownLaunch)),
    ownLaunch,
    createdAt: createdAt.toISOString(),
    sent: { runs, recipients },
  };
}

/** The fields of a campaign that HR can edit. */
export const draftOf = ({ title, flow, plan, answerDays, audience, least }: Campaign): Draft => ({
  title,
  flow,
  plan,
  answerDays,
  audience,
  least,
});

/** A moment in Swedish words and Swedish time: "måndag 7 december 2026 kl. 09.00". */
export const inWords = (moment: Date): string =>
  fill(hrTexts.shared.dayAndTime, { day: dayInWords(moment), time: timeInWords(moment) });
