import { timingSafeEqual } from 'node:crypto';

/** Whether two signatures are the same; takes as long whatever is wrong. */
export const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
