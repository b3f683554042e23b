import { type Term } from './question';

/** From this likeness on, a word of a text stands for a term of the question. */
export const likeEnough = 0.6;
/** How many words apart two terms may be. */
const nearness = 3;

/**
 * The share of neighbours among the question's terms that are near each other in the text too. `sentences` are word ids, and `near`
 * the numbers of those that have a term at all.
 */
export function nearInText(
  sentences: readonly (readonly number[])[],
  near: readonly number[],
  terms: readonly Term[],
): number {
  const pairs = terms.slice(1).map((term, at) => [terms[at] ?? term, term] as const);
  if (pairs.length === 0) return 0;
  const meets = ([one, other]: readonly [Term, Term]) => near.some((at) => areNear(one, other, sentences[at]!));
  return pairs.filter(meets).length / pairs.length;
}

function areNear(one: Term, other: Term, ids: readonly number[]): boolean {
  for (let at = 0; at < ids.length; at++) {
    if ((one.like[ids[at]!] ?? 0) < likeEnough) continue;
    const until = Math.min(ids.length - 1, at + nearness);
    for (let to = Math.max(0, at - nearness); to <= until; to++)
      if (to !== at && (other.like[ids[to]!] ?? 0) >= likeEnough) return true;
  }
  return false;
}
