import { type OfficeHours, usualHours } from '../commitments/officeHours';
import { type ReminderSettings } from '../commitments/ports';
import { type Database } from './database';

const rowOf = (db: Database, person: string) =>
  db.selectFrom('reminder_settings').selectAll().where('person_id', '=', person).executeTakeFirst();

/** When a person may be reminded, and whether the person wants reminders. */
export async function findReminderSettings(db: Database, person: string): Promise<ReminderSettings> {
  const { from_time: from, to_time: to, paused_day = null } = (await rowOf(db, person)) ?? {};
  return { hours: from && to ? { from, to } : usualHours, paused: paused_day !== null };
}

/** Stores a person's office hours; undefined stores the usual hours. */
export async function keepHours(db: Database, person: string, hours: OfficeHours | undefined): Promise<void> {
  const columns = { from_time: hours?.from ?? null, to_time: hours?.to ?? null };
  await keep(db, person, columns);
}

/** Stores since which local day a person wants no reminders; undefined where the person wants them. */
export const keepPause = (db: Database, person: string, since: string | undefined): Promise<void> =>
  keep(db, person, { paused_day: since ?? null });

type Columns = { from_time: string | null; to_time: string | null } | { paused_day: string | null };
async function keep(db: Database, person: string, columns: Columns): Promise<void> {
  await db
    .insertInto('reminder_settings')
    .values({ person_id: person, ...columns })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(columns))
    .execute();
}

/** What a person has set about reminders, for the person's own export only: one row, or none. */
export async function reminderSettingsOf(db: Database, person: string) {
  const row = await rowOf(db, person);
  return row ? [{ from: row.from_time, to: row.to_time, pausedSince: row.paused_day }] : [];
}
