import { type Passage } from '../knowledge/documents/passages';
import { placeOf, type CitedPlace } from '../knowledge/openDocument';
import { isSame } from './signature';

/** Links to passages. A link says which words of which document, and until when it works. It does not say who got it. */
export interface DocumentLinks {
  /** The link to a passage, at the service's address; undefined where it has none. */
  readonly linkTo: (address: string | undefined, passage: Passage) => string | undefined;
  readonly read: (path: string) => ReadLink;
}

export type ReadLink =
  /**
   * `group` is set where it was made for the members of a group. Such a link has no last day, because it works for some minutes
   * only.
   */
  | { readonly state: 'valid'; readonly place: CitedPlace; readonly lastDay?: Date; readonly group?: string }
  | { readonly state: 'expired'; readonly group?: string }
  | { readonly state: 'unknown' };

export const linksBegin = '/dokument/';
/** The id of the passage on the page. */
export const citedMark = 'stycket';

const dayMs = 24 * 60 * 60 * 1000;
/** Milliseconds for which a link to a document of a group works. A person who gets it from a member has little time. */
const minuteMs = 60 * 1000;
export const minutesForGroup = 15;
const form = new RegExp(
  `^${linksBegin}([a-z0-9-]{1,255})/(\\d{1,6})\\.([\\w-]{8})\\.(\\d{1,9}(?:-[a-z0-9-]{1,64})?)\\.([\\w-]{43})$`,
);

/**
 * Returns how links to documents are made and read. `sign` is a keyed hash of what a link says. `days` is how long a link works.
 * A link ends at midnight (UTC), so the same answer has the same links for a whole day, and a link does not tell when somebody
 * asked.
 * A link to a document of a group names the group and works for some minutes only.
 * `read` answers `unknown` for a link that is not ours, and `expired` for one that has ended. It never throws.
 */
export function documentLinks(
  sign: (...parts: readonly string[]) => string,
  now: () => Date,
  days: number,
): DocumentLinks {
  const today = () => Math.floor(now().getTime() / dayMs);
  const minute = () => Math.floor(now().getTime() / minuteMs);
  const endOf = (group: string | undefined): string =>
    group === undefined ? String(today() + days) : `${minute() + minutesForGroup}-${group}`;
  return {
    linkTo: (address, passage) => {
      if (!address) return undefined;
      const { document, number, fingerprint } = placeOf(passage);
      const said = [document, String(number), fingerprint, endOf(passage.document.group)];
      return `${address}${linksBegin}${document}/${[...said.slice(1), sign(...said)].join('.')}#${citedMark}`;
    },
    read: (path) => {
      const [, document = '', number = '', fingerprint = '', end = '', signature = ''] = form.exec(path) ?? [];
      if (!document || !isSame(signature, sign(document, number, fingerprint, end))) return { state: 'unknown' };
      const place = { document, number: Number(number), fingerprint };
      const [last, group] = [Number.parseInt(end, 10), end.replace(/^\d+-?/, '')];
      if (group) return minute() > last ? { state: 'expired', group } : { state: 'valid', place, group };
      return today() > last ? { state: 'expired' } : { state: 'valid', place, lastDay: new Date(last * dayMs) };
    },
  };
}
