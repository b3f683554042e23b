import { passagesOf } from '../knowledge/documents/passages';
import { type WrittenDocument } from '../knowledge/documents/document';
import { findQuote } from '../knowledge/documents/verbatim';
import { Declined } from './declined';
import { type HrService } from './hrService';
import { hrTexts } from '../shared/catalogues';
import { fill } from '../shared/fill';

/** How many quotations a refusal names. */
const mostNamed = 3;

/**
 * Checks that topics and guides keep what they quote when a document becomes `next` (undefined where it is removed).
 * @throws {Declined} `conflict` where `next` does not have the quoted words, or not for everyone
 */
export function refuseQuoted(hr: HrService, id: string, next: WrittenDocument | undefined): void {
  const quoted = hr.library.quoted().filter(({ document }) => document === id);
  if (quoted.length === 0) return;
  const passages = next && passagesOf(next);
  const isThere = ({ quote }: { readonly quote: string }) =>
    next !== undefined && next.group === undefined && findQuote(next, passages!, quote) !== undefined;
  const missing = quoted.filter((one) => !isThere(one));
  if (missing.length === 0) return;
  const by = [...new Set(missing.map((one) => one.by))];
  const first = by.slice(0, mostNamed).join(', ');
  const named =
    by.length > mostNamed ? fill(hrTexts.quoted.andMore, { named: first, more: by.length - mostNamed }) : first;
  if (!next) throw new Declined('conflict', fill(hrTexts.quoted.withdraw, { named }));
  if (next.group !== undefined) {
    const why = fill(hrTexts.quoted.forGroup, { named });
    throw new Declined('conflict', why, { audience: why });
  }
  const [{ quote }] = missing as [(typeof missing)[number]];
  throw new Declined('conflict', fill(hrTexts.quoted.replace, { named, quote: quote.slice(0, 80) }));
}
