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
import { type CampaignStore } from '../campaigns/ports';

const usage = `npm run campaign -- list         alla utskick
npm run campaign -- show ID      ett utskick: när, till vilka och hur långt leveranserna har kommit
npm run campaign -- dry-run ID   vilka som skulle få det nu, och hur många som inte nås och varför
npm run campaign -- cancel ID    stoppar det som inte har gått ut; går inte att ångra`;

const stateInWords: Readonly<Record<CampaignState, string>> = {
  template: 'mall',
  draft: 'utkast',
  awaiting: 'väntar på en andra persons godkännande',
  running: 'pågår',
  paused: 'pausat',
  cancelled: 'stoppat',
  recalled: 'återkallat',
  closed: 'avslutat',
};
const deliveryInWords: Readonly<Record<DeliveryState, string>> = {
  waiting: 'nås inte ännu',
  planned: 'väntar på sin tur',
  claimed: 'skickas nu',
  sent: 'framme',
  blocked: 'har blockerat boten',
  'not-found': 'chatten finns inte',
  failed: 'gick inte att skicka',
  unknown: 'okänt om den kom fram',
  cancelled: 'stoppade',
  declined: 'vill inte ha utskick',
};

/** What the operator can see and do about campaigns without the page. Returns the exit code. */
export async function run(
  [verb, id]: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv,
  now = () => new Date(),
): Promise<number> {
  const needsId = verb === 'show' || verb === 'dry-run' || verb === 'cancel';
  if (!(verb === 'list' && !id) && !(needsId && id)) {
    print(usage);
    return 1;
  }
  const config = readConfig(environment);
  const db = await openStore(config);
  try {
    const store = campaignStore(db, await readKeyring(db, config));
    if (verb === 'list') {
      const all = await listCampaigns(db);
      for (const campaign of all) print(lineOf(campaign));
      if (!all.length) print('Det finns inga utskick.');
      return 0;
    }
    const campaign = await store.find(id!);
    if (!campaign) {
      print(`Utskicket ${id} finns inte. Se vilka som finns: npm run campaign -- list`);
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
        print(
          done === 'changed'
            ? 'Utskicket ändrades av någon annan just nu. Försök igen.'
            : `Utskicket går inte att stoppa: det är ${stateInWords[campaign.state]}.`,
        );
        return 1;
      }
      print(`Stoppat. Det som redan har gått ut ligger kvar i chattarna.`);
    }
    return 0;
  } finally {
    await closeDatabase(db);
  }
}

const ourCalendar = () => readCalendar(path.join(projectRoot, 'cards/calendar.yaml'));

const lineOf = ({ id, title, state, plan }: Campaign): string =>
  `${id}  ${title} · ${stateInWords[state]} · ${describePlan(plan)}`;

async function show(db: Database, campaign: Campaign, now: Date, print: (line: string) => void): Promise<void> {
  print(lineOf(campaign));
  print(
    `Fråga: ${campaign.flow}. Skapat ${dayInWords(campaign.createdAt)}. Resultat visas från ${campaign.least} svar.`,
  );
  const calendar = ourCalendar();
  const coming = campaign.state === 'running' ? nextRunDate(campaign, calendar, now) : undefined;
  if (coming) print(`Nästa gång: ${dayInWords(coming.dueAt)}.`);
  const tally = await tallyOf(db, campaign.id);
  const sum = deliveryStates.reduce((all, state) => all + tally[state], 0);
  print(`Leveranser: ${sum}`);
  for (const state of deliveryStates) if (tally[state]) print(`  ${tally[state]} ${deliveryInWords[state]}`);
}

async function tryOut(
  store: CampaignStore,
  campaign: Campaign,
  now: Date,
  print: (line: string) => void,
): Promise<void> {
  const { recipients, waiting, absent, capped, optedOut } = await store.recipients(campaign, now, now);
  print(`${recipients.length} skulle få det nu.`);
  const others = [
    [waiting, 'nås inte ännu: de har inte skrivit till boten'],
    [absent, 'är frånvarande'],
    [capped, 'har redan fått ett utskick den här veckan'],
    [optedOut, 'vill inte ha utskick'],
  ] as const;
  for (const [members, why] of others) if (members.length) print(`${members.length} ${why}.`);
}

if (require.main === module)
  run(process.argv.slice(2), console.log, process.env).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      // At once, as in main.ts.
      process.exit(1);
    },
  );
