import { type Texts } from '../shared/texts';

type Commands = Texts['commands'];
export type Command = keyof Commands;

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

/**
 * The command that a whole text is; undefined for a sentence that only contains one ("hjälp mig att delegera" is a question). A
 * courtesy before or after it does not count: "kan du visa ämnen, tack".
 */
export function commandOf({ commands, courtesies }: Pick<Texts, 'commands' | 'courtesies'>, text: string) {
  const { whole, beginnings } = readCommands(commands);
  const said = bare(text);
  const find = (words: string): Command | undefined =>
    whole.get(words) ?? beginnings.find(([beginning]) => words.startsWith(beginning))?.[1];
  return find(said) ?? find(withoutCourtesies(courtesies, said));
}

function withoutCourtesies({ before, after }: Texts['courtesies'], said: string): string {
  const first = before.find((words) => said.startsWith(`${words} `));
  if (first) return withoutCourtesies({ before, after }, said.slice(first.length + 1));
  const last = after.find((words) => said.endsWith(` ${words}`));
  return last ? withoutCourtesies({ before, after }, said.slice(0, -last.length - 1)) : said;
}

interface ReadCommands {
  readonly whole: ReadonlyMap<string, Command>;
  /** Each ends with a space. */
  readonly beginnings: readonly (readonly [string, Command])[];
}
const read = new WeakMap<Commands, ReadCommands>();

/** The phrases of all commands. They are spelled out once for each file. */
function readCommands(commands: Commands): ReadCommands {
  const known = read.get(commands);
  if (known) return known;
  const phrases = (Object.keys(commands) as Command[]).flatMap((command) =>
    commands[command].flatMap(phrasesOf).map((phrase) => [phrase, command] as const),
  );
  const isBeginning = ([phrase]: readonly [string, Command]) => phrase.endsWith('…');
  const made = {
    whole: new Map(phrases.filter((one) => !isBeginning(one))),
    beginnings: phrases.filter(isBeginning).map(([phrase, command]) => [phrase.slice(0, -1), command] as const),
  };
  read.set(commands, made);
  return made;
}

/**
 * The phrases that a line of the file stands for: "[visa|lista] ämnen" is two, and "[|visa] ämnen" has "ämnen" on its own too. A
 * line that ends with "…" is the beginning of a text.
 */
export function phrasesOf(line: string): string[] {
  const [, before = '', choices, after = ''] = /^([^[]*)\[([^\]]*)\](.*)$/.exec(line) ?? [];
  if (choices === undefined) return [line.replace(/\s+/g, ' ').trim()];
  return choices.split('|').flatMap((choice) => phrasesOf(`${before}${choice}${after}`));
}
