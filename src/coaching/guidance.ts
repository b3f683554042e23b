import { type Card, type Flow } from './flow';
import { type Session } from './ports';
import { type Inputs, type Problem } from './response';
import { type FlowProgress, type MoveKind } from './session';

/** A session, its progress, and its flow. */
export interface SessionState {
  readonly session: Session;
  readonly flow: Flow;
  readonly state: FlowProgress;
}

/** What can be shown of a session. */
export type Guidance =
  | (SessionState & {
      readonly kind: 'step';
      readonly card: Card;
      readonly problems: Problems;
      readonly inputs?: Inputs;
    })
  | (SessionState & { readonly kind: 'wait'; readonly card: Card; readonly until: Date })
  | (SessionState & { readonly kind: 'paused' | 'stopped' | 'begun' })
  | (SessionState & {
      readonly kind: 'summary';
      /** Earlier finished sessions of this guide, newest first, where its summary shows them. */
      readonly earlier?: readonly SessionState[];
    })
  /** The page of a programme: what is done and what is next, with help for the weeks in order. */
  | (SessionState & { readonly kind: 'programme'; readonly weeks?: number })
  /** The flow's file no longer exists. What the person wrote is kept. */
  | { readonly kind: 'withoutFlow'; readonly session: Session }
  /** The same for another person's session, an erased one and one that never existed, so that nobody can tell which it is. */
  | { readonly kind: 'lost' };

/** Step id -> why its response was not taken. */
export type Problems = Readonly<Record<string, Problem>>;

/** A button on a session's card. */
export interface Press {
  readonly session: string;
  readonly card: string;
  readonly kind: MoveKind;
  readonly inputs: Inputs;
  readonly key: string;
}

/** What to show after a press, and whether the press was a new move that has been stored. */
export interface Moved {
  readonly made: boolean;
  readonly guidance: Guidance;
}
