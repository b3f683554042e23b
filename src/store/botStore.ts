import { type BotDeps } from '../bot/conversation';
import { type Database } from './database';
import { recordFeedback } from './feedback';
import { groupIdsOf } from './groups';
import { forgetTeam, rememberTeam } from './teams';
import { keepUnanswered } from './unanswered';
import { planWelcome } from './welcomes';

type BotStore = Pick<BotDeps, 'groupsOf' | 'planWelcome' | 'rememberTeam' | 'forgetTeam' | 'recordFeedback'> & {
  /** Stores the words of an unanswered question. */
  keepUnanswered(person: string, words: readonly string[]): Promise<void>;
};

/** Fits the store to the bot's port. */
export const botStore = (db: Database, serviceKey: Buffer, now: () => Date): BotStore => ({
  groupsOf: (person) => groupIdsOf(db, person),
  planWelcome: (person) => planWelcome(db, person, now()),
  rememberTeam: (team) => rememberTeam(db, team),
  forgetTeam: (team) => forgetTeam(db, team),
  recordFeedback: (personId, { message, reaction, reason, words }) =>
    recordFeedback(db, serviceKey, { message, personId, reaction, reason, words }, now()),
  keepUnanswered: (person, words) => keepUnanswered(db, serviceKey, person, words, now()),
});
