import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pino, { type Logger } from 'pino';
import { countedBy, type Campaigning } from './campaigning';
import { nextOpen, readCalendar } from './campaigns/calendar';
import { createRenderer } from './cards/render';
import { ConfigError, projectRoot, readConfig, type Config } from './config';
import { type Coaching } from './coaching/coach';
import { openDesk } from './desk';
import { converse, type House } from './conversation';
import { explainStart, whereOf } from './failure';
import { foldersIn, readGuides } from './flows';
import { isConcern, readConcerns } from './knowledge/concern';
import { readOrdinary, wordsToKeep } from './knowledge/unanswered';
import { openLivingLibrary } from './library';
import * as activities from './store/activities';
import { recordAnswer } from './store/answers';
import { blindWith } from './store/blind';
import { campaignStore } from './store/campaignStore';
import { planWaiting } from './store/deliveries';
import { deskStore } from './store/deskStore';
import { outbox } from './store/outbox';
import { answers, closeDatabase, databaseOf, openDatabase } from './store/database';
import { recordFeedback } from './store/feedback';
import * as people from './store/people';
import { verifyServiceKey } from './store/personKeys';
import { prune } from './store/prune';
import { receivingStore } from './store/receivingStore';
import { readServiceKey } from './store/serviceKey';
import { recordSessionMessage, sessionStore } from './store/sessions';
import { createAdapter, type Cloud } from './teams/adapter';
import { createBot } from './teams/bot';
import { createMessenger } from './teams/messenger';
import { createRosters } from './teams/rosters';
import { turnsUnderWay } from './teams/underWay';
import { forgetTeam, rememberTeam } from './store/teamList';
import { keepUnanswered } from './store/unanswered';
import { planWelcome, welcomeStore } from './store/welcomes';
import { previousQuestions } from './previous';
import { startSending } from './sending';
import { readTexts } from './texts';
import { hrDoor } from './web/hrDoor';
import { listen } from './web/server';
import { type Welcoming } from './welcoming';

export interface Service {
  readonly url: string;
  stop(): Promise<void>;
}

/** What only tests replace. */
export interface Surroundings {
  readonly log: Logger;
  readonly now: () => Date;
  readonly cloud?: Cloud;
  /** Absolute path of the folder of the documents. */
  readonly documents?: string;
}

/** Milliseconds that turns under way have when the service is told to stop. */
const longestStop = 10_000;
const daily = 24 * 60 * 60 * 1000;

