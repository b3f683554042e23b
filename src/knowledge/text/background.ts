import { readFileSync } from 'node:fs';
import { Explained } from '../../shared/errors';
import { editorTexts } from '../../shared/catalogues';
import { fill } from '../../shared/fill';

/** How common words are in Swedish at large: a library of five documents is too small to know which words are rare. */
export interface Background {
  readonly passages: number;
  /** Stem -> the number of passages with it. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Reads lines of `stem <tab> passages`. The stem `*` counts all passages, and a line that begins with # is a comment.
 * @throws {Error} where a line has another form
 */
export function readBackground(file: string): Background {
  const counts = new Map<string, number>();
  readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .forEach((line, at) => {
      if (line === '' || line.startsWith('#')) return;
      const [, stem, count] = /^([^\t]+)\t(\d+)$/.exec(line) ?? [];
      if (!stem) throw new Explained(fill(editorTexts.wordLists.background, { file, line: at + 1 }));
      counts.set(stem, Number(count));
    });
  const passages = counts.get('*');
  if (!passages) throw new Explained(fill(editorTexts.wordLists.backgroundTotal, { file }));
  return { passages, counts };
}

/**
 * How much a word says about a text's subject, from 0 (in every passage) to 1 (in none): its relative inverse document frequency.
 */
export function rarity(passages: number, holding: number): number {
  return Math.max(0, Math.log((passages + 1) / (holding + 0.5)) / Math.log((passages + 1) / 0.5));
}
