import { handleIncoming } from './bot/conversation';
import { countedKind } from './bot/countedTurn';
import { settleDialogue } from './bot/dialogueVerbs';
import { searchFromCompose } from './bot/searchFromCompose';
import { nextOpen } from './campaigns/calendar';
import { type CardContext } from './cards/cardContext';
import { createHitRenderer } from './cards/insertedCard';
import { createRenderer } from './cards/render';
import { withOwnFlows } from './coaching/ownFlows';
import { readContent } from './composition/content';
import { createBotDeps } from './composition/createBotDeps';
import { createHr } from './composition/createHr';
import { createPages } from './composition/createPages';
import { createSenders } from './composition/createSenders';
import { openDocuments } from './composition/openDocuments';
import { type Environment, type Service } from './composition/service';
import { startScheduler } from './outreach/scheduler';
import { type Config } from './shared/config';
import { safeError } from './shared/errors';
import { readVersion } from './shared/version';
import { openStores } from './store/openStores';
import { pruneDaily } from './store/pruneDaily';
import { createBot } from './teams/bot';
import { createMessenger } from './teams/messenger';
import { createRosters } from './teams/rosters';
import { botbuilderChannel } from './teams/sdk/botbuilderChannel';
import { turnsUnderWay } from './teams/turnsUnderWay';
import { noTelemetry } from './telemetry/telemetry';
import { hrRoutes } from './web/hrRoutes';
import { listen } from './web/server';

export type { Service } from './composition/service';

/**
 * Builds everything, from content to adapters, starts it, and returns the running service.
 * @throws {Explained} one line for the operator where a setting, a file, the database or the port cannot be used
 */
export async function startService(config: Config, environment: Environment): Promise<Service> {
  const { log, now, cloud, telemetry = noTelemetry, content = readContent(), ...others } = environment;
  const failed = (what: string) => (error: unknown) => log.error({ error: safeError(error) }, `${what}: failed`);
  const { texts, guides, layouts } = content;
  const stores = await openStores(config, now, () => nextOpen(content.calendar, now()));
  if (stores.erasedAnew) log.warn({ people: stores.erasedAnew }, 'a restored database: erasures were repeated');
  const documents = await openDocuments(config, guides, stores, log, others);
  const library = documents.live;

  const flows = withOwnFlows(guides.flows, stores.findVersion, texts.ownQuestions);
  const coaching = { flows, store: stores.sessions, scale: texts.coaching.scale, now };
  // Asked when the server listens: in local mode the port may be any that is free.
  const address = () => (config.credentials ? config.pageAddress : server.url);
  const pages = createPages(config, content, stores, library, coaching, { log, now, address });
  const cardContext: CardContext = {
    ...library,
    texts,
    hrContact: config.hrContact,
    calendar: content.calendar,
    retention: config.retention,
    flows: guides.guides,
    reflections: guides.reflections,
    rehearsals: guides.rehearsals,
    linkTo: pages.linkToPassage,
    calendarLinkTo: pages.linkToDay,
    now,
    oldYears: config.documentOldYears,
  };
  const render = createRenderer(layouts, cardContext);
  const channel = others.channel ?? botbuilderChannel(config, cloud);
  const rosters = createRosters(channel);
  const senders = createSenders(content, stores, coaching, createMessenger(channel, render), rosters, now);

  const measured = {
    ...library,
    ask: (...search: Parameters<typeof library.ask>) => telemetry.search(() => library.ask(...search)),
  };
  const botDeps = createBotDeps(config, content, stores, measured, coaching, pages, failed('unanswered words'));
  const receive = createBot(config, channel, {
    ...stores.turns,
    texts,
    log,
    now,
    render,
    renderHit: createHitRenderer(layouts, cardContext),
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
  const hr = createHr(content, stores, senders.campaigning, documents, rosters, render);
  const server = await listen(
    (json, authorization) => telemetry.duringRequest(() => receive(json, authorization)),
    { store: stores.isHealthy, index: library.isReady, outbox: () => scheduler.isWell() },
    config,
    log,
    [hrRoutes(hr, config, log, cloud?.authority), ...pages.routes, ...(others.routes ?? [])],
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
      // What has begun is finished: what people wait for, and what the bot sends by itself.
      await Promise.all([server.close(), scheduler.stop()]);
      await documents.stop();
      await stores.close();
    },
  };
}
