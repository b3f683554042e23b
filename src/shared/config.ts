import path from 'node:path';
import { z } from 'zod';
import { Explained } from './errors';

/** How the bot proves to Teams who it is. Without a password it uses the managed identity that has this app id. */
export interface Credentials {
  readonly appId: string;
  readonly tenantId: string;
  readonly password?: string;
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
  /** Of a PostgreSQL; without it the store is a file in dataDir. */
  readonly databaseUrl?: string;
  /** 32 bytes, base64: wraps the keys that seal what people write. Absent where a file in dataDir serves (local mode only). */
  readonly serviceKey?: string;
  /** Whom a manager is pointed to when the documents have no answer, as it stands in a sentence ("Fråga …"). */
  readonly hrContact: string;
  /** Days that a question to HR is kept after its close. */
  readonly questionDays: number;
  /** Where people reach the service's pages, e.g. https://coach.region.se. Absent where nobody has said it, and in local mode. */
  readonly pageAddress?: string;
  /** Days that a link to a document works, at least. */
  readonly documentLinkDays: number;
  /** Years after which HR is asked to look a document over, and answers say how old it is. */
  readonly documentOldYears: number;
  /** Hosts that activities may name as their channel, exact names. */
  readonly serviceUrlHosts: readonly string[];
  /** Requests a second that all instances together may make for what they send by themselves. */
  readonly sendRate: number;
  readonly logLevel: string;
}

/** The folder of package.json, where content lies: above src/ in the sources, above dist/src/ when compiled. */
export const projectRoot = path.resolve(
  __dirname,
  path.basename(path.resolve(__dirname, '../..')) === 'dist' ? '../../..' : '../..',
);

/** Wrong settings, one line each, with the variable and the remedy; written for the person who starts the service. */
export class ConfigError extends Explained {}

const guid = (remedy: string) =>
  z.string({ required_error: `saknas. ${remedy}` }).uuid(`är inget giltigt id. ${remedy}`);

const Port = z.coerce
  .number({ invalid_type_error: 'ska vara ett heltal, till exempel PORT=3978.' })
  .int('ska vara ett heltal, till exempel PORT=3978.')
  .min(0, 'ska vara ett tal från 0 till 65535.')
  .max(65535, 'ska vara ett tal från 0 till 65535.')
  .default(3978);

/** The service's host name, as people's browsers know it. */
export const PageHost = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'ska vara tjänstens värdnamn utan https://, till exempel coach.region.se.')
  .optional();

const Common = z.object({
  PORT: Port,
  DATA_DIR: z.string().default('data'),
  HR_CONTACT: z
    .string()
    .max(120, 'får vara högst 120 tecken: den står i en mening, ”Fråga …”.')
    .default('din HR-avdelning'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      errorMap: () => ({ message: 'ska vara fatal, error, warn, info, debug eller silent.' }),
    })
    .optional(),
  SERVICE_KEY: z.string().optional(),
  SEND_RATE: z.coerce
    .number({ invalid_type_error: 'ska vara ett tal, till exempel SEND_RATE=24.' })
    .min(1, 'ska vara minst 1.')
    .max(25, 'ska vara högst 25: Teams tar emot 50 anrop i sekunden av hela appen.')
    .default(24),
  QUESTION_RETENTION_DAYS: z.coerce
    .number({ invalid_type_error: 'ska vara ett tal, till exempel QUESTION_RETENTION_DAYS=90.' })
    .int('ska vara ett heltal, till exempel QUESTION_RETENTION_DAYS=90.')
    .min(1, 'ska vara minst 1.')
    .max(730, 'ska vara högst 730.')
    .default(90),
  DOCUMENT_LINK_DAYS: z.coerce
    .number({ invalid_type_error: 'ska vara ett tal, till exempel DOCUMENT_LINK_DAYS=30.' })
    .int('ska vara ett heltal, till exempel DOCUMENT_LINK_DAYS=30.')
    .min(1, 'ska vara minst 1.')
    .max(365, 'ska vara högst 365.')
    .default(30),
  DOCUMENT_OLD_YEARS: z.coerce
    .number({ invalid_type_error: 'ska vara ett tal, till exempel DOCUMENT_OLD_YEARS=5.' })
    .int('ska vara ett heltal, till exempel DOCUMENT_OLD_YEARS=5.')
    .min(1, 'ska vara minst 1.')
    .max(100, 'ska vara högst 100.')
    .default(5),
  DATABASE_URL: z
    .string()
    .refine(
      (url) => /^postgres(ql)?:\/\/[^/]+\/[^/]/.test(url) && URL.canParse(url),
      'ska vara adressen till en PostgreSQL: postgres://användare:lösenord@värd:5432/databas. Utan den sparas allt i DATA_DIR.',
    )
    .optional(),
});

