import { cliTexts } from '../cliTexts';
import { fill } from '../../shared/fill';

/**
 * What a check found. `remedy` is undefined where all is well. A finding never holds a secret, because the operator may paste it
 * into a mail.
 */
export interface CheckResult {
  readonly about: string;
  /** What was found, in one sentence. */
  readonly says: string;
  /** What the operator does about it, where something is wrong. */
  readonly remedy?: string;
}

/** A finding as one printed line. */
export const lineOf = ({ about, says, remedy }: CheckResult): string =>
  (remedy === undefined
    ? fill(cliTexts.doctor.fine, { about, says })
    : fill(cliTexts.doctor.wrong, { about, says, remedy })
  ).replace(/\s*\n\s*/g, ' ');
