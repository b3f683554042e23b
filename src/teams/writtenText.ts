import { type Activity } from './activity';
import { hasFile, htmlOf, isReference } from './attachments';
import { holdsQuote, readMarkup, readPlain, type Stretch } from './markup';
import { botNames, mentionsIn, typedMention, withMentionsMarked } from './mentions';
import { behindQuote, quotePlace, quotedTexts } from './quotedMessage';

/** What a person wrote now: without what the message quotes, and without mentions of the bot. */
export interface WrittenText {
  /** With the names of the colleagues whom it mentions. */
  readonly text: string;
  /** The text without the names of colleagues, where it mentions any: they are no part of the question. */
  readonly unnamed?: string;
  readonly hasAttachment: boolean;
}

/** Reads what the person wrote now out of an activity, which holds it in several forms. */
export function writtenText(activity: Activity): WrittenText {
  const mentions = mentionsIn(activity);
  const isBotsName = botNames(activity, mentions);
  const stretches = withoutQuote(activity, read(activity, mentions));
  const joined = (nameOf: (name: string) => string) =>
    stretches.map(({ words, isMention }) => (isMention ? nameOf(words) : words)).join('');
  const text = joined((name) => (isBotsName(name) ? ' ' : name));
  const unnamed = joined(() => ' ').replace(typedMention, ' ');
  return { text, ...(unnamed !== text && { unnamed }), hasAttachment: hasFile(activity) };
}

function read(activity: Activity, mentions: ReturnType<typeof mentionsIn>): readonly Stretch[] {
  const text = activity.text ?? '';
  const html = htmlOf(activity);
  // The HTML copy tells the quote from the rest. It is the only text where the plain one is empty.
  if (html && (!text.trim() || holdsQuote(html) || activity.attachments?.some(isReference))) {
    const copy = tidied(readMarkup(html));
    if (copy.some(({ words }) => words.trim())) return copy;
  }
  const marked = withMentionsMarked(text.replace(quotePlace, ' '), mentions);
  return activity.textFormat === 'xml' || holdsQuote(text) ? tidied(readMarkup(marked)) : readPlain(marked);
}

/** In markup, a line ends where an element does, and white space is one space. */
const tidied = (stretches: readonly Stretch[]): Stretch[] =>
  stretches.map(({ words, isMention }) => ({
    words: words.replace(/[^\S\n]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n'),
    isMention,
  }));

/** Some clients write the quoted text before the message. A text that is nothing else was written and not quoted. */
function withoutQuote(activity: Activity, stretches: readonly Stretch[]): readonly Stretch[] {
  const [first, ...others] = stretches;
  if (!first || first.isMention) return stretches;
  for (const quote of quotedTexts(activity)) {
    const words = behindQuote(first.words, quote);
    if (words !== undefined && (words.trim() || others.length)) return [{ words, isMention: false }, ...others];
  }
  return stretches;
}
