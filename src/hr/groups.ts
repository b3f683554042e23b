import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readAbsences, type AbsenceLine } from '../campaigns/absences';
import { countVerdicts, readAudienceList, type ListLine, type Verdict } from '../campaigns/audienceList';
import { type HrService } from './hrService';
import { type Actor } from '../campaigns/ports';
import { Declined } from './declined';
import { type Group, type ListedMember } from './ports';

/** One of a group, as HR lists her. */
const Member = z.strictObject({ listedAs: z.string().min(3).max(254), unit: z.string().max(100) });
const Body = z.strictObject({
  title: z.string().trim().min(1, 'Skriv ett namn.').max(100, 'Namnet får ha högst 100 tecken.'),
  members: z.array(Member).min(1, 'Ladda upp en lista.').max(20_000),
});

/** What HR sees of a list before she keeps it. */
export interface ListView {
  readonly lines: readonly ListLine[];
  readonly counts: Readonly<Record<Verdict, number>>;
}

export const previewList = async (hr: HrService, bytes: Buffer): Promise<ListView> =>
  viewOf(hr, await rowsOf(hr, bytes));

/** What becomes of each row. */
export async function viewOf(hr: HrService, rows: readonly (readonly string[])[]): Promise<ListView> {
  const known = await hr.knownAmong(readAudienceList(rows, nobody).map(({ listedAs }) => listedAs));
  const lines = readAudienceList(rows, (listedAs) => known.get(listedAs));
  return { lines, counts: countVerdicts(lines) };
}

export async function showGroup(hr: HrService, id: string): Promise<Group & { members: readonly ListedMember[] }> {
  const group = (await hr.groups()).find((one) => one.id === id);
  if (!group) throw notFound();
  return { ...group, members: await hr.membersOf(id) };
}

/** Keeps a new group, or what one has become. */
export async function saveGroup(hr: HrService, json: unknown, by: Actor, id?: string): Promise<Group> {
  const read = Body.safeParse(json);
  if (!read.success) {
    const fields = read.error.issues.map(({ path, message }) => [String(path[0] ?? 'title'), message] as const);
    throw new Declined('invalid', 'Något saknas eller är fel ifyllt.', Object.fromEntries(fields));
  }
  const { title, members } = read.data;
  const group = { id: id ?? randomUUID(), title };
  if (id === undefined) await hr.addGroup(group, members);
  else if (!(await hr.changeGroup(group, members))) throw notFound();
  await hr.record(by, id === undefined ? 'group' : 'regroup', group.id);
  return { ...group, size: members.length };
}

export async function deleteGroup(hr: HrService, id: string, by: Actor): Promise<void> {
  const removed = await hr.removeGroup(id);
  if (removed === 'missing') throw notFound();
  if (removed === 'inUse') throw new Declined('conflict', 'Gruppen används i ett utskick som inte är avslutat.');
  await hr.record(by, 'ungroup', id);
}

export interface AbsencesView {
  readonly lines: readonly AbsenceLine[];
}

/** What became of an uploaded list of those who are away: kept where every line could be read. */
export async function uploadAbsences(hr: HrService, bytes: Buffer, by: Actor): Promise<AbsencesView> {
  const lines = readAbsences(await rowsOf(hr, bytes), nobody);
  if (lines.every(({ verdict }) => verdict !== 'malformed')) {
    await hr.absences.replace(lines.filter(({ verdict }) => verdict !== 'duplicate'));
    await hr.record(by, 'absences');
  }
  return { lines };
}

async function rowsOf(hr: HrService, bytes: Buffer): Promise<readonly (readonly string[])[]> {
  const read = await hr.readSheet(bytes);
  if ('fault' in read) throw new Declined('invalid', faults[read.fault] ?? faults.notASheet!);
  return read.rows;
}

const faults: Readonly<Record<string, string>> = {
  tooLarge: 'Filen är för stor. Den får vara högst 2 MB.',
  empty: 'Filen är tom.',
  notASheet: 'Filen går inte att läsa. Spara den som CSV eller som Excel-arbetsbok (.xlsx) och försök igen.',
  oldExcel: 'Det är en äldre Excel-fil (.xls). Spara den som Excel-arbetsbok (.xlsx) och försök igen.',
  locked: 'Filen är låst med lösenord. Spara den utan lösenord och försök igen.',
  broken: 'Filen är skadad. Öppna den i Excel, spara den på nytt och försök igen.',
  tooManyRows: 'Filen har för många rader. Den får ha högst 20 000.',
  tooManyColumns: 'Filen har för många kolumner. Den får ha högst 50.',
  cellTooLong: 'En cell i filen har för mycket text. Den får ha högst 500 tecken.',
};

const nobody = () => undefined;
const notFound = () => new Declined('notFound', 'Gruppen finns inte längre.');
