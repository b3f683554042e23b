import path from 'node:path';
import { type BotDeps, handleIncoming } from './bot/conversation';
import { countedKind } from './bot/countedTurn';
import { settleDialogue } from './bot/dialogueVerbs';
import { searchFromCompose } from './bot/searchFromCompose';
import { foldersIn, readGuides } from './bot/guides';
import { makeFile } from './bot/makeFile';
import { previousQuestions } from './bot/previousQuestions';
import { nextOpen, readCalendar, sameTimeNextOpenDay } from './campaigns/calendar';
import { createHitRenderer } from './cards/insertedCard';
import { createRenderer } from './cards/render';
import { withOwnFlows } from './coaching/ownFlows';
import { type CoachDeps } from './coaching/ports';
import { fileWriters } from './web/fileWriters';
import { createHrService } from './hr/createHrService';
import { documentHelp } from './hr/documentHelp';
import { ownQuestions } from './hr/ownQuestions';
import { isConcern } from './knowledge/concern';
import { wordsToKeep } from './knowledge/unanswered';
import { type WelcomeDeps } from './outreach/deliverWelcome';
import { startScheduler } from './outreach/scheduler';
import { openLibrary } from './openLibrary';
import { projectRoot, type Config } from './shared/config';
import { type Environment, type Service } from './service';
import { safeError } from './shared/errors';
import { readTexts } from './shared/texts';
import { readVersion } from './shared/version';
import { openStores } from './store/openStores';
import { pruneDaily } from './store/pruneDaily';
import { noTelemetry } from './telemetry/telemetry';
import { createBot } from './teams/bot';
import { createMessenger } from './teams/messenger';
import { createRosters } from './teams/rosters';
import { botbuilderChannel } from './teams/sdk/botbuilderChannel';
import { turnsUnderWay } from './teams/turnsUnderWay';
import { calendarLinks, calendarRoute } from './web/calendarRoute';
import { documentLinks } from './web/documentLinks';
import { documentRoute } from './web/documentRoute';
import { downloadRoute, downloadsBegin } from './web/downloadRoute';
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
  const calendar = readCalendar(path.join(cards, 'calendar.yaml'));
  const stores = await openStores(config, now, () => nextOpen(calendar, now()));
  if (stores.erasedAnew) log.warn({ people: stores.erasedAnew }, 'a restored database: erasures were repeated');
  const opened = await openLibrary(config, guides, stores, log, others);
  const library = opened.live;
  const links = documentLinks(stores.signLink, now, config.documentLinkDays);
  const dayLinks = calendarLinks(stores.signCalendarLink, now);
  // Asked when the server listens: in local mode the port may be any that is free.
  const address = () => (config.credentials ? config.pageAddress : server.url);
  const cardContext: Parameters<typeof createRenderer>[1] = {
    ...library,
    texts,
    hrContact: config.hrContact,
    retention: config.retention,
    flows: guides.guides,
    reflections: guides.reflections,
    rehearsals: guides.rehearsals,
    linkTo: (passage) => links.linkTo(address(), passage),
    calendarLinkTo: (day, commitment) => dayLinks.linkTo(address(), day, commitment),
    now,
    oldYears: config.documentOldYears,
  };
  const render = createRenderer(cards, cardContext);
  const channel = others.channel ?? botbuilderChannel(config, cloud);
  const rosters = createRosters(channel);
  const coaching: CoachDeps = {
    flows: withOwnFlows(guides.flows, stores.findVersion, texts.ownQuestions),
    store: stores.sessions,
    scale: texts.coaching.scale,
    now,
  };
  const sending = {
    ...createMessenger(channel, render),
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
    ask: (...search) => telemetry.search(() => library.ask(...search)),
    ...stores.bot,
    texts,
    hrContact: config.hrContact,
    coaching,
    calendar,
    ...guides,
    previous: previousQuestions(now),
    linkTo: async (order) => address() && `${address()}${downloadsBegin}${await stores.orders.place(order)}`,
    isConcern: (text) => isConcern(library.concerns(), text),
    recordUnanswered: (person, question) =>
      stores.bot.keepUnanswered(person, wordsToKeep(library.ordinary(), question)).catch(failed('unanswered words')),
  };
  const receive = createBot(config, channel, {
    ...stores.turns,
    texts,
    log,
    now,
    render,
    renderHit: createHitRenderer(cards, cardContext),
    searchFromCompose: (typed) => searchFromCompose({ ...botDeps, guides: guides.guides }, typed),
    underWay: turnsUnderWay(),
    targetedAnswers: config.targetedAnswers,
    ended: (turn) => {
      const kind = countedKind(turn);
      if (kind) telemetry.turnEnded({ ...turn, kind });
    },
    converse: (sender, incoming) => handleIncoming(botDeps, sender, incoming),
    settlePress: (sender, { data }, isDelivered) => settleDialogue(botDeps, sender, data, isDelivered),
  });
  const prune = () => stores.prune((flow) => guides.flows.get(flow)?.retentionDays);
  const stopPruning = await pruneDaily(prune, failed('pruning'));
  const hrStore = { ...stores.hr, rosterOf: rosters.membersOf };
  const own = {
    ...ownQuestions(path.join(cards, 'question-check.yaml'), library.ordinary, texts.ownQuestions),
    ...documentHelp(path.join(projectRoot, 'knowledge', 'suggestions.yaml'), texts.readWarnings),
  };
  const hr = createHrService(hrStore, outreach, guides, library, opened.hr, own, render);
  const files = { texts, coaching, ownData: stores.bot.ownData, write: fileWriters(texts) };
  const routes = [
    hrRoutes(hr, config, log, cloud?.authority),
    documentRoute(links, library.open, texts, config, log),
    downloadRoute(stores.orders, (order) => makeFile(files, order), texts, log),
    calendarRoute(dayLinks, texts, now),
    ...(others.routes ?? []),
  ];
  const answering = { ...sending, texts: texts.questions, store: stores.answers };
  const sharing = { ...sending, texts: texts.sharing, store: stores.bot.shares };
  const reminding = { ...sending, calendar, store: stores.reminders };
  const senders = { campaigning: outreach, welcoming, answering, sharing, reminding };
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
      await opened.stop();
      await stores.close();
    },
  };
}
