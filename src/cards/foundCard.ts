import { type Reply } from '../bot/reply';
import { type Button } from './button';
import { type CardContext } from './cardContext';
import { quoteLines } from './citedQuote';
import { quoteView } from './quoteView';

type Found = Extract<Reply, { kind: 'found' }>;

/** What layouts/found.json shows: the quotation, those of other documents beside it, and what is folded away. */
export function foundCard(
  setting: CardContext,
  { quote, beside, more, followUps }: Found['answer'],
  guides: readonly Button[],
) {
  const labels = setting.texts.found;
  const whole = quote.excerpt === quote.passage.text ? [] : quoteLines(quote.passage.text);
  return {
    ...quoteView(setting, quote),
    whole,
    beside: beside.map((other) => quoteView(setting, other)),
    more: more.map((other) => quoteView(setting, other)),
    toggles: [
      ...(whole.length ? [{ title: labels.whole, target: 'whole' }] : []),
      ...(more.length ? [{ title: labels.moreSources, target: 'more' }] : []),
    ],
    questions: followUps.map((question) => ({ question })),
    guides,
    labels,
  };
}
