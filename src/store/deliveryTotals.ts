import { countedPurposes, deliveryStates, shownState, type DeliveryState } from '../deliveries/delivery';
import { type Database } from './database';

/** How many of the deliveries that may be counted are in each state, and for how many seconds the oldest that is due has waited. */
export interface DeliveryTotals {
  readonly states: Readonly<Partial<Record<DeliveryState, number>>>;
  readonly oldestPendingSeconds: number;
}

/** Totals over all campaigns. What a paused campaign holds back does not count as late. */
export async function deliveryTotals(db: Database, now: Date): Promise<DeliveryTotals> {
  const [rows, oldest] = await Promise.all([
    db
      .selectFrom('deliveries')
      .select((row) => ['state', row.fn.countAll<number | string>().as('count')])
      .where('purpose', 'in', countedPurposes)
      .groupBy('state')
      .execute(),
    db
      .selectFrom('deliveries')
      .select((row) => row.fn.min('due_at').as('due'))
      .where('state', 'in', ['planned', 'claimed'])
      .where('due_at', '<=', now.toISOString())
      .where('purpose', 'in', countedPurposes)
      .where('topic', 'not in', db.selectFrom('campaigns').select('id').where('state', '=', 'paused'))
      .executeTakeFirst(),
  ]);
  // An empty state is reported as 0. Otherwise a chart would go on with its last number.
  const states: Partial<Record<DeliveryState, number>> = Object.fromEntries(
    deliveryStates.map((state) => [shownState(state), 0]),
  );
  for (const { state, count } of rows) states[shownState(state)] = (states[shownState(state)] ?? 0) + Number(count);
  return { states, oldestPendingSeconds: oldest?.due ? (now.getTime() - Date.parse(oldest.due)) / 1000 : 0 };
}
