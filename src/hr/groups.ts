import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readAbsences, type AbsenceLine } from '../campaigns/absences';
import { countVerdicts, longestUnit, readAudienceList, type ListLine, type Verdict } from '../campaigns/audienceList';
import { type HrService } from './hrService';
import { readList, type ListSource } from './readList';
import { type Rows } from '../campaigns/listColumns';
import { type Actor } from '../campaigns/ports';
import { Declined } from './declined';
import { type Group, type ListedMember } from './ports';
import { hrTexts } from '../shared/catalogues';

/** A member of a group, as HR lists them. */
const Member = z.strictObject({ listedAs: z.string().min(3).max(254), unit: z.string().max(longestUnit) });
const New = z.strictObject({
  title: z.string().trim().min(1, hrTexts.invalid.name).max(100, hrTexts.invalid.nameTooLong),
  members: z.array(Member).min(1, hrTexts.groups.upload).max(20_000, hrTexts.groups.tooMany),
});
const Changed = New.partial({ members: true });

/** What HR sees of a list before it is stored. */
export interface ListView {
  readonly lines: readonly ListLine[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** The header of the column with units; '' where it has none, undefined where there is no such column. */
  readonly unitHeading?: string;
  /** How an upload was read. */
  readonly source?: ListSource;
}

/**
 * Reads an uploaded list (the bytes of a CSV file or a workbook) and says what becomes of each row. Nothing is stored.
 * @throws {Declined} `invalid` where it has no rows to read
 */
export async function previewList(hr: HrService, bytes: Buffer): Promise<ListView> {
  const { rows, source } = await readList(hr, bytes);
  return { ...(await viewOf(hr, rows)), source };
}

/** What becomes of each row of a list: known, unknown, listed twice or malformed. */
export async function viewOf(hr: HrService, rows: Rows): Promise<ListView> {
  const named = new Set<string>();
  readAudienceList(rows, (listedAs) => void named.add(listedAs));
  const known = await hr.knownAmong([...named]);
  const list = readAudienceList(rows, (listedAs) => known.get(listedAs));
  return { ...list, counts: countVerdicts(list.lines) };
}

/** A group with its members. @throws {Declined} `notFound` */
export async function showGroup(hr: HrService, id: string): Promise<Group & { members: readonly ListedMember[] }> {
  const group = (await hr.groups()).find((one) => one.id === id);
  if (!group) throw notFound();
  return { ...group, members: await hr.membersOf(id) };
}

/**
 * Stores a new group, or with `id` replaces the title of one and, where `json` has them, its members. `json` is
 * `{ title, members }`.
 * @throws {Declined} `invalid` with the fields that are wrong, or `notFound`
 */
export async function saveGroup(hr: HrService, json: unknown, by: Actor, id?: string): Promise<Group> {
  const read = (id === undefined ? New : Changed).safeParse(json);
  if (!read.success) {
    const fields = read.error.issues.map(({ path, message }) => [String(path[0] ?? 'title'), message] as const);
    throw new Declined('invalid', hrTexts.invalid.fields, Object.fromEntries(fields));
  }
  const { title, members } = read.data;
  const group = { id: id ?? randomUUID(), title };
  if (id === undefined) await hr.addGroup(group, members ?? []);
  else if (!(await hr.changeGroup(group, members))) throw notFound();
  await hr.record(by, id === undefined ? 'group' : 'regroup', group.id);
  return { ...group, size: (members ?? (await hr.membersOf(group.id))).length };
}

/**
 * Deletes a group and its list of members.
 * @throws {Declined} `notFound`, or `conflict` where a campaign or a document uses it
 */
export async function deleteGroup(hr: HrService, id: string, by: Actor): Promise<void> {
  const removed = await hr.removeGroup(id);
  if (removed === 'missing') throw notFound();
  if (removed === 'inUse') throw new Declined('conflict', hrTexts.groups.used);
  await hr.record(by, 'ungroup', id);
}

export interface AbsencesView {
  readonly lines: readonly AbsenceLine[];
  readonly source: ListSource;
}

/**
 * Reads an uploaded list of absences. It is stored only where every row could be read; the result says what each row became.
 * @throws {Declined} `invalid` where there is nothing to read
 */
export async function uploadAbsences(hr: HrService, bytes: Buffer, by: Actor): Promise<AbsencesView> {
  const { rows, source } = await readList(hr, bytes);
  const lines = readAbsences(rows, nobody);
  if (lines.every(({ verdict }) => verdict !== 'malformed')) {
    await hr.absences.replace(lines.filter(({ verdict }) => verdict !== 'duplicate'));
    await hr.record(by, 'absences');
  }
  return { lines, source };
}

const nobody = () => undefined;
const notFound = () => new Declined('notFound', hrTexts.gone.group);
