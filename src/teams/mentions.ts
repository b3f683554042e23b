import { type Activity } from './activity';
import { readMarkup } from './markup';

interface Mention {
  /** As the text has it, such as "<at>Tillitscoachen</at>". */
  readonly text: string;
  readonly name: string;
  readonly isBot: boolean;
}

/** Whether an account is the bot that got this activity. */
export const isBot = (activity: Activity, account: { id?: string }): boolean => account.id === activity.recipient.id;

/** The mentions that an activity names. Entities of other kinds and those without a mentioned account are left out. */
export const mentionsIn = (activity: Activity): Mention[] =>
  (activity.entities ?? []).flatMap((entity) => {
    const { mentioned, text } = entity as { mentioned?: { id?: string; name?: string }; text?: string };
    if (entity.type !== 'mention' || !mentioned) return [];
    return [{ text: text?.trim() ?? '', name: mentioned.name ?? '', isBot: isBot(activity, mentioned) }];
  });

/** Returns a function that says whether a mentioned name is the bot's. */
export function botNames(activity: Activity, mentions: readonly Mention[]): (name: string) => boolean {
  const names = mentions.filter((mention) => mention.isBot).flatMap(({ name, text }) => [name, inner(text)]);
  const known = new Set([activity.recipient.name ?? '', ...names].map(compared).filter(Boolean));
  return (name) => known.has(compared(name));
}

const compared = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase();
const inner = (mention: string): string =>
  readMarkup(mention)
    .map(({ words }) => words)
    .join('');

/** A text in which everything that the mentions name is marked as a mention, and mentions of the bot are removed. */
export function withMentionsMarked(text: string, mentions: readonly Mention[]): string {
  const unmarked = mentions.filter((mention) => mention.text && (mention.isBot || !/^<at[\s>]/i.test(mention.text)));
  if (!unmarked.length) return text;
  const known = new Map(unmarked.map((mention) => [mention.text, mention]));
  const longestFirst = [...known.keys()].sort((one, other) => other.length - one.length);
  const any = new RegExp(
    longestFirst.map((written) => written.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'),
    'g',
  );
  return text.replace(any, (written) => (known.get(written)?.isBot ? ' ' : `<at>${written.replace(/[<>]/g, '')}</at>`));
}

/** A name after an at sign that the client did not make a mention. In an address, letters come before the sign. */
export const typedMention = /(?<![^\s(])@[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;
