/** Why a package of XML cannot be read, to which its readers add reasons of their own. */
export type PackedFault = 'tooLarge' | 'broken';

/** Ends the reading of a file; whoever began the reading makes the answer of it. `detail` completes the reason, e.g. a number. */
export class Unreadable<Fault extends string = PackedFault> extends Error {
  constructor(
    readonly fault: Fault,
    readonly detail = '',
  ) {
    super(fault);
  }
}
