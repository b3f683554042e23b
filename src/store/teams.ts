import { type Team } from '../people/team';
import { type Database } from './database';

/** Stores a team that the bot is in. Fields that Teams did not tell this time keep their values. */
export async function rememberTeam(db: Database, { id, name, serviceUrl }: Team): Promise<void> {
  await db
    .insertInto('teams')
    .values({ id, name: name ?? '', service_url: serviceUrl })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ service_url: serviceUrl, ...(name !== undefined && { name }) }),
    )
    .execute();
}

/** Deletes a team that the bot has left. A team that is not known changes nothing. */
export async function forgetTeam(db: Database, id: string): Promise<void> {
  await db.deleteFrom('teams').where('id', '=', id).execute();
}

/** Every team that the bot is in, sorted by name in Swedish order. A team without a known name comes first. */
export async function listTeams(db: Database): Promise<Team[]> {
  const rows = await db.selectFrom('teams').selectAll().execute();
  return rows
    .map(({ id, name, service_url }) => ({ id, ...(name && { name }), serviceUrl: service_url }))
    .sort((one, other) => (one.name ?? '').localeCompare(other.name ?? '', 'sv') || one.id.localeCompare(other.id));
}
