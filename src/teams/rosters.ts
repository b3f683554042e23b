import { setTimeout as pause } from 'node:timers/promises';
import { type SendRefusal } from '../deliveries/retry';
import { type ConversationAddress } from '../people/person';
import { type Team, type TeamMember } from '../people/team';
import { readAddress } from './address';
import { type Account, type Channel } from './channel';
import { sendRefusal } from './sendRefusal';
import { retryAfterSeconds, statusOf } from './sendActivity';

/** Members on one page (the most that Teams gives), and pages of the largest team. */
const pageSize = 500;
const mostPages = 60;
/** Attempts for one page, and the longest wait between two attempts, in seconds. */
const attempts = 4;
const longestWait = 20;

/** Members of chats and teams, as Teams lists them outside a turn. */
export interface Rosters {
  /** The person whose chat this is. One call, which is never repeated here. */
  readonly memberAt: (
    address: ConversationAddress,
  ) => Promise<{ readonly roster: { name?: string; email?: string } } | { readonly refusal: SendRefusal }>;
  /**
   * Everyone in a team, or why Teams refused. It is never a part of a team, which would look like all of it. It waits as long as
   * Teams asks, a few times.
   */
  membersOf: (team: Team) => Promise<{ readonly members: readonly TeamMember[] } | { readonly refusal: SendRefusal }>;
}

const emailOf = ({ email, userPrincipalName }: Account): string | undefined => email ?? userPrincipalName;

/** Reads members over the channel. Nothing here throws for what Teams answers: a refusal is part of the result. */
export function createRosters(channel: Channel): Rosters {
  return {
    memberAt: async (address) => {
      const { serviceUrl, conversation, user } = readAddress(address);
      try {
        const account = await (await channel.clientOf(serviceUrl)).member(conversation.id, user.id);
        return { roster: { name: account.name, email: emailOf(account) } };
      } catch (error) {
        return { refusal: sendRefusal(error) };
      }
    },
    membersOf: async ({ id, serviceUrl }) => {
      try {
        const client = await channel.clientOf(serviceUrl);
        const accounts: Account[] = [];
        let continuationToken = '';
        for (let page = 0; page === 0 || continuationToken; page++) {
          if (page === mostPages) throw new Error('The roster does not end.');
          const asked = { pageSize, ...(continuationToken && { continuationToken }) };
          const said = await patiently(() => client.members(id, asked));
          accounts.push(...said.members);
          continuationToken = said.continuationToken ?? '';
        }
        return { members: accounts.map((account) => ({ id: account.aadObjectId, email: emailOf(account) })) };
      } catch (error) {
        return { refusal: sendRefusal(error) };
      }
    },
  };
}

/** Repeats a call after 429, when Teams says. Where Teams asks for a longer wait than ours, the call is not repeated. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const seconds = retryAfterSeconds(error) ?? attempt;
      if (statusOf(error) !== 429 || attempt === attempts || seconds > longestWait) throw error;
      await pause(seconds * 1000 + Math.random() * 100);
    }
  }
}
