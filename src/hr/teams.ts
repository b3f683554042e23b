import { type SendRefusal } from '../deliveries/retry';
import { type TeamMember } from '../people/team';
import { type HrService } from './hrService';
import { viewOf, type ListView } from './groups';
import { type Actor } from '../campaigns/ports';
import { Declined } from './declined';

/** A team that HR can fetch a list from. */
export interface TeamView {
  readonly id: string;
  readonly title: string;
}

/** Members that a group may have. */
const maxMembers = 20_000;

export async function showTeams(hr: HrService): Promise<TeamView[]> {
  return (await hr.teams()).map(({ id, name = 'Team utan namn' }) => ({ id, title: name }));
}

/** Those who are in a team now, as a list that HR sees before it is kept. */
export async function previewTeam(hr: HrService, id: string, by: Actor): Promise<ListView> {
  const team = (await hr.teams()).find((one) => one.id === id);
  if (!team) throw notFound();
  const said = await hr.rosterOf(team);
  if ('refusal' in said) throw declined(said.refusal);
  const { members } = said;
  if (!members.length) throw new Declined('invalid', 'Teamet har inga medlemmar.');
  if (members.length > maxMembers)
    throw new Declined('invalid', 'Teamet har för många medlemmar. En grupp får ha högst 20 000.');
  await hr.record(by, 'roster');
  return viewOf(hr, await asRows(hr, members));
}

/** By e-mail, which HR can read; by object id where the bot reaches the person by that alone, or the roster has no e-mail. */
async function asRows(hr: HrService, members: readonly TeamMember[]): Promise<string[][]> {
  const known = await hr.knownAmong(members.flatMap(({ id = '', email = '' }) => [id, email]));
  const reaches = (listedAs: string) => known.get(listedAs.normalize('NFC').toLowerCase()) === 'reachable';
  return members.map(({ id = '', email = '' }) => [!email || (reaches(id) && !reaches(email)) ? id : email]);
}

function declined({ status }: SendRefusal): Declined {
  if (status === 403 || status === 404) return notFound();
  return new Declined(
    'unavailable',
    status === 429
      ? 'Teams har mycket att göra just nu. Inget är ändrat. Vänta några minuter och hämta igen.'
      : 'Teams lämnade inte ut hela listan. Inget är ändrat. Försök igen om en stund, eller ladda upp en lista.',
  );
}

const notFound = () =>
  new Declined('notFound', 'Boten är inte med i teamet längre. Lägg till den i teamet igen, eller ladda upp en lista.');
