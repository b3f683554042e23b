import path from 'node:path';
import { type Logger } from 'pino';
import { type BotDeps, handleIncoming } from './bot/conversation';
import { foldersIn, readGuides } from './bot/guides';
import { previousQuestions } from './bot/previousQuestions';
import { nextOpen, readCalendar, sameTimeNextOpenDay } from './campaigns/calendar';
import { createRenderer } from './cards/render';
import { withOwnFlows } from './coaching/ownFlows';
import { type CoachDeps } from './coaching/ports';
import { createHrService } from './hr/createHrService';
import { ownQuestions } from './hr/ownQuestions';
import { isConcern } from './knowledge/concern';
import { wordsToKeep } from './knowledge/unanswered';
import { type WelcomeDeps } from './outreach/deliverWelcome';
import { startScheduler } from './outreach/scheduler';
import { openLibrary, type GivenLibrary } from './openLibrary';
import { projectRoot, type Config } from './shared/config';
import { safeError } from './shared/errors';
import { readTexts } from './shared/texts';
import { openStores } from './store/openStores';
import { pruneDaily } from './store/pruneDaily';
import { createAdapter, type Cloud } from './teams/adapter';
import { createBot } from './teams/bot';
import { createMessenger } from './teams/messenger';
import { createRosters } from './teams/rosters';
import { turnsUnderWay } from './teams/turnsUnderWay';
import { documentLinks } from './web/documentLinks';
import { documentRoute } from './web/documentRoute';
import { hrRoutes } from './web/hrRoutes';
import { listen, type RoutePlugin } from './web/server';

export interface Service {
  readonly url: string;
  /** Sends at once all that is due, and resolves when nothing of it is under way any more. */
  catchUp(): Promise<void>;
  /** Counts and prunes at once, as happens by itself every day. */
  prune(): Promise<void>;
  /** Looks at once whether the documents have changed, as happens by itself every few seconds. */
  lookAtDocuments(): Promise<void>;
  stop(): Promise<void>;
}

/** What only tests and the demo give. */
export interface Environment extends GivenLibrary {
  readonly log: Logger;
  readonly now: () => Date;
  readonly cloud?: Cloud;
  /** Besides the service's own. */
  readonly routes?: readonly RoutePlugin[];
}

/** Builds everything, from content to adapters, and starts it. */
export async function startService(config: Config, { log, now, cloud, ...others }: Environment): Promise<Service> {
  const failed = (what: string) => (error: unknown) => log.error({ error: safeError(error) }, `${what}: failed`);
  const cards = path.join(projectRoot, 'cards');
  const texts = readTexts(cards);
  const guides = readGuides(foldersIn(cards));
  const calendar = readCalendar(path.join(cards, 'calendar.yaml'));
  const stores = await openStores(config, now, () => nextOpen(calendar, now()));
  const opened = await openLibrary(config, guides, stores, log, others);
  const library = opened.live;
  const links = documentLinks(stores.signLink, now, config.documentLinkDays);
  // Asked when the server listens: in local mode the port may be any that is free.
  const address = () => (config.credentials ? config.pageAddress : server.url);
  const render = createRenderer(cards, {
    ...library,
    texts,
    hrContact: config.hrContact,
    questionDays: config.questionDays,
    flows: guides.guides,
    reflections: guides.reflections,
    linkTo: (passage) => links.linkTo(address(), passage),
    now,
    oldYears: config.documentOldYears,
  });
  const adapter = createAdapter(config, cloud);
  const rosters = createRosters(adapter);
  const coaching: CoachDeps = {
    flows: withOwnFlows(guides.flows, stores.findVersion, texts.ownQuestions),
    store: stores.sessions,
    scale: texts.coaching.scale,
    now,
  };
  const sending = {
    ...createMessenger(adapter, render),
    now,
    random: Math.random,
    nextOpen: (at: Date) => nextOpen(calendar, at),
    triedUntil: (at: Date) => sameTimeNextOpenDay(calendar, at),
  };
  const outreach = {
    ...sending,
    ...stores.outreach,
    record: stores.hr.record,
    coaching,
    calendar,
    texts: texts.campaigns,
    invitationTexts: texts.invitation,
  };
  const welcoming: WelcomeDeps = { ...sending, store: stores.welcomes, lookUp: rosters.memberAt };
  const botDeps: BotDeps = {
    ...library,
    ...stores.bot,
    texts,
    hrContact: config.hrContact,
    coaching,
    calendar,
    ...guides,
    previous: previousQuestions(now),
    isConcern: (text) => isConcern(library.concerns(), text),
    recordUnanswered: (person, question) =>
      stores.bot.keepUnanswered(person, wordsToKeep(library.ordinary(), question)).catch(failed('unanswered words')),
  };
  const receive = createBot(config, adapter, {
    ...stores.turns,
    texts,
    log,
    now,
    render,
    underWay: turnsUnderWay(),
    converse: (sender, incoming) => handleIncoming(botDeps, sender, incoming),
  });
  const prune = () => stores.prune((flow) => guides.flows.get(flow)?.retentionDays);
  const stopPruning = await pruneDaily(prune, failed('pruning'));
  const hrStore = { ...stores.hr, rosterOf: rosters.membersOf };
  const own = ownQuestions(path.join(cards, 'question-check.yaml'), library.ordinary, texts.ownQuestions);
  const hr = createHrService(hrStore, outreach, guides, library, opened.hr, own, render);
  const routes = [
    hrRoutes(hr, config, log, cloud?.authority),
    documentRoute(links, library.open, texts, config, log),
    ...(others.routes ?? []),
  ];
  const server = await listen(receive, stores.isHealthy, config, log, routes);
  const answering = { ...sending, texts: texts.questions, store: stores.answers };
  const scheduler = startScheduler({ campaigning: outreach, welcoming, answering }, stores.outbox, log);
  return {
    url: server.url,
    catchUp: scheduler.catchUp,
    prune,
    lookAtDocuments: library.look,
    stop: async () => {
      stopPruning();
      await server.close();
      await scheduler.stop();
      await opened.stop();
      await stores.close();
    },
  };
}