/** Builds the house, from content to adapters, and opens the door. */
export async function start(config: Config, { log, now, cloud, ...others }: Surroundings): Promise<Service> {
  const texts = readTexts(path.join(projectRoot, 'cards'));
  const concerns = readConcerns(path.join(projectRoot, 'knowledge'));
  const guides = readGuides(foldersIn(path.join(projectRoot, 'cards')));
  const documents = others.documents ?? path.join(projectRoot, 'knowledge');
  const library = await openLivingLibrary(guides, { documents, indexes: config.indexDir }, log);
  const ordinary = readOrdinary(path.join(projectRoot, 'knowledge'));
  const render = createRenderer(path.join(projectRoot, 'cards'), {
    texts,
    hrContact: config.hrContact,
    documents: library.documents,
    flows: guides.guides,
    reflections: guides.reflections,
    sourceOf: library.sourceOf,
    now,
  });

  const db = await openDatabase(databaseOf(config));
  const serviceKey = readServiceKey(config.dataDir, config.serviceKey);
  await verifyServiceKey(db, serviceKey);
  const blind = blindWith(serviceKey);

  const adapter = createAdapter(config, cloud);
  const messenger = createMessenger(adapter);
  const rosters = createRosters(adapter);
  const sessions = sessionStore(db, serviceKey, now);
  const coaching: Coaching = { flows: guides.flows, store: sessions, scale: texts.coaching.scale, now };
  const campaigning: Campaigning = {
    store: campaignStore(db, serviceKey),
    coaching,
    calendar: readCalendar(path.join(projectRoot, 'cards/calendar.yaml')),
    recordMessage: (person, session, message) => recordSessionMessage(db, person, session, message),
    texts: texts.campaigns,
    post: (address, reply) => messenger.post(address, render(reply)),
    replace: (address, message, reply) => messenger.replace(address, message, render(reply)),
    now,
    random: Math.random,
  };
  const opensAt = () => nextOpen(campaigning.calendar, now());
  const welcoming: Welcoming = {
    store: welcomeStore(db, now, opensAt),
    post: (address, reply) => messenger.post(address, render(reply)),
    lookUp: (address) => rosters.memberAt(address),
    now,
    random: Math.random,
  };
  const house: House = {
    ...library,
    texts,
    hrContact: config.hrContact,
    coaching: { ...coaching, store: countedBy(campaigning, sessions) },
    calendar: campaigning.calendar,
    campaigns: receivingStore(db),
    flowFor: guides.flowFor,
    previous: previousQuestions(now),
    isConcern: (text) => isConcern(concerns, text),
    recordUnanswered: (person, question) =>
      keepUnanswered(db, serviceKey, person, wordsToKeep(ordinary, question), now()).catch((error: unknown) =>
        log.error({ error: whereOf(error) }, 'keeping unanswered words failed'),
      ),
    planWelcome: (person) => planWelcome(db, person, now()),
    rememberTeam: (team) => rememberTeam(db, team),
    forgetTeam: (team) => forgetTeam(db, team),
    recordFeedback: (personId, { message, reaction, words }) =>
      recordFeedback(db, serviceKey, { message, personId, reaction, words }, now()),
  };
  const receive = createBot(config, adapter, {
    texts,
    log,
    now,
    render,
    nameOf: blind,
    underWay: turnsUnderWay(),
    converse: (speaker, incoming) => converse(house, speaker, incoming),
    claim: async (key) => {
      const claimedAt = now();
      if ((await activities.claimActivity(db, key, claimedAt)) !== 'new') return undefined;
      return {
        finish: () => activities.finishActivity(db, key, now()),
        release: () => activities.releaseActivity(db, { key, claimedAt }),
      };
    },
    recordSessionMessage: (person, session, message) => recordSessionMessage(db, person, session, message),
    remember: async (id, address) => {
      const known = await people.remember(db, { id, address }, now());
      // By her e-mail once the roster has told it.
      if (address !== undefined && !known.rosterAsked) await planWaiting(db, id, undefined, opensAt());
      return known;
    },
    recordRoster: (person, roster) => welcoming.store.recordRoster(person, roster),
    recordAnswer: (conversation, message, { outcome, passage }) =>
      recordAnswer(db, { message: blind(conversation, message), outcome, passageId: passage }, now()),
  });
  const tidy = () => prune(db, now(), (flow) => guides.flows.get(flow)?.retentionDays);
  await tidy();
  const desk = openDesk(
    { ...deskStore(db, now, { signsInByEmail: !config.credentials }), rosterOf: rosters.membersOf },
    campaigning,
    guides,
    library.documents,
    render,
  );
  const server = await listen(receive, () => answers(db), config, log, [hrDoor(desk, config, log, cloud?.authority)]);
  const sending = startSending({ campaigning, welcoming }, outbox(db, randomUUID(), config.sendRate), log);
  const pruning = setInterval(
    () => void tidy().catch((error: unknown) => log.error({ error: whereOf(error) }, 'pruning failed')),
    daily,
  );
  return {
    url: server.url,
    stop: async () => {
      clearInterval(pruning);
      await server.close();
      await sending.stop();
      await library.stop();
      await closeDatabase(db);
    },
  };
}

/** The command `npm start`. */
export async function run(): Promise<void> {
  let config: Config | undefined;
  try {
    config = readConfig(process.env);
    const log = pino({ level: config.logLevel });
    const service = await start(config, { log, now: () => new Date() });
    const stop = () => {
      // A turn under way may finish; one that hangs may not keep the process.
      setTimeout(() => process.exit(1), longestStop).unref();
      void service.stop().then(() => process.exit(0));
    };
    process.once('SIGTERM', stop).once('SIGINT', stop);
    if (config.credentials) log.info({ url: service.url }, 'started');
    else process.stdout.write(welcome(service.url, config));
  } catch (error) {
    process.stderr.write(`${explainStart(error, config?.port)}\n`);
    // At once, whatever is still open: PostgreSQL holds a login without a password open for a minute.
    process.exit(error instanceof ConfigError ? 78 : 1);
  }
}

const welcome = (
  url: string,
  { dataDir, databaseUrl }: Config,
): string => `Tillitscoachen är igång i lokalt läge: ${url}/api/messages
Bara den här datorn når den, och inget lösenord behövs. Det som sparas ligger i ${databaseUrl ? 'databasen som DATABASE_URL anger' : dataDir}

HR:s sida: ${url}/hr

Öppna ett nytt fönster i samma mapp och välj:
  npm run chat         prata med boten i terminalen
  npm run playground   prata med boten i en lokal Teams-klient

Avsluta med Ctrl+C.
`;

if (require.main === module) void run();