const Teams = Common.extend({
  MICROSOFT_APP_ID: guid('Ange appens id från registreringen i Entra ID.'),
  MICROSOFT_APP_TENANT_ID: guid('Ange regionens katalog-id (tenant).'),
  MICROSOFT_APP_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMSI'], {
      errorMap: () => ({ message: 'ska vara SingleTenant (med lösenord) eller UserAssignedMSI (hanterad identitet).' }),
    })
    .default('SingleTenant'),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  SERVICE_KEY: z.string({
    required_error: 'saknas. Skapa en med: openssl rand -base64 32 – och förvara den skild från databasen.',
  }),
  PAGE_HOST: PageHost,
  SERVICE_URL_HOSTS: z.string().default('smba.trafficmanager.net'),
});

/** One of two ways to prove who the bot is; told together with what else is missing. */
function passwordProblem(env: Readonly<Record<string, string | undefined>>): string[] {
  const managed = env.MICROSOFT_APP_TYPE === 'UserAssignedMSI';
  if (managed && env.MICROSOFT_APP_PASSWORD)
    return [
      'MICROSOFT_APP_PASSWORD ska inte anges med MICROSOFT_APP_TYPE=UserAssignedMSI. Ta bort lösenordet, eller välj SingleTenant.',
    ];
  if (!managed && !env.MICROSOFT_APP_PASSWORD)
    return [
      'MICROSOFT_APP_PASSWORD saknas. Ange appens hemlighet, eller MICROSOFT_APP_TYPE=UserAssignedMSI för hanterad identitet.',
    ];
  return [];
}

function settled<T>(result: z.SafeParseReturnType<unknown, T>, more: readonly string[] = []): T {
  const problems = result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  if (result.success && !more.length) return result.data;
  throw new ConfigError([...problems, ...more].join('\n'));
}

/**
 * Reads the settings. Nothing set means local mode; as soon as one credential is set, or NODE_ENV=production,
 * all of them are demanded: an empty app id would switch the SDK's authentication off for everybody.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const outsideLocalMode =
    Object.keys(env).some((name) => name.startsWith('MICROSOFT_APP_')) || env.NODE_ENV === 'production';
  const common = settled(Common.safeParse(env));
  const shared = {
    port: common.PORT,
    dataDir: path.resolve(projectRoot, common.DATA_DIR),
    indexDir: path.resolve(projectRoot, common.DATA_DIR, 'index'),
    hrContact: common.HR_CONTACT,
    sendRate: common.SEND_RATE,
    questionDays: common.QUESTION_RETENTION_DAYS,
    documentLinkDays: common.DOCUMENT_LINK_DAYS,
    documentOldYears: common.DOCUMENT_OLD_YEARS,
    logLevel: common.LOG_LEVEL ?? (outsideLocalMode ? 'info' : 'warn'),
    serviceKey: common.SERVICE_KEY,
    ...(common.DATABASE_URL && { databaseUrl: common.DATABASE_URL }),
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
