import { type Texts } from '../shared/texts';

export type Command = keyof Texts['commands'];

/**
 * A text in lower case without punctuation and emoji, for comparing. "Hej!! 👋" becomes "hej". A question mark on its own stays.
 */
export const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .replace(/(\S)\?+/g, '$1')
    .trim();

/** The command that a whole text is; undefined for a sentence that only contains one ("hjälp mig att delegera" is a question). */
export function commandOf(commands: Texts['commands'], text: string): Command | undefined {
  const said = bare(text);
  return (Object.keys(commands) as Command[]).find((command) => commands[command].includes(said));
}
