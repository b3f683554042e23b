import { type HrService } from './hrService';
import { type AuditEntry } from './ports';

/**
 * A page of the audit log, latest first, with the titles of campaigns that still exist. `after` is the id of the last entry on
 * the page before.
 */
export async function auditEntries(hr: HrService, after?: string): Promise<AuditEntry[]> {
  const titles = new Map((await hr.campaigns()).map(({ id, title }) => [id, title]));
  return (await hr.log(after)).map((entry) => {
    const title = titles.get(entry.about ?? '');
    return { ...entry, ...(title && { title }) };
  });
}
