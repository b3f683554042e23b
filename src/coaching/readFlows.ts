import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Flow } from './flow';
import { FlowError, parseFlow } from './parseFlow';

/** The guides of a folder, every `.yaml` file, sorted by id. @throws {FlowError} with the faults of all files */
export function readFlows(folder: string): Flow[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const faults: string[] = [];
  const flows = files.flatMap((name) => {
    const file = path.join(folder, name);
    try {
      return parseFlow(file, readFileSync(file, 'utf8'));
    } catch (error) {
      if (!(error instanceof FlowError)) throw error;
      faults.push(error.message);
      return [];
    }
  });
  if (faults.length) throw new FlowError(faults.join('\n'));
  return flows.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** A guide that a text names. `exact` says that the text is nothing but the guide's title, id or another name. */
export interface Named {
  readonly flow: Flow;
  readonly exact: boolean;
}

/** The most words of a sentence in which an everyday expression of one word ("delegera") starts a guide. */
const shortSentence = 3;

/** The most other words between the words of an everyday expression. With more of them, the text says something else. */
const wordsBetween = 4;

/**
 * Returns a function that finds the guide a text names. A text names a guide as a whole by title, id or another name, or holds
 * all words of one of its everyday expressions, near each other. The expression with most words wins, and of those the one whose
 * words are closest together. `stemsOf` gives the stems of the words that matter.
 */
export function namedAmong(
  flows: readonly Flow[],
  stemsOf: (text: string) => readonly string[],
): (text: string) => Named | undefined {
  const names = new Map(
    flows.flatMap((flow) => [flow.id, flow.title, ...flow.names].map((name) => [bare(name), flow] as const)),
  );
  const expressions = flows
    .flatMap((flow) => flow.starts.map((start) => ({ flow, words: [...new Set(stemsOf(start))] })))
    .sort((one, other) => other.words.length - one.words.length);

  return (text) => {
    const named = names.get(bare(text));
    if (named) return { flow: named, exact: true };
    const stems = stemsOf(text);
    const enough = new Set(stems).size <= shortSentence ? 1 : 2;
    const [meant] = expressions
      .filter(({ words }) => words.length >= enough)
      .map(({ flow, words }) => ({ flow, most: words.length, others: stretchOf(words, stems) - words.length }))
      .filter(({ others }) => others <= wordsBetween)
      .sort((one, other) => other.most - one.most || one.others - other.others);
    return meant && { flow: meant.flow, exact: false };
  };
}

/** The length in words of the shortest part of a text that has all these words; Infinity where there is none. */
function stretchOf(words: readonly string[], text: readonly string[]): number {
  if (!words.every((word) => text.includes(word))) return Infinity;
  // From each position to the last of the next positions of the words.
  return Math.min(
    ...text.map((_, from) => {
      const places = words.map((word) => text.indexOf(word, from));
      return places.includes(-1) ? Infinity : Math.max(...places) - from + 1;
    }),
  );
}

/** A text without capitals, punctuation and the dots of å, ä and ö, for comparing. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
