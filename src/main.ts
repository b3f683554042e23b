import path from 'node:path';
import { type BotDeps, handleIncoming } from './bot/conversation';
import { countedKind } from './bot/countedTurn';
import { withResponseCounting } from './bot/countResponses';
import { foldersIn, readGuides } from './bot/guides';
import { openLiveLibrary } from './bot/liveLibrary';
import { previousQuestions } from './bot/previousQuestions';
import { nextOpen, readCalendar, sameTimeNextOpenDay } from './campaigns/calendar';
import { createRenderer } from './cards/render';
import { type CoachDeps } from './coaching/ports';
import { createHrService } from './hr/createHrService';
import { isConcern } from './knowledge/concern';
import { wordsToKeep } from './knowledge/unanswered';
import { type WelcomeDeps } from './outreach/deliverWelcome';
import { startScheduler } from './outreach/scheduler';
import { projectRoot, type Config } from './shared/config';
import { type Environment, type Service } from './service';
import { safeError } from './shared/errors';
import { readTexts } from './shared/texts';
import { readVersion } from './shared/version';
import { openStores } from './store/openStores';
import { pruneDaily } from './store/pruneDaily';
import { noTelemetry } from './telemetry/telemetry';
import { createAdapter } from './teams/adapter';
import { createBot } from './teams/bot';
import { createMessenger } from './teams/messenger';
import { createRosters } from './teams/rosters';
import { turnsUnderWay } from './teams/turnsUnderWay';
import { documentLinks } from './web/documentLinks';
import { documentRoute } from './web/documentRoute';
import { hrRoutes } from './web/hrRoutes';
import { listen } from './web/server';

export type { Service } from './service';

/** Builds everything, from content to adapters, and starts it. */
export async function startService(config: Config, environment: Environment): Promise<Service> {
  const { log, now, cloud, telemetry = noTelemetry, ...others } = environment;
  const failed = (what: string) => (error: unknown) => log.error({ error: safeError(error) }, `${what}: failed`);
  const cards = path.join(projectRoot, 'cards');
  const texts = readTexts(cards);
  const guides = readGuides(foldersIn(cards));
  const folders = { documents: path.join(projectRoot, 'knowledge'), indexes: config.indexDir };
  const library = others.library ?? (await openLiveLibrary(guides, folders, log));
  const calendar = readCalendar(path.join(cards, 'calendar.yaml'));
  const stores = await openStores(config, now, () => nextOpen(calendar, now()));
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
  });
  const adapter = createAdapter(config, cloud);
  const rosters = createRosters(adapter);
  const coaching: CoachDeps = { flows: guides.flows, store: stores.sessions, scale: texts.coaching.scale, now };
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
  };
  const welcoming: WelcomeDeps = { ...sending, store: stores.welcomes, lookUp: rosters.memberAt };
  const botDeps: BotDeps = {
    ...library,
    ask: (question, without) => telemetry.search(() => library.ask(question, without)),
    ...stores.bot,
    texts,
    hrContact: config.hrContact,
    coaching: { ...coaching, store: withResponseCounting(outreach, stores.sessions) },
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
    ended: (turn) => {
      const kind = countedKind(turn);
      if (kind) telemetry.turnEnded({ ...turn, kind });
    },
    converse: (sender, incoming) => handleIncoming(botDeps, sender, incoming),
  });
  const prune = () => stores.prune((flow) => guides.flows.get(flow)?.retentionDays);
  const stopPruning = await pruneDaily(prune, failed('pruning'));
  const hrStore = { ...stores.hr, rosterOf: rosters.membersOf };
  const hr = createHrService(hrStore, outreach, guides, library.documents, render);
  const routes = [
    hrRoutes(hr, config, log, cloud?.authority),
    documentRoute(links, library.open, texts, config, log),
    ...(others.routes ?? []),
  ];
  const answering = { ...sending, texts: texts.questions, store: stores.answers };
  const senders = { campaigning: outreach, welcoming, answering };
  const health = { store: stores.isHealthy, index: library.isReady, outbox: () => scheduler.isWell() };
  const server = await listen(
    (json, authorization) => telemetry.duringRequest(() => receive(json, authorization)),
    health,
    config,
    log,
    routes,
    readVersion(),
  );
  const scheduler = startScheduler(senders, stores.outbox, log, telemetry.deliveryTried);
  telemetry.watchDeliveries(stores.deliveryTotals);
  return {
    url: server.url,
    catchUp: scheduler.catchUp,
    prune,
    lookAtDocuments: library.look,
    stop: async () => {
      stopPruning();
      // What has begun is finished, both what people wait for and what is sent by itself.
      await Promise.all([server.close(), scheduler.stop()]);
      await library.stop();
      await stores.close();
    },
  };
}
