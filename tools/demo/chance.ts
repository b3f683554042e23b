import { createHash } from 'node:crypto';

/** A number from 0 to just under 1 that is always the same for the same words, so that the demo is the same each time. */
export const chanceOf = (...about: readonly (string | number)[]): number =>
  createHash('sha256').update(about.join('\n')).digest().readUInt32BE() / 2 ** 32;

/**
 * The entry at this place, from 0 to 1, where each entry takes up its share. The shares need not make 1.
 * @example drawn({ like: 3, none: 1 }, 0.5) // 'like'
 */
export function drawn<T extends string>(shares: Readonly<Record<T, number>>, place: number): T {
  const all = Object.entries<number>(shares) as [T, number][];
  let left = place * all.reduce((sum, [, share]) => sum + share, 0);
  return (all.find(([, share]) => (left -= share) < 0) ?? all.at(-1)!)[0];
}
