import { type BotDeps } from '../bot/conversation';
import { type LiveLibrary } from '../bot/liveLibrary';
import { previousQuestions } from '../bot/previousQuestions';
import { type CoachDeps } from '../coaching/ports';
import { isConcern } from '../knowledge/concern';
import { wordsToKeep } from '../knowledge/unanswered';
import { type Config } from '../shared/config';
import { type Stores } from '../store/openStores';
import { type ServiceContent } from './content';
import { type Pages } from './createPages';

/** What a conversation needs. `failed` gets the error when the words of an unanswered question cannot be stored. The answer is sent anyway. */
export const createBotDeps = (
  { hrContact }: Pick<Config, 'hrContact'>,
  { texts, guides, calendar }: ServiceContent,
  stores: Pick<Stores, 'bot'>,
  library: LiveLibrary,
  coaching: CoachDeps,
  pages: Pick<Pages, 'linkToFile'>,
  failed: (error: unknown) => void,
): BotDeps => ({
  ...library,
  ...stores.bot,
  ...guides,
  texts,
  hrContact,
  coaching,
  calendar,
  previous: previousQuestions(() => coaching.now()),
  linkTo: pages.linkToFile,
  isConcern: (text) => isConcern(library.concerns(), text),
  recordUnanswered: (person, question) =>
    stores.bot.keepUnanswered(person, wordsToKeep(library.ordinary(), question)).catch(failed),
});
