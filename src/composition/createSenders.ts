import { nextOpen, sameTimeNextOpenDay } from '../campaigns/calendar';
import { type CoachDeps } from '../coaching/ports';
import { type Senders } from '../outreach/scheduler';
import { type Stores } from '../store/openStores';
import { type Messenger } from '../teams/messenger';
import { type Rosters } from '../teams/rosters';
import { type ServiceContent } from './content';

/**
 * Builds what the bot sends by itself: campaigns, welcomes, HR's answers, shares and reminders. All of it follows the same quiet
 * hours and holidays.
 */
export function createSenders(
  { texts, calendar }: ServiceContent,
  stores: Stores,
  coaching: CoachDeps,
  messenger: Messenger,
  rosters: Pick<Rosters, 'memberAt'>,
  now: () => Date,
): Senders {
  const sending = {
    ...messenger,
    now,
    random: Math.random,
    nextOpen: (at: Date) => nextOpen(calendar, at),
    triedUntil: (at: Date) => sameTimeNextOpenDay(calendar, at),
  };
  return {
    campaigning: {
      ...sending,
      ...stores.outreach,
      record: stores.hr.record,
      coaching,
      calendar,
      texts: texts.campaigns,
      invitationTexts: texts.invitation,
    },
    welcoming: { ...sending, store: stores.welcomes, lookUp: rosters.memberAt },
    answering: { ...sending, texts: texts.questions, store: stores.answers },
    sharing: { ...sending, texts, store: stores.bot.shares },
    reminding: { ...sending, calendar, store: stores.reminders },
  };
}
