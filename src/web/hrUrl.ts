import { z } from 'zod';

/** The revision that a page has shown; undefined where the address names none. */
export const seenRevision = (url = ''): number | undefined => {
  const text = new URL(url, 'http://here').searchParams.get('revision');
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};

/** The name of the uploaded file; '' where the address names none. */
export const fileNamed = (url = ''): string => new URL(url, 'http://here').searchParams.get('name') ?? '';

/**
 * From which local day (YYYY-MM-DD) and for how many working days a card can be answered. A value that the address does not give
 * is undefined.
 */
export function timeToAnswer(url = ''): { readonly from?: string; readonly days?: number } {
  const { searchParams } = new URL(url, 'http://here');
  const from = z.string().date().safeParse(searchParams.get('from'));
  const days = z.coerce.number().int().min(1).max(30).safeParse(searchParams.get('days'));
  return { ...(from.success && { from: from.data }), ...(days.success && { days: days.data }) };
}

/** The id of the document that a publication withdraws; undefined where the address names none. */
export const withdrawnBy = (url = ''): string | undefined => {
  const id = new URL(url, 'http://here').searchParams.get('withdraws');
  return id !== null && /^[a-z0-9-]{1,100}$/.test(id) ? id : undefined;
};
