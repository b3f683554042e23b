import { type Texts } from '../shared/texts';

export type Command = keyof Texts['commands'];

/** What is left to compare when capitals, punctuation and emoji are gone: "Hej!! 👋" is "hej"; a lone "?" stays. */
export const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .replace(/(\S)\?+/g, '$1')
    .trim();

/** The command that a text is, as a whole; a sentence that merely contains one ("hjälp mig att delegera") is a question. */
export function commandOf(commands: Texts['commands'], text: string): Command | undefined {
  const said = bare(text);
  return (Object.keys(commands) as Command[]).find((command) => commands[command].includes(said));
}
