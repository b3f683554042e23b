import { type Passage } from '../knowledge/documents/passages';
import { type Quote } from '../knowledge/ranking/quote';
import { inert, unmarked } from './button';
import { yearWords, type CardContext } from './cardContext';
import { quoted, shortened, sourceLine } from './citedQuote';
import { type Citation } from './message';

/** What the layouts need to show one quote with its source. */
export const quoteView = (setting: CardContext, { passage, excerpt }: Quote) => ({
  // Only the two innermost headings: the outermost is most often the document's own title.
  heading: passage.heading
    .slice(-2)
    .map((part) => unmarked(part.replace(/:$/, '')))
    .join(' › '),
  excerpt: quoted(excerpt),
  source: sourceLine(passage, yearWords(setting)),
  weight: unmarked(passage.weight),
  links: sourceLinks(setting, passage),
});

/** Links to the document in Markdown: our own page of it, and the publisher's. '' where there is neither. */
export function sourceLinks({ texts: { document }, linkTo }: CardContext, passage: Passage): string {
  const links = [
    [document.open, linkTo(passage)],
    [document.original, passage.document.url],
  ];
  return links.flatMap(([words, address]) => (address ? `[${words}](${address})` : [])).join(' · ');
}

/** The source behind a `[n]`. It leads to the publisher's page where we know one, else to our own. */
export function citationOf(setting: CardContext, { passage, excerpt }: Quote, position: number): Citation {
  const url = passage.document.url ?? setting.linkTo(passage);
  return {
    position,
    name: shortened(sourceLine(passage, yearWords(setting)), 80),
    abstract: shortened(inert(excerpt), 160),
    ...(url && { url }),
  };
}
