import { type Reply } from '../bot/reply';
import { askButton, inSight, stacked, type Button } from './button';
import { type CardContext } from './cardContext';
import { quoteLines } from './citedQuote';
import { disagreementView } from './disagreementView';
import { quoteView } from './quoteView';

type Found = Extract<Reply, { kind: 'found' }>;

/** What layouts/found.json shows: the quotation, quotations of other documents beside it, and what a press unfolds. */
export function foundCard(setting: CardContext, answer: Found['answer'], guides: readonly Button[]) {
  const { quote, beside, more, followUps } = answer;
  const labels = setting.texts.found;
  const whole = quote.excerpt === quote.passage.text ? [] : quoteLines(quote.passage.text);
  const questions = followUps.map((question) => askButton(question, question));
  const first = questions.slice(0, inSight - guides.length);
  const rows = stacked([...first, ...guides], questions.slice(first.length));
  const toggles = [
    ...(whole.length ? [{ title: labels.whole, target: 'whole' }] : []),
    ...(more.length ? [{ title: labels.moreSources, target: 'more' }] : []),
  ];
  return {
    ...quoteView(setting, quote),
    differs: disagreementView(setting.texts, answer),
    whole,
    beside: beside.map((other) => quoteView(setting, other)),
    more: more.map((other) => quoteView(setting, other)),
    goOn: questions.length ? labels.followUps : '',
    rows: rowsWith(rows, toggles),
    labels,
  };
}

/**
 * Buttons that unfold a part of the card are behind "…" in the last row, or in the row itself where there are no other buttons.
 */
function rowsWith(
  rows: readonly { readonly buttons: readonly object[] }[],
  toggles: readonly { readonly title: string; readonly target: string }[],
) {
  if (!rows.length)
    return toggles.length ? [{ buttons: [], toggles: toggles.map((each) => ({ ...each, mode: 'primary' })) }] : [];
  const hidden = toggles.map((each) => ({ ...each, mode: 'secondary' }));
  return rows.map((row, at) => ({ ...row, toggles: at === rows.length - 1 ? hidden : [] }));
}
