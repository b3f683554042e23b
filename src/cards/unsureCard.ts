import { type Quote } from '../knowledge/ranking/quote';
import { fill } from '../shared/texts';
import { button, oneRow, type Button } from './button';
import { type CardContext } from './cardContext';
import { teaser } from './citedQuote';
import { quoteView } from './quoteView';

/** Characters of each candidate, when the person chooses: three of them fit a phone's screen. */
const teaserLength = 180;

/**
 * What layouts/unsure.json shows: the beginnings of passages that may be meant, numbered, and one row of buttons to choose from.
 */
export function unsureCard(setting: CardContext, candidates: readonly Quote[], others: readonly Button[]) {
  const { unsure } = setting.texts;
  const numbered = candidates.map((quote, at) => ({ quote, number: String(at + 1) }));
  return {
    candidates: numbered.map(({ quote, number }, at) => {
      const view = quoteView(setting, quote);
      const suggestion = fill(unsure.suggestion, { number });
      return {
        ...view,
        heading: [suggestion, view.heading].filter(Boolean).join(' · '),
        excerpt: teaser(quote.excerpt, teaserLength),
        separator: at > 0,
      };
    }),
    buttons: oneRow([
      ...numbered.map(({ quote, number }) =>
        button(fill(unsure.choose, { number }), 'cite', { passage: quote.passage.id }),
      ),
      ...others,
    ]),
    labels: { otherwise: fill(unsure.otherwise, { hrContact: setting.hrContact }) },
  };
}
