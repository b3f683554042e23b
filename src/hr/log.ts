import { type Desk, type Entry } from './desk';

/** A page of the audit log, with the titles of the campaigns that are there. */
export async function logOf(desk: Desk, after?: string): Promise<Entry[]> {
  const titles = new Map((await desk.campaigns()).map(({ id, title }) => [id, title]));
  return (await desk.log(after)).map((entry) => {
    const title = titles.get(entry.about ?? '');
    return { ...entry, ...(title && { title }) };
  });
}
