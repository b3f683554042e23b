/** The revision that a page has shown; undefined where the address does not say. */
export const seenRevision = (url = ''): number | undefined => {
  const text = new URL(url, 'http://here').searchParams.get('revision');
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};

/** The name of the file that is sent; '' where the address does not say. */
export const fileNamed = (url = ''): string => new URL(url, 'http://here').searchParams.get('name') ?? '';
