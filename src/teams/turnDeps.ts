import { type Logger } from 'pino';
import { type Hit, type Message } from '../cards/message';
import { type ComposeAnswer, type ComposeHit } from '../bot/searchFromCompose';
import { type Incoming } from '../bot/incoming';
import { type EndedTurn } from '../bot/countedTurn';
import { type Sender } from '../bot/pressGuide';
import { type ConversationAddress } from '../people/person';
import { type Reply } from '../bot/reply';
import { type Trace } from '../bot/trace';
import { type Texts } from '../shared/texts';
import { type Activity } from './activity';
import { isPersonal, personOf } from './incoming';
import { activityKey } from './activityKey';
import { type UnderWay } from './turnsUnderWay';

/** The right to handle an activity, until it is finished or released for another attempt. */
export interface Claim {
  finish(): Promise<void>;
  release(): Promise<void>;
}

/** What a turn needs from the rest of the service; main.ts fits it. */
export interface TurnDeps {
  readonly texts: Texts;
  readonly log: Logger;
  readonly underWay: UnderWay;
  /** Whether only the person who asked sees an answer in a group, where Teams can do that. */
  readonly targetedAnswers: boolean;
  /** Called with each turn that has ended. */
  readonly ended?: (turn: EndedTurn) => void;
  now(): Date;
  converse(speaker: Sender, incoming: Incoming): Promise<Reply[]>;
  render(reply: Reply): Message;
  /** Finds quotations for a person who is writing a message. */
  searchFromCompose(typed: string): Promise<ComposeAnswer>;
  renderHit(hit: ComposeHit): Hit;
  /** Claims an activity by its name; undefined where it has been or is being handled. */
  claim(activity: string): Promise<Claim | undefined>;
  /**
   * Stores who writes and where, and plans what has waited for the person there. Resolves with whether the roster has been asked
   * for the person's name and e-mail.
   */
  remember(person: string, address: ConversationAddress | undefined): Promise<{ readonly rosterAsked: boolean }>;
  recordRoster(person: string, roster: { name?: string; email?: string }): Promise<void>;
  /** Stores the passage on which a message of the bot rests. */
  recordAnswer(conversation: string, message: string, trace: Trace): Promise<void>;
  /** Stores the message that shows a session now. */
  recordSessionMessage(person: string, session: string, message: string): Promise<void>;
  /** Called when the group's part of a press has been sent, or when nothing of it could be. */
  settlePress(sender: Sender, press: Extract<Incoming, { kind: 'press' }>, isDelivered: boolean): Promise<void>;
  /** The pseudonym of a message or an activity, as the use cases know it. */
  nameOf(...parts: string[]): string;
}

/**
 * Tells `ended` of a turn, and logs it where it ended well. `started` is what `performance.now()` gave at its beginning. The log
 * holds kinds and times only, because what a turn was about is private.
 */
export function turnEnded({ log, ended }: TurnDeps, turn: Omit<EndedTurn, 'milliseconds'>, started: number): void {
  const milliseconds = performance.now() - started;
  const { incoming, replies, outcome } = turn;
  ended?.({ ...turn, milliseconds });
  if (outcome === 'done')
    log.info({ turn: incoming.kind, replies: replies.map(({ kind }) => kind), ms: Math.round(milliseconds) });
}

/** Who sent an activity and in which chat. `key` is the same for each delivery of one activity, so that it is handled once. */
export const senderOf = (needs: TurnDeps, activity: Activity): Sender => ({
  person: personOf(activity),
  chat: activity.conversation.id,
  personal: isPersonal(activity),
  key: needs.nameOf(activityKey(activity)),
});
