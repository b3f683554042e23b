import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Channel,
  type ChannelOptions,
  cardsOf,
  memberNamed,
  startChannel,
  type Turn,
} from '../../tools/localTeams/localTeams';
import { readConfig } from '../../src/shared/config';
import { startService, type Service } from '../../src/main';
import { createLog } from '../../src/shared/log';
import { type Channel as SdkChannel } from '../../src/teams/channel';
import { type Telemetry } from '../../src/telemetry/telemetry';
import { closeDatabase, databaseOf, openDatabase, type Database } from '../../src/store/database';
import { onPostgres, temporaryPlace } from '../store/temporary';
import { openLibrary, ourContent, ourLibrary } from './ours';

export const anna = memberNamed('Anna Berg');
export const bo = memberNamed('Bo Ek');

/** When every service in these tests starts: an ordinary Tuesday morning, whatever day it is. */
const firstDay = Date.parse('2027-01-12T09:20:00+01:00');

/** The whole service on a store of its own, with a strict Teams beside it. */
export interface Running {
  readonly service: Service;
  readonly channel: Channel;
  /** What it was started with, as environment variables. */
  readonly settings: Readonly<Record<string, string>>;
  /** Everything that was logged, one JSON line each. */
  readonly logged: string[];
  /** A new personal chat with a person. */
  chat(person?: typeof anna): ReturnType<Channel['conversation']>;
  /** The service's clock. */
  readonly now: () => Date;
  /** Moves it. */
  pass(milliseconds: number): void;
  /** Looks into the store, as another process would. */
  stored<T>(look: (db: Database) => Promise<T>): Promise<T>;
  /** Waits until the planner has looked and all that was due has been sent. What has not come by then does not come. */
  caughtUp(): Promise<void>;
  /** Looks at once whether the documents have changed. */
  lookAtDocuments(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function run({
  databaseUrl,
  documents,
  targetedAnswers,
  telemetry,
  seed,
  sdk,
  ...options
}: Omit<ChannelOptions, 'botUrl'> & {
  databaseUrl?: string;
  /** A folder that answers instead of the store's documents. */
  documents?: string;
  /** A folder whose documents are put into the store, which answers. */
  seed?: string;
  targetedAnswers?: boolean;
  telemetry?: Telemetry;
  /** Teams through another SDK than the service's own. */
  sdk?: SdkChannel;
} = {}): Promise<Running> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
  const DATABASE_URL = databaseUrl ?? (onPostgres ? await temporaryPlace() : '');
  const settings = {
    DATA_DIR: dataDir,
    DATABASE_URL,
    ...(targetedAnswers !== undefined && { TARGETED_ANSWERS: targetedAnswers ? 'on' : 'off' }),
  };
  const config = readConfig(settings);
  const logged: string[] = [];
  const log = createLog('debug', {
    destination: { write: (line: string) => void logged.push(line) },
    onError: telemetry?.failed,
  });
  const began = Date.now();
  let moved = 0;
  const now = () => new Date(firstDay + (Date.now() - began) + moved);
  const library = documents ? () => openLibrary({ documents, indexes: config.indexDir }, log) : ourLibrary;
  const open = async (port = 0) =>
    startService(
      { ...config, port },
      { log, now, telemetry, content: ourContent(), channel: sdk, ...(seed ? { seed } : { library: await library() }) },
    );
  let service = await open();
  const { port } = new URL(service.url);
  const channel = await startChannel({ now: () => now().getTime(), ...options, botUrl: `${service.url}/api/messages` });
  let chats = 0;
  return {
    get service() {
      return service;
    },
    channel,
    settings,
    logged,
    chat: (person = anna) =>
      channel.conversation({ id: `a:${person.name}-${++chats}`, type: 'personal', members: [person] }),
    now,
    pass: (milliseconds) => void (moved += milliseconds),
    stored: async (look) => {
      const db = await openDatabase(databaseOf(config));
      try {
        return await look(db);
      } finally {
        await closeDatabase(db);
      }
    },
    caughtUp: () => service.catchUp(),
    lookAtDocuments: () => service.lookAtDocuments(),
    restart: async () => {
      await service.stop();
      service = await open(Number(port));
      // The old process's connections are spent on this: the next caller gets a new one.
      while (!(await fetch(`${service.url}/health`).catch(() => undefined))) continue;
    },
    stop: async () => {
      await service.stop();
      await channel.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** The bot's own sentences: a test names the sentence, not its words. */
export const { texts } = ourContent();

/** All that a turn's messages say: text and the card's words. */
export const wordsOf = (turn: Turn): string =>
  turn.sent.map(({ activity }) => `${activity.text ?? ''} ${JSON.stringify(cardsOf(activity))}`).join('\n');
