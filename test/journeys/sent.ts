import path from 'node:path';
import { type Json } from '../../tools/localTeams/localTeams';
import { partsOf } from '../../tools/localTeams/inputs';
import { readCalendar } from '../../src/campaigns/calendar';
import { projectRoot } from '../../src/shared/config';
import { dayOf, daysLater } from '../../src/shared/localTime';
import { type Database } from '../../src/store/database';
import { tallyOf } from '../../src/store/deliveries';
import { responsesTo } from '../../src/store/responses';
import { readServiceKey } from '../../src/store/serviceKey';
import { local, signIn } from './inHr';
import { newManager } from './manager';
import { type Running } from './service';
import { cardOf } from './walk';

const hour = 3_600_000;

export type Manager = ReturnType<typeof newManager>;

/**
 * Moves the clock forward second by second and sends what is due, until `holds` is true. What does not happen within a minute
 * ends its test.
 */
export async function waitFor(running: Running, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let look = 0; !(await holds()); look++) {
    if (look === 60) throw new Error(`It did not come. ${await running.stored(outboxIn)}\n${faultsOf(running)}`);
    running.pass(1_000);
    await running.caughtUp();
  }
}

/** Where the deliveries are, in words for a reader of a failed test. */
async function outboxIn(db: Database): Promise<string> {
  const states = await db.selectFrom('deliveries').select(['purpose', 'state', 'due_at']).execute();
  return states.map(({ purpose, state, due_at }) => `${purpose} ${state} ${String(due_at)}`).join('\n');
}

/** What the service has logged of faults. */
const faultsOf = ({ logged }: Running) => logged.filter((line) => line.includes('"error"')).join('');

const inStockholm = (at: Date, format: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', ...format }).format(at);

const { holidays } = readCalendar(path.join(projectRoot, 'cards/calendar.yaml'));
const isBesideHoliday = (at: Date) => [0, 1, 2, 3].some((days) => holidays.has(dayOf(daysLater(at, days))));

/** Moves the clock past the week of everybody's card, to ten in the morning of this weekday, with no holiday near. */
export function toMorning(running: Running, weekday: string): void {
  running.pass(8 * 24 * hour);
  while (!inStockholm(running.now(), { weekday: 'short' }).startsWith(weekday) || isBesideHoliday(running.now()))
    running.pass(24 * hour);
  while (inStockholm(running.now(), { hour: '2-digit' }) !== '10') running.pass(hour);
}

/** A campaign to everybody that has just gone out, on a Tuesday, and one who has got it. */
export async function sent(running: Running, flow = 'manadens-lardom', weekday = 'tis') {
  const manager = newManager(running);
  await manager.say('hej');
  toMorning(running, weekday);
  const now = running.now();
  // At least a minute on: what is claimed before the clock moves would be taken for lost.
  const at = local(new Date(now.getTime() + 120_000));
  const hr = await signIn(running, 'Hanna');
  const campaign = await hr.launch({ flow, plan: { kind: 'once', at } });
  running.pass(180_000);
  await waitFor(running, async () => {
    const { sent: arrived, planned, claimed } = await running.stored((db) => tallyOf(db, campaign.id));
    return arrived > 0 && planned + claimed === 0;
  });
  const key = readServiceKey(running.settings.DATA_DIR!, undefined);
  const responses = () => running.stored((db) => responsesTo(db, key, campaign.id, at.slice(0, 10)));
  return { manager, hr, campaign, responses };
}

export const buttonOn = (manager: Manager, verb: string): Json => {
  const button = partsOf(cardOf(manager.newest()), 'Action.Execute').find((one) => one.verb === verb);
  if (!button) throw new Error(`No button ${verb}.`);
  return button;
};

/** How many messages the bot has sent into the manager's chat. */
export const messagesOf = ({ chat }: Manager): number => chat.messages.filter(({ author }) => author === 'bot').length;

/** Reminders that are still to come. */
export const remindersOf = (running: Running) =>
  running.stored((db) =>
    db
      .selectFrom('deliveries')
      .select('person')
      .where('purpose', '=', 'reminder')
      .where('state', 'in', ['planned', 'claimed'])
      .execute(),
  );

/** A press on a card as it was shown before, as a second device or a late delivery makes it. */
export const pressAgain = (
  running: Running,
  manager: Manager,
  { verb, data }: Json,
  message: string,
  inputs: object = {},
) =>
  running.channel.post(manager.chat, manager.person, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: message,
    value: { action: { type: 'Action.Execute', verb, data: { ...(data as object), ...inputs } }, trigger: 'manual' },
  });
