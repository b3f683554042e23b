import path from 'node:path';
import { isOpen, nextMorning, readCalendar } from '../../src/campaigns/calendar';
import { type Campaign } from '../../src/campaigns/campaign';
import { finishRuns } from '../../src/campaigns/finishRuns';
import { planDueCampaigns } from '../../src/campaigns/planDue';
import { type Run } from '../../src/campaigns/run';
import { applyAction } from '../../src/campaigns/transitions';
import { type CommitmentDelivery } from '../../src/deliveries/delivery';
import { deliverCommitments } from '../../src/outreach/deliverCommitments';
import { remindCommitments } from '../../src/outreach/remindCommitments';
import { projectRoot } from '../../src/shared/config';
import { dayOf, momentAt, mondayOf } from '../../src/shared/localTime';
import { replaceAbsences } from '../../src/store/absences';
import { campaignStore } from '../../src/store/campaignStore';
import { addCampaign } from '../../src/store/campaigns';
import { type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { erasePerson } from '../../src/store/erasure';
import { remember, setOptedOut } from '../../src/store/people';
import { commitmentStore, hasReminder, reminderStore } from '../../src/store/reminders';
import { planWaiting } from '../../src/store/waitingDeliveries';

const halfHour = 30 * 60_000;
export const calendar = readCalendar(path.join(projectRoot, 'cards/calendar.yaml'));
const hr = { id: 'hanna', name: 'Hanna' };

/** What happens on a day, at nine in the morning. */
export type Event =
  | { readonly joins: string }
  | { readonly leaves: string }
  | { readonly optsOut: string }
  | { readonly optsIn: string }
  | { readonly away: string; readonly until: string }
  | { readonly promises: string; readonly due: readonly string[] }
  | { readonly reminders: 'paused' | 'on'; readonly of: string }
  | { readonly launches: Campaign }
  | { readonly does: 'pause' | 'resume' | 'cancel'; readonly campaign: string };

/** A card that reached somebody. */
export interface Sent {
  readonly person: string;
  readonly campaign: string;
  readonly day: string;
  readonly at: Date;
}

/** A commitment that somebody was reminded of. */
export interface Reminded {
  readonly person: string;
  /** Local day. */
  readonly due: string;
  readonly at: Date;
}

/** In one of this many reminders, the process dies after the reminder has arrived. */
const oneLostIn = 7;

/** A run at the moment when it was sent: its people, by what became of each. */
export interface SentRun {
  readonly run: Run;
  readonly members: number;
}

/**
 * Lives through time in steps of half an hour with the real store: what is due is planned, and every planned card arrives at
 * once. A person is listed in the group `alla` before joining, so that what is sent meanwhile waits.
 */
export async function live(db: Database, events: ReadonlyMap<string, readonly Event[]>, from: string, until: string) {
  const serviceKey = newKey();
  const store = campaignStore(db, serviceKey);
  const failures: unknown[] = [];
  const sent: Sent[] = [];
  const sentRuns: SentRun[] = [];
  const reminded: Reminded[] = [];
  /** Reminders that arrived, and whose outcome a crash lost. */
  const lost = new Set<string>();
  let now = momentAt(from, '00:00');
  const deps = { store, calendar, now: () => now, failed: (error: unknown) => void failures.push(error) };
  const commitments = commitmentStore(db, serviceKey, () => now);
  const reminders = reminderStore(db, serviceKey);

  async function happen(event: Event): Promise<void> {
    if ('joins' in event) {
      await remember(db, { id: event.joins, address: '{}' }, now);
      await planWaiting(db, event.joins, undefined, now);
    } else if ('leaves' in event) await erasePerson(db, serviceKey, event.leaves, now);
    else if ('optsOut' in event) await setOptedOut(db, event.optsOut, now);
    else if ('optsIn' in event) await setOptedOut(db, event.optsIn, undefined);
    else if ('away' in event)
      await replaceAbsences(db, [{ listedAs: event.away, from: dayOf(now), until: event.until }]);
    else if ('promises' in event)
      for (const due of event.due) await commitments.add(event.promises, { title: '', what: due, due });
    else if ('reminders' in event)
      await (event.reminders === 'on' ? commitments.resume(event.of) : commitments.pause(event.of));
    else if ('launches' in event) await addCampaign(db, { ...event.launches, launchedAt: now });
    else {
      const { revision = 0 } = (await store.find(event.campaign)) ?? {};
      const record = () => Promise.resolve();
      await applyAction({ store, calendar, now: () => now, record }, { id: event.campaign, revision }, event.does, hr);
    }
  }

  let sendings = 0;
  /** Every planned reminder is sent at once, by the service's own steps. */
  async function remind(): Promise<void> {
    await remindCommitments({ ...deps, store: reminders, campaigns: store });
    const planned = await db
      .selectFrom('deliveries')
      .selectAll()
      .where('purpose', '=', 'commitment')
      .where('state', '=', 'planned')
      .execute();
    for (const { in_group: group, ...row } of planned) {
      const delivery = { ...row, group, at: now } as unknown as CommitmentDelivery;
      const { state } = await deliverCommitments(
        {
          ...deps,
          store: reminders,
          random: Math.random,
          post: (_, reply) => {
            if (reply.kind !== 'commitments') throw new Error('This is no reminder.');
            reminded.push(...reply.commitments.map(({ due }) => ({ person: row.person, due, at: now })));
            return Promise.resolve({ message: row.id });
          },
        },
        delivery,
      );
      const isLost = state === 'sent' && ++sendings % oneLostIn === 0;
      if (isLost) lost.add(row.id);
      const end = { state: isLost ? ('unknown' as const) : state, settled_at: now.toISOString() };
      await db.updateTable('deliveries').set(end).where('id', '=', row.id).execute();
    }
  }

  /** A person who has been reminded today gets HR's card on the next working morning, as deliverCampaign says. */
  async function giveWay(): Promise<void> {
    const planned = await db
      .selectFrom('deliveries')
      .select(['id', 'person'])
      .where('state', '=', 'planned')
      .where('purpose', '=', 'card')
      .where('due_at', '<=', now.toISOString())
      .execute();
    for (const { id, person } of planned)
      if (await hasReminder(db, person, dayOf(now)))
        await db
          .updateTable('deliveries')
          .set({ due_at: nextMorning(calendar, now).toISOString() })
          .where('id', '=', id)
          .execute();
  }

  async function arrive(): Promise<void> {
    await giveWay();
    const due = await db
      .updateTable('deliveries')
      .set({ state: 'sent', settled_at: now.toISOString() })
      .where('state', '=', 'planned')
      .where('purpose', '=', 'card')
      .where('due_at', '<=', now.toISOString())
      .returning(['person', 'topic as campaign', 'occurrence as day'])
      .execute();
    sent.push(...due.map((one) => ({ ...one, at: now })));
  }

  for (; dayOf(now) <= until; now = new Date(now.getTime() + halfHour)) {
    if (now.getTime() === momentAt(dayOf(now), '09:00').getTime())
      for (const event of events.get(dayOf(now)) ?? []) await happen(event);
    const due = await store.dueRuns(now);
    const members = new Map<Run, number>();
    for (const run of due) {
      const { audience } = (await store.find(run.campaign))!;
      const all = await store.recipients({ id: run.campaign, audience }, run.dueAt, now);
      members.set(run, Object.values(all).flat().length);
    }
    await planDueCampaigns(deps);
    for (const run of due) {
      const after = (await store.runsOf(run.campaign)).find(({ day }) => day === run.day)!;
      sentRuns.push({ run: after, members: members.get(run)! });
    }
    if (isOpen(calendar, now)) await arrive();
    await remind();
    await finishRuns(deps);
  }
  return { store, sent, sentRuns, reminded, lost, failures };
}

/** Names a person's calendar week. */
export const weekOf = ({ person, at }: Sent): string => `${person} ${mondayOf(dayOf(at))}`;
