import path from 'node:path';
import { type z } from 'zod';
import { Explained } from './errors';
import { projectRoot } from './projectRoot';
import { Common, Teams } from './settings';
import { operatorTexts } from './catalogues';

/** How the bot proves to Teams who it is. Without a password it uses the managed identity that has this app id. */
export interface Credentials {
  readonly appId: string;
  readonly tenantId: string;
  readonly password?: string;
}

/** How long what is stored is kept, by kind. */
export interface Retention {
  /** After a guide was last touched; a guide's own file may say less. */
  readonly sessionDays: number;
  /** After a thumb was given. */
  readonly feedbackDays: number;
  /** After a question to HR was closed. */
  readonly questionDays: number;
  /** A name and an address, at least, and as long as something else is kept of the person. */
  readonly personDays: number;
  /** After something last happened with a question to HR that nobody has answered or closed. */
  readonly openQuestionMonths: number;
  /** After the time to answer a campaign was over: what people have shared in it. */
  readonly sharedWordsMonths: number;
  /** After the time to answer a campaign was over: what has been published of it. */
  readonly resultMonths: number;
  /** After somebody in HR did something. */
  readonly auditMonths: number;
}

export interface Config {
  /** Absent in local mode: then there is no authentication, so the service listens on loopback only. */
  readonly credentials?: Credentials;
  readonly host: string;
  readonly port: number;
  /** Absolute path of the folder that holds the store. */
  readonly dataDir: string;
  /** Absolute path of the folder that holds the search index, which can be made again from the documents. */
  readonly indexDir: string;
  /** Absolute path of the list of erasures. It lies outside the database, and is never restored together with it. */
  readonly erasuresFile: string;
  /** Of a PostgreSQL; without it the store is a file in dataDir. */
  readonly databaseUrl?: string;
  /** 32 bytes, base64: wraps the keys that seal what people write. Absent where a file in dataDir serves (local mode only). */
  readonly serviceKey?: string;
  /** The key that the service had before, while one is changed for the other. */
  readonly oldServiceKey?: string;
  /** Whom a manager is pointed to when the documents have no answer, as it stands in a sentence ("Fråga …"). */
  readonly hrContact: string;
  readonly retention: Retention;
  /** Where people reach the service's pages, e.g. https://coach.region.se. Absent where nobody has said it, and in local mode. */
  readonly pageAddress?: string;
  /** Days that a link to a document works, at least. */
  readonly documentLinkDays: number;
  /** Years after which HR is asked to look a document over, and answers say how old it is. */
  readonly documentOldYears: number;
  /** A language model of the region's own that may propose questions to HR. Absent: there is none. */
  readonly model?: { readonly url: string; readonly model: string; readonly key?: string };
  /** Hosts that activities may name as their channel, exact names. */
  readonly serviceUrlHosts: readonly string[];
  /** Requests a second that all instances together may make for what they send by themselves. */
  readonly sendRate: number;
  /** Whether an answer in a group or a channel is shown to the person who asked alone, where Teams can. */
  readonly targetedAnswers: boolean;
  readonly logLevel: string;
  /** Where what is measured can be read, apart from the port that people reach. Absent: nothing is measured for it. */
  readonly metrics?: { readonly host: string; readonly port: number };
  /** Of a collector that takes OTLP over HTTP. Absent: nothing is sent. */
  readonly otlpEndpoint?: string;
}

export { projectRoot };

/** Wrong settings, one line each, with the variable and the remedy; written for the person who starts the service. */
export class ConfigError extends Explained {}

/** One of two ways to prove who the bot is; told together with what else is missing. */
function passwordProblem(env: Readonly<Record<string, string | undefined>>): string[] {
  const managed = env.MICROSOFT_APP_TYPE === 'UserAssignedMSI';
  if (managed && env.MICROSOFT_APP_PASSWORD) return [operatorTexts.settings.needlessPassword];
  if (!managed && !env.MICROSOFT_APP_PASSWORD) return [operatorTexts.settings.noPassword];
  return [];
}

function settled<T>(result: z.SafeParseReturnType<unknown, T>, more: readonly string[] = []): T {
  const problems = result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  if (result.success && !more.length) return result.data;
  throw new ConfigError([...problems, ...more].join('\n'));
}

/**
 * Reads the settings. Without any setting the service runs in local mode. As soon as one credential is set, or NODE_ENV is
 * production, all credentials are required: an empty app id would switch off the SDK's authentication.
 * @throws {ConfigError} with one line for each setting that is wrong
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const outsideLocalMode =
    Object.keys(env).some((name) => name.startsWith('MICROSOFT_APP_')) || env.NODE_ENV === 'production';
  const common = settled(Common.safeParse(env));
  const { METRICS_PORT, METRICS_HOST, OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint } = common;
  if (METRICS_PORT && METRICS_PORT === common.PORT) throw new ConfigError(operatorTexts.settings.metricsPort);
  const shared = {
    port: common.PORT,
    dataDir: path.resolve(projectRoot, common.DATA_DIR),
    indexDir: path.resolve(projectRoot, common.DATA_DIR, 'index'),
    erasuresFile: path.resolve(projectRoot, common.ERASURES_FILE ?? path.join(common.DATA_DIR, 'erasures')),
    hrContact: common.HR_CONTACT,
    sendRate: common.SEND_RATE,
    retention: {
      sessionDays: common.SESSION_RETENTION_DAYS,
      feedbackDays: common.FEEDBACK_RETENTION_DAYS,
      questionDays: common.QUESTION_RETENTION_DAYS,
      personDays: common.PERSON_RETENTION_DAYS,
      openQuestionMonths: common.OPEN_QUESTION_RETENTION_MONTHS,
      sharedWordsMonths: common.SHARED_WORDS_RETENTION_MONTHS,
      resultMonths: common.RESULT_RETENTION_MONTHS,
      auditMonths: common.AUDIT_RETENTION_MONTHS,
    },
    documentLinkDays: common.DOCUMENT_LINK_DAYS,
    targetedAnswers: common.TARGETED_ANSWERS,
    documentOldYears: common.DOCUMENT_OLD_YEARS,
    ...(common.MODEL_URL && {
      model: {
        url: common.MODEL_URL,
        model: common.MODEL_NAME,
        ...(common.MODEL_KEY && { key: common.MODEL_KEY }),
      },
    }),
    logLevel: common.LOG_LEVEL ?? (outsideLocalMode ? 'info' : 'warn'),
    serviceKey: common.SERVICE_KEY,
    ...(common.SERVICE_KEY_OLD && { oldServiceKey: common.SERVICE_KEY_OLD }),
    ...(common.DATABASE_URL && { databaseUrl: common.DATABASE_URL }),
    ...(METRICS_PORT !== undefined && { metrics: { host: METRICS_HOST, port: METRICS_PORT } }),
    ...(otlpEndpoint && { otlpEndpoint }),
  };
  if (!outsideLocalMode) return { ...shared, host: '127.0.0.1', serviceUrlHosts: ['127.0.0.1', 'localhost'] };

  const teams = settled(Teams.safeParse(env), passwordProblem(env));
  return {
    ...shared,
    host: '0.0.0.0',
    ...(teams.PAGE_HOST && { pageAddress: `https://${teams.PAGE_HOST.toLowerCase()}` }),
    credentials: {
      appId: teams.MICROSOFT_APP_ID,
      tenantId: teams.MICROSOFT_APP_TENANT_ID,
      password: teams.MICROSOFT_APP_PASSWORD,
    },
    serviceUrlHosts: teams.SERVICE_URL_HOSTS.split(',').map((host) => host.trim().toLowerCase()),
  };
}
