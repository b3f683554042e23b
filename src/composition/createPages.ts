import { type Logger } from 'pino';
import { makeFile } from '../bot/makeFile';
import { type LiveLibrary } from '../bot/liveLibrary';
import { type CoachDeps } from '../coaching/ports';
import { type Passage } from '../knowledge/documents/passages';
import { type Config } from '../shared/config';
import { calendarLinks, calendarRoute } from '../web/calendarRoute';
import { documentLinks } from '../web/documentLinks';
import { documentRoute } from '../web/documentRoute';
import { downloadRoute, downloadsBegin } from '../web/downloadRoute';
import { fileWriters } from '../web/fileWriters';
import { type ServiceContent } from './content';
import { type Stores } from '../store/openStores';

/**
 * The pages that a person opens from a card, without signing in: a document, a calendar file, a file of the person's own. Each link is
 * signed or secret. `address` is called when a link is made. Where it returns undefined there is no link.
 */
export function createPages(
  config: Config,
  { texts }: ServiceContent,
  stores: Pick<Stores, 'signLink' | 'signCalendarLink' | 'orders' | 'bot'>,
  library: Pick<LiveLibrary, 'open'>,
  coaching: CoachDeps,
  { log, now, address }: { log: Logger; now: () => Date; address: () => string | undefined },
) {
  const documents = documentLinks(stores.signLink, now, config.documentLinkDays);
  const days = calendarLinks(stores.signCalendarLink, now);
  const files = { texts, coaching, ownData: stores.bot.ownData, write: fileWriters(texts) };
  return {
    linkToPassage: (passage: Passage) => documents.linkTo(address(), passage),
    linkToDay: (day: string, commitment: string) => days.linkTo(address(), day, commitment),
    linkToFile: async (...order: Parameters<typeof stores.orders.place>) =>
      address() && `${address()}${downloadsBegin}${await stores.orders.place(...order)}`,
    routes: [
      documentRoute(documents, library.open, texts, config, log),
      downloadRoute(stores.orders, (order) => makeFile(files, order), texts, log),
      calendarRoute(days, texts, now),
    ],
  };
}

export type Pages = ReturnType<typeof createPages>;
