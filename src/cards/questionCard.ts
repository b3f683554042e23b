import { longestToHr, mayReply, type AskedQuestion, type Said } from '../questions/question';
import { questionField, replyField, type ShownQuestion } from '../questions/shown';
import { fill } from '../shared/texts';
import { button, inert, unmarked, type Button } from './button';
import { type CardContext } from './cardContext';

/** What layouts/question.json shows. What people said is never read as Markdown and never looks like a quotation. */
export interface QuestionCard {
  readonly title: string;
  readonly notices: readonly { readonly text: string }[];
  readonly lead: readonly { readonly text: string }[];
  /** Texts, each with who wrote it. Above one that is `apart` there is a line, because the words of somebody else begin there. */
  readonly said: readonly { readonly label: string; readonly text: string; readonly apart?: boolean }[];
  readonly facts: readonly { readonly text: string }[];
  /** Why what was written was not taken, just above the field. */
  readonly problems: readonly { readonly text: string }[];
  readonly inputs: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly max: number;
  }[];
  readonly buttons: readonly Button[];
}

/** How long a question to HR is kept, as the values of a text: days after it is closed, months while it is open. */
export const questionTimes = ({ questionDays, openQuestionMonths }: CardContext['retention']) => ({
  days: String(questionDays),
  months: String(openQuestionMonths),
});

const asText = (text: string) => ({ text });
const empty = { notices: [], lead: [], said: [], facts: [], problems: [], inputs: [] };

/**
 * The button that asks HR, beside an answer that was not found or is not sure. Empty outside the personal chat, where there is no
 * question.
 */
export const askHrButton = ({ texts }: CardContext, question?: string): Button[] =>
  question ? [button(texts.questions.buttons.ask, 'askHr', { question: inert(question).slice(0, longestToHr) })] : [];

/** A question to HR: before it is sent, and after. */
export function questionCard(setting: CardContext, shown: ShownQuestion): QuestionCard {
  const { preview, rewriting, left, buttons } = setting.texts.questions;
  if (shown.at === 'sent') return sentCard(setting, shown);
  const { id } = shown;
  const unsent = { asked: id, text: inert(shown.text) };
  switch (shown.at) {
    case 'preview':
      return {
        ...empty,
        title: preview.title,
        said: [{ label: fill(preview.from, { name: unmarked(shown.name) }), text: unsent.text }],
        facts: [
          asText(unmarked(shown.promise)),
          asText(fill(preview.kept, questionTimes(setting.retention))),
          asText(setting.texts.campaigns.seen.law),
        ],
        buttons: [
          button(buttons.send, 'sendToHr', { ...unsent, name: inert(shown.name) }, 'positive'),
          button(buttons.rewrite, 'rewriteToHr', unsent),
          button(buttons.leave, 'leaveToHr', unsent),
        ],
      };
    case 'rewriting':
      return {
        ...empty,
        title: rewriting.title,
        problems: shown.isEmpty ? [asText(setting.texts.questions.nothingWritten)] : [],
        lead: [asText(rewriting.lead)],
        inputs: [{ id: questionField, label: rewriting.label, value: unsent.text, max: longestToHr }],
        buttons: [button(buttons.preview, 'previewToHr', { asked: id }, 'positive')],
      };
    case 'left':
      return {
        ...empty,
        title: left.title,
        lead: [asText(left.lead)],
        buttons: [button(buttons.again, 'previewToHr', unsent)],
      };
  }
}

/** What was said, and who answers next. An answer is shown with its question. A closed question shows everything. */
function sentCard(
  { texts: { questions } }: CardContext,
  { question, promise, notice }: Extract<ShownQuestion, { at: 'sent' }>,
): QuestionCard {
  const { state, said, id } = question;
  const { buttons } = questions;
  const isFirst = said.length === 1;
  const waiting = isFirst ? questions.sent : questions.replied;
  const titles = {
    new: waiting.title,
    taken: waiting.title,
    answered: questions.answered.title,
    closed: questions.closed,
  };
  const replies = mayReply(question);
  return {
    ...empty,
    title: titles[state],
    notices: notice ? [asText(notice)] : [],
    lead: leadOf(question) ? [asText(waiting.lead), ...(promise && isFirst ? [asText(unmarked(promise))] : [])] : [],
    said: (state === 'answered' ? said.slice(-2) : said).map(({ by, text }) => ({
      label: questions.said[by satisfies Said['by']],
      text: inert(text),
    })),
    inputs: replies ? [{ id: replyField, label: questions.answered.label, value: '', max: longestToHr }] : [],
    buttons: [
      ...(replies ? [button(buttons.reply, 'replyToHr', { asked: id })] : []),
      ...(state === 'closed'
        ? []
        : [button(state === 'answered' ? buttons.thanks : buttons.close, 'closeToHr', { asked: id })]),
    ],
  };
}

const leadOf = ({ state }: AskedQuestion): boolean => state === 'new' || state === 'taken';
