import { type Passage } from '../knowledge/documents/passages';
import { placeOf, type CitedPlace } from '../knowledge/openDocument';
import { isSame } from './signature';

/** Links to passages. A link says which words of which document, and until when; nothing of who got it. */
export interface DocumentLinks {
  /** The link to a passage, at the service's address; undefined where it has none. */
  readonly linkTo: (address: string | undefined, passage: Passage) => string | undefined;
  readonly read: (path: string) => ReadLink;
}

export type ReadLink =
  | { readonly state: 'valid'; readonly place: CitedPlace; readonly lastDay: Date }
  | { readonly state: 'expired' }
  | { readonly state: 'unknown' };

export const linksBegin = '/dokument/';
/** The id of the passage on the page. */
export const citedMark = 'stycket';

const dayMs = 24 * 60 * 60 * 1000;
const form = new RegExp(`^${linksBegin}([a-z0-9-]{1,255})/(\\d{1,6})\\.([\\w-]{8})\\.(\\d{1,6})\\.([\\w-]{43})$`);

/**
 * `sign` is a keyed hash of what a link says. It ends at midnight (UTC), `days` whole days after the one when it was made: the same
 * answer has the same links for a whole day, and they don't tell when somebody asked.
 */
export function documentLinks(
  sign: (...parts: readonly string[]) => string,
  now: () => Date,
  days: number,
): DocumentLinks {
  const today = () => Math.floor(now().getTime() / dayMs);
  return {
    linkTo: (address, passage) => {
      if (!address) return undefined;
      const { document, number, fingerprint } = placeOf(passage);
      const said = [document, String(number), fingerprint, String(today() + days)];
      return `${address}${linksBegin}${document}/${[...said.slice(1), sign(...said)].join('.')}#${citedMark}`;
    },
    read: (path) => {
      const [, document = '', number = '', fingerprint = '', lastDay = '', signature = ''] = form.exec(path) ?? [];
      if (!document || !isSame(signature, sign(document, number, fingerprint, lastDay))) return { state: 'unknown' };
      if (today() > Number(lastDay)) return { state: 'expired' };
      return {
        state: 'valid',
        place: { document, number: Number(number), fingerprint },
        lastDay: new Date(Number(lastDay) * dayMs),
      };
    },
  };
}
