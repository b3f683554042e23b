import { type ShownDialogue, type SummaryLine } from '../dialogue/shown';
import { dayInWords } from '../shared/localTime';
import { fill } from '../shared/texts';
import { unmarked } from './button';
import { shortened } from './citedQuote';
import { sourceView, type CardContext } from './cardContext';

type Lines = readonly { readonly text: string }[];
type Summary = Extract<ShownDialogue, { at: 'summary' }>;

/**
 * A group's summary as a text that people can copy. What people wrote is escaped from Markdown, and each answer is on one line.
 */
export function summaryText(setting: CardContext, { content, lines, isLast }: Summary): string {
  const { summary } = setting.texts.dialogue;
  const view = sourceView(setting, content.question);
  const source = view ? [fill(summary.source, { source: unmarked(view.source) })] : [];
  const end = isLast ? [...source, summary.over] : [];
  return [...lines.map((line) => lineText(setting, content, line)), ...end].join('\n\n');
}

function lineText({ texts, now }: CardContext, content: Summary['content'], line: SummaryLine): string {
  const { summary } = texts.dialogue;
  switch (line.kind) {
    case 'title':
      return fill(summary.title, { title: content.title, day: dayInWords(now()) });
    case 'asked':
      return fill(summary.asked, { question: unmarked(content[line.round].quote) });
    case 'answer':
      return `- ${unmarked(line.text)}`;
    case 'lesson': {
      const { chosen, how } = line.lesson;
      const lesson = unmarked(content.lessons[chosen]?.quote ?? '');
      const tried = how ? [fill(summary.how, { how: unmarked(how) })] : [];
      return [fill(summary.lesson, { lesson }), ...tried].join('\n\n');
    }
  }
}

/** The line for a locked phone, and for a client that cannot show a card to one person. It holds nothing that a person wrote. */
export function dialogueSummary(
  { texts }: CardContext,
  shown: ShownDialogue,
  card?: { readonly notices: Lines; readonly title: string; readonly lead: Lines },
): string {
  const { short } = texts.dialogue;
  if (!card) return short.summary;
  const title = shown.at === 'round' ? (shown.own ? short.own : short.round) : card.title;
  return shortened(card.notices[0]?.text ?? (title || card.lead[0]?.text || short.own), 120);
}
