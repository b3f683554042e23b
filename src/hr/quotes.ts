import { allQuotes, type Answer } from '../knowledge/answer';
import { quotesOf } from '../knowledge/topics/topic';
import { Declined } from './declined';
import { type HrService } from './hrService';
import { hrTexts } from '../shared/catalogues';

/** Words of a document that HR may put beside a question. */
export interface QuoteView {
  /** The document's id. */
  readonly document: string;
  readonly quote: string;
  /** "Region Skåne: Motionssvar, 2021". */
  readonly source: string;
}

/** Characters of a search, and of a quotation that is shown beside a question. */
const longestSearch = 200;
const longestQuote = 600;
const mostQuotes = 6;

/**
 * At most six quotations that the bot would answer with. `json` is `{ search }`. HR's search words are not stored.
 * @throws {Declined} `invalid` where there are no search words
 */
export async function findQuotes(hr: HrService, json: unknown): Promise<QuoteView[]> {
  const { search: text } = Object(json) as { search?: unknown };
  const search = typeof text === 'string' ? text.trim().slice(0, longestSearch) : '';
  if (!search) throw new Declined('invalid', hrTexts.questions.quoteAbout);
  const found = quotedIn(await hr.ask(search)).filter((quote) => hr.isQuoted(quote));
  return found.filter(({ quote }, at) => found.findIndex((other) => other.quote === quote) === at).slice(0, mostQuotes);
}

function quotedIn(answer: Answer): QuoteView[] {
  const quotes =
    answer.outcome === 'found'
      ? allQuotes(answer).map(({ passage, excerpt }) => ({ passage, text: excerpt }))
      : answer.outcome === 'topic'
        ? quotesOf(answer.topic)
        : answer.outcome === 'unsure'
          ? answer.candidates.map(({ passage, excerpt }) => ({ passage, text: excerpt }))
          : [];
  return quotes
    .filter(({ text }) => text.length <= longestQuote)
    .map(({ passage: { document }, text }) => ({
      document: document.id,
      // A list item on its own is a sentence.
      quote: text.includes('\n') ? text : text.replace(/^ *- /, ''),
      source: [`${document.publisher}: ${document.title}`, document.date?.slice(0, 4)].filter(Boolean).join(', '),
    }));
}
