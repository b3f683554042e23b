import { type SendRefusal } from '../deliveries/retry';
import { type TeamMember } from '../people/team';
import { type HrService } from './hrService';
import { viewOf, type ListView } from './groups';
import { type Actor } from '../campaigns/ports';
import { Declined } from './declined';
import { hrTexts } from '../shared/catalogues';

/** A team from which HR can fetch a list. */
export interface TeamView {
  readonly id: string;
  readonly title: string;
}

/** Members that a group may have. */
const maxMembers = 20_000;

/** The teams that the bot is in, for HR's choice of audience. A team without a known name gets a phrase for that. */
export async function showTeams(hr: HrService): Promise<TeamView[]> {
  return (await hr.teams()).map(({ id, name = hrTexts.teams.noName }) => ({ id, title: name }));
}

/**
 * The people who are in a team now, as a list that HR sees before it is stored.
 * @throws {Declined} `notFound` where the bot is not in the team, `invalid` where the team is empty or too large, or `unavailable`
 * where Teams does not give all of its members
 */
export async function previewTeam(hr: HrService, id: string, by: Actor): Promise<ListView> {
  const team = (await hr.teams()).find((one) => one.id === id);
  if (!team) throw notFound();
  const said = await hr.rosterOf(team);
  if ('refusal' in said) throw declined(said.refusal);
  const { members } = said;
  if (!members.length) throw new Declined('invalid', hrTexts.teams.empty);
  if (members.length > maxMembers) throw new Declined('invalid', hrTexts.teams.tooMany);
  await hr.record(by, 'roster');
  return viewOf(hr, await asRows(hr, members));
}

/**
 * A member by e-mail, which HR can read; by object id where the bot knows the person by that only, or the roster has no e-mail.
 */
async function asRows(hr: HrService, members: readonly TeamMember[]): Promise<string[][]> {
  const known = await hr.knownAmong(members.flatMap(({ id = '', email = '' }) => [id, email]));
  const reaches = (listedAs: string) => known.get(listedAs.normalize('NFC').toLowerCase()) === 'reachable';
  return members.map(({ id = '', email = '' }) => [!email || (reaches(id) && !reaches(email)) ? id : email]);
}

function declined({ status }: SendRefusal): Declined {
  if (status === 403 || status === 404) return notFound();
  return new Declined('unavailable', status === 429 ? hrTexts.teams.busy : hrTexts.teams.incomplete);
}

const notFound = () => new Declined('notFound', hrTexts.teams.notThere);
