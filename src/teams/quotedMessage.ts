import { type Activity } from './activity';
import { isReference } from './attachments';

/** The element in which newer clients show a quoted message within the text. */
export const quotePlace = /<quoted\s+messageId="[^"<>]*"\s*(?:\/>|>\s*<\/quoted>)/gi;

/** A message that is quoted by reference, in the forms in which clients write it before the text, longest first. */
export function quotedTexts({ attachments }: Activity): string[] {
  const reference = attachments?.find(isReference);
  const content = reference && (parsed(reference.content) as Reference);
  const preview = content?.messagePreview;
  if (typeof preview !== 'string' || !preview.trim()) return [];
  const sender = content?.messageSender?.user?.displayName;
  return [...(typeof sender === 'string' ? [`${sender} ${preview}`] : []), preview];
}

type Reference =
  | {
      readonly messagePreview?: unknown;
      readonly messageSender?: { readonly user?: { readonly displayName?: unknown } | null } | null;
    }
  | undefined;

function parsed(content: unknown): unknown {
  try {
    const value: unknown = typeof content === 'string' ? JSON.parse(content) : content;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const ellipsis = /(?:…|\.{3})\s*$/;

/** The text after a quote with which it begins; undefined where it does not begin with the quote. */
export function behindQuote(text: string, quote: string): string | undefined {
  let at = 0;
  for (const sign of quote.replace(ellipsis, '').replace(/\s/g, '')) {
    while (/\s/.test(text.charAt(at))) at++;
    if (!text.startsWith(sign, at)) return undefined;
    at += sign.length;
  }
  const rest = text.slice(at);
  // The preview may be cut while the text before it is not. Then the quote is the whole first line.
  return ellipsis.test(quote) && rest.includes('\n') ? rest.slice(rest.indexOf('\n')) : rest;
}
