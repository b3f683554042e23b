import path from 'node:path';
import { applyAction, type TransitionDeps } from '../campaigns/transitions';
import { readCalendar } from '../campaigns/calendar';
import { type Campaign, type CampaignState } from '../campaigns/campaign';
import { describePlan, nextRunDate } from '../campaigns/schedule';
import { projectRoot, readConfig } from '../shared/config';
import { dayInWords } from '../shared/localTime';
import { deliveryStates, type DeliveryState } from '../deliveries/delivery';
import { campaignStore } from '../store/campaignStore';
import { listCampaigns } from '../store/campaigns';
import { closeDatabase, type Database } from '../store/database';
import { tallyOf } from '../store/deliveries';
import { recordAudit } from '../store/auditLog';
import { readKeyring } from '../store/openKeyring';
import { operator } from './operator';
import { openStore } from './openStore';
import { runAsCommand } from './runAsCommand';
import { type CampaignStore } from '../campaigns/ports';
import { cliTexts, linesOf, withinALine } from './cliTexts';
import { hrTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

const { campaign: texts } = cliTexts;
/**
 * The words of HR's page, so that a state has one name. Nobody in HR sees who has opted out, so only this command has a word for
 * it.
 */
const stateInWords: Readonly<Record<CampaignState, string>> = withinALine(hrTexts.shared.campaignStates);
const deliveryInWords: Readonly<Record<DeliveryState, string>> = {
  ...withinALine(hrTexts.shared.deliveryStates),
  declined: texts.declined,
};

/**
 * Lists campaigns, shows one or whom it would reach, and stops one: `list`, or `show`, `dry-run` or `cancel` and an id. Returns
 * the exit code.
 */
export async function run(
  [verb, id, ...more]: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv,
  now = () => new Date(),
): Promise<number> {
  const needsId = verb === 'show' || verb === 'dry-run' || verb === 'cancel';
  if (more.length || !(verb === 'list' ? !id : needsId && id)) {
    print(linesOf(texts.usage));
    return 1;
  }
  const config = readConfig(environment);
  const db = await openStore(config);
  try {
    const store = campaignStore(db, await readKeyring(db, config));
    if (verb === 'list') {
      const all = await listCampaigns(db);
      for (const campaign of all) print(lineOf(campaign));
      if (!all.length) print(texts.none);
      return 0;
    }
    const campaign = await store.find(id!);
    if (!campaign) {
      print(fill(texts.unknown, { id: id! }));
      return 1;
    }
    if (verb === 'show') await show(db, campaign, now(), print);
    else if (verb === 'dry-run') await tryOut(store, campaign, now(), print);
    else {
      const record: TransitionDeps['record'] = (by, action, about) =>
        recordAudit(db, { by: by.id, name: by.name, act: action, about }, now());
      const acting = { store, now, record, calendar: ourCalendar() };
      const done = await applyAction(acting, campaign, 'cancel', operator(environment));
      if (typeof done === 'string') {
        print(done === 'changed' ? texts.changed : fill(texts.cannotStop, { state: stateInWords[campaign.state] }));
        return 1;
      }
      print(texts.stopped);
    }
    return 0;
  } finally {
    await closeDatabase(db);
  }
}

const ourCalendar = () => readCalendar(path.join(projectRoot, 'cards/calendar.yaml'));

const lineOf = ({ id, title, state, plan }: Campaign): string =>
  fill(texts.line, { id, title, state: stateInWords[state], plan: describePlan(plan) });

async function show(db: Database, campaign: Campaign, now: Date, print: (line: string) => void): Promise<void> {
  print(lineOf(campaign));
  print(fill(texts.about, { flow: campaign.flow, day: dayInWords(campaign.createdAt), least: campaign.least }));
  const calendar = ourCalendar();
  const coming = campaign.state === 'running' ? nextRunDate(campaign, calendar, now) : undefined;
  if (coming) print(fill(texts.next, { day: dayInWords(coming.dueAt) }));
  const tally = await tallyOf(db, campaign.id);
  const sum = deliveryStates.reduce((all, state) => all + tally[state], 0);
  print(fill(texts.sum, { sum }));
  for (const state of deliveryStates) if (tally[state]) print(`  ${tally[state]} ${deliveryInWords[state]}`);
}

async function tryOut(
  store: CampaignStore,
  campaign: Campaign,
  now: Date,
  print: (line: string) => void,
): Promise<void> {
  const { recipients, waiting, absent, capped, optedOut } = await store.recipients(campaign, now, now);
  print(fill(texts.recipients, { count: recipients.length }));
  const others = [
    [waiting, texts.waiting],
    [absent, texts.absent],
    [capped, texts.capped],
    [optedOut, texts.optedOut],
  ] as const;
  for (const [members, why] of others) if (members.length) print(fill(why, { count: members.length }));
}

if (require.main === module) runAsCommand(run);
