import { z } from 'zod';
import { type Campaign } from './campaign';
import { type Run } from './run';
import { fill } from '../shared/fill';
import { hrTexts } from '../shared/catalogues';

/** The most characters of a promise: one sentence that fits a phone together with the result. */
export const longestPromise = 300;

/** What HR writes about a run: the sentence, '' to take it back, and whether it also holds for coming runs. */
export const WrittenPromise = z.strictObject({
  text: z
    .string({ required_error: hrTexts.promises.write, invalid_type_error: hrTexts.promises.write })
    .max(4 * longestPromise, fill(hrTexts.promises.tooLong, { most: longestPromise }))
    .transform((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim())
    .refine((text) => text.length <= longestPromise, fill(hrTexts.promises.tooLong, { most: longestPromise })),
  carried: z.boolean().default(false),
});
export type WrittenPromise = z.infer<typeof WrittenPromise>;

/**
 * What HR promises the people of a run; undefined where HR promises nothing. A published run keeps the promise that it had then.
 */
export function promiseOf(
  { promise: own, state }: Pick<Run, 'promise' | 'state'>,
  { promise: carried }: Pick<Campaign, 'promise'>,
): string | undefined {
  return (state === 'published' ? own : (own ?? carried)) || undefined;
}

/** Whether HR may still change the promise of a run. It may until the result is published. */
export const mayPromise = ({ state: run }: Pick<Run, 'state'>, { state }: Pick<Campaign, 'state'>): boolean =>
  (run === 'planned' || run === 'sent') && ['running', 'paused', 'cancelled'].includes(state);
