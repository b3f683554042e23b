/** Why a package of XML cannot be read. Its readers add reasons of their own. */
export type PackedFault = 'tooLarge' | 'broken';

/** Ends the reading of a file. The caller turns it into an answer. `detail` completes the reason, e.g. a number. */
export class Unreadable<Fault extends string = PackedFault> extends Error {
  constructor(
    readonly fault: Fault,
    readonly detail = '',
  ) {
    super(fault);
  }
}
