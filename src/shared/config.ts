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

/** How long stored data is kept, by kind. */
export interface Retention {
  /** Days after a guide was last used. A guide's own file may set fewer. */
  readonly sessionDays: number;
  /** Days after a thumb was given. */
  readonly feedbackDays: number;
  /** Days after a question to HR was closed. */
  readonly questionDays: number;
  /** Days for which a name and an address are kept at least. They stay as long as other data about the person does. */
  readonly personDays: number;
  /** Months after the last event of a question to HR that nobody has answered or closed. */
  readonly openQuestionMonths: number;
  /** Months after a campaign's answering time, for what people have shared in it. */
  readonly sharedWordsMonths: number;
  /** Months after a campaign's answering time, for its published results. */
  readonly resultMonths: number;
  /** Months after an act of a person in HR. */
  readonly auditMonths: number;
}

export interface Config {
  /** Undefined in local mode. Then there is no authentication, so the service listens on loopback only. */
  readonly credentials?: Credentials;
  readonly host: string;
  readonly port: number;
  /** The absolute path of the folder with the store. */
  readonly dataDir: string;
  /** The absolute path of the folder with the search index, which can be built again from the documents. */
  readonly indexDir: string;
  /** The absolute path of the list of erasures. It is outside the database, and is never restored together with it. */
  readonly erasuresFile: string;
  /** The URL of a PostgreSQL database. Without it, the store is a file in dataDir. */
  readonly databaseUrl?: string;
  /**
   * 32 bytes in base64, which encrypt the keys for what people write. Undefined where a file in dataDir has it (local mode only).
   */
  readonly serviceKey?: string;
  /** The former key, while it is being changed for a new one. */
  readonly oldServiceKey?: string;
  /** Whom a manager is referred to when the documents have no answer, as it reads in a sentence ("Fråga …"). */
  readonly hrContact: string;
  readonly retention: Retention;
  /**
   * Where people reach the service's pages, such as https://coach.region.se. Undefined where no setting says it, and in local
   * mode.
   */
  readonly pageAddress?: string;
  /** The least number of days for which a link to a document works. */
  readonly documentLinkDays: number;
  /** Years after which HR is asked to review a document, and answers say how old it is. */
  readonly documentOldYears: number;
  /** The region's own language model, which may propose questions to HR. Undefined where there is none. */
  readonly model?: { readonly url: string; readonly model: string; readonly key?: string };
  /** Exact names of the hosts that activities may name as their channel. */
  readonly serviceUrlHosts: readonly string[];
  /** Requests a second that all instances together may make for what the bot sends by itself. */
  readonly sendRate: number;
  /** Whether only the person who asked sees an answer in a group or a channel, where Teams can do that. */
  readonly targetedAnswers: boolean;
  readonly logLevel: string;
  /** Where the metrics can be read, apart from the port that people reach. Undefined: nothing is measured for it. */
  readonly metrics?: { readonly host: string; readonly port: number };
  /** The address of a collector that takes OTLP over HTTP. Undefined: nothing is sent. */
  readonly otlpEndpoint?: string;
}

export { projectRoot };

/** Wrong settings, one line each, with the variable and the remedy; written for the person who starts the service. */
export class ConfigError extends Explained {}

/** One of two ways to prove who the bot is. Its fault is reported together with what else is missing. */
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
