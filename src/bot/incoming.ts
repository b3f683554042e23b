import { type Team } from '../people/team';
import { type Feedback, type Reaction } from './feedback';

/** What reaches the bot, as plain data. */
export type Incoming =
  | { readonly kind: 'joined' }
  /** A chat, or a team. */
  | { readonly kind: 'addedToGroup'; readonly team?: Team }
  /** What is known about a team that the bot is in. */
  | { readonly kind: 'inTeam'; readonly team: Team }
  | { readonly kind: 'leftTeam'; readonly team: string }
  | {
      readonly kind: 'message';
      readonly text: string;
      /** Where the message mentions colleagues: the text without their names, which are no part of the question. */
      readonly unnamed?: string;
      readonly hasAttachment: boolean;
      readonly edited: boolean;
    }
  | { readonly kind: 'press'; readonly verb: string; readonly data: unknown }
  /** A thumb was pressed. The reply is the form that asks why. */
  | { readonly kind: 'feedbackForm'; readonly reaction: Reaction }
  | ({ readonly kind: 'feedback' } & Feedback);
