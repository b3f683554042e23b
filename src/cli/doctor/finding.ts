import { cliTexts } from '../cliTexts';
import { fill } from '../../shared/fill';

/** What a check found: `fault` is missing where all is well. Never holds a secret: the operator pastes it into a mail. */
export interface Finding {
  readonly about: string;
  /** What is so; one sentence. */
  readonly says: string;
  /** What the operator does about it; only where something is wrong. */
  readonly remedy?: string;
}

/** A finding as one printed line. */
export const lineOf = ({ about, says, remedy }: Finding): string =>
  (remedy === undefined
    ? fill(cliTexts.doctor.fine, { about, says })
    : fill(cliTexts.doctor.wrong, { about, says, remedy })
  ).replace(/\s*\n\s*/g, ' ');
