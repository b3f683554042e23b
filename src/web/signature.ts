import { timingSafeEqual } from 'node:crypto';

/** Whether two signatures are the same. The comparison takes equally long wherever they differ. */
export const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
