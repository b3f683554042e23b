import { setTimeout as pause } from 'node:timers/promises';
import { type ChannelAccount, type ConversationReference } from 'botbuilder';
import { type SendRefusal } from '../deliveries/retry';
import { type ConversationAddress } from '../people/person';
import { type Team, type TeamMember } from '../people/team';
import { type Adapter } from './adapter';
import { sendRefusal } from './sendRefusal';
import { retryAfterSeconds, statusOf } from './sendActivity';

/** Members of one page, the most that Teams gives, and pages of the largest team. */
const pageSize = 500;
const mostPages = 60;
/** Attempts for one page, and the longest wait between two attempts, in seconds. */
const attempts = 4;
const longestWait = 20;

/** Who people are, as Teams tells it outside a turn. */
export interface Rosters {
  /** The person whose chat this is; one call, never repeated here. */
  readonly memberAt: (
    address: ConversationAddress,
  ) => Promise<{ readonly roster: { name?: string; email?: string } } | { readonly refusal: SendRefusal }>;
  /**
   * Returns everyone in a team, or why Teams refused: never a part of a team, which would look like all of it. Waits as long as Teams
   * asks, a few times.
   */
  membersOf: (team: Team) => Promise<{ readonly members: readonly TeamMember[] } | { readonly refusal: SendRefusal }>;
}

/** An account of the roster, with what Teams adds. */
type Account = ChannelAccount & { readonly email?: string; readonly userPrincipalName?: string };

/** The SDK's own type wants a token of the first page too. */
type Page = { readonly pageSize: number; readonly continuationToken: string };

const emailOf = ({ email, userPrincipalName }: Account): string | undefined => email ?? userPrincipalName;

export function createRosters(adapter: Adapter): Rosters {
  return {
    memberAt: async (address) => {
      const { serviceUrl, conversation, user } = JSON.parse(address) as ConversationReference;
      try {
        const { conversations } = await adapter.clientOf(serviceUrl);
        const account = (await conversations.getConversationMember(conversation.id, user?.id ?? '')) as Account;
        return { roster: { name: account.name, email: emailOf(account) } };
      } catch (error) {
        return { refusal: sendRefusal(error) };
      }
    },
    membersOf: async ({ id, serviceUrl }) => {
      try {
        const { conversations } = await adapter.clientOf(serviceUrl);
        const accounts: Account[] = [];
        let continuationToken = '';
        for (let page = 0; page === 0 || continuationToken; page++) {
          if (page === mostPages) throw new Error('The roster does not end.');
          const asked = (continuationToken ? { pageSize, continuationToken } : { pageSize }) as Page;
          const said = await patiently(() => conversations.getConversationPagedMembers(id, asked));
          accounts.push(...(said.members ?? []));
          continuationToken = said.continuationToken ?? '';
        }
        return { members: accounts.map((account) => ({ id: account.aadObjectId, email: emailOf(account) })) };
      } catch (error) {
        return { refusal: sendRefusal(error) };
      }
    },
  };
}

/** Asks again after 429, as late as Teams says. Where Teams asks for a longer wait than ours, it does not ask again. */
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
