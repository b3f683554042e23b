import { isIP } from 'node:net';
import { z } from 'zod';
import { operatorTexts } from './catalogues';
import { fill } from './fill';

const { settings: texts } = operatorTexts;

const guid = (remedy: string) =>
  z.string({ required_error: fill(texts.missing, { remedy }) }).uuid(fill(texts.badId, { remedy }));

/** A number. `usual` is the example in the sentence for a value that is no number. */
const number = (name: string, usual: number) =>
  z.coerce.number({ invalid_type_error: fill(texts.number, { name, usual }) });
const integer = (name: string, usual: number) => {
  const wrong = fill(texts.integer, { name, usual });
  return z.coerce.number({ invalid_type_error: wrong }).int(wrong);
};
/** A whole number of at least one. */
const upTo = (most: number, name: string, usual: number) =>
  integer(name, usual)
    .min(1, fill(texts.least, { least: 1 }))
    .max(most, fill(texts.most, { most }))
    .default(usual);
const port = (name: string, usual: number) => integer(name, usual).min(0, texts.port).max(65535, texts.port);

/** The service's host name, as people's browsers know it. */
export const PageHost = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, texts.pageHost)
  .optional();

/** Off where it is not set. */
export const OnOrOff = z
  .enum(['on', 'off'], { errorMap: () => ({ message: texts.onOrOff }) })
  .default('off')
  .transform((value) => value === 'on');

/** The settings that are also allowed in local mode. */
export const Common = z.object({
  PORT: port('PORT', 3978).default(3978),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .refine((url) => /^postgres(ql)?:\/\/[^/]+\/[^/]/.test(url) && URL.canParse(url), texts.databaseUrl)
    .optional(),
  SERVICE_KEY: z.string().optional(),
  SERVICE_KEY_OLD: z.string().optional(),
  ERASURES_FILE: z.string().optional(),
  TARGETED_ANSWERS: OnOrOff,
  HR_CONTACT: z.string().max(120, texts.hrContact).default(texts.usualHrContact),
  SEND_RATE: number('SEND_RATE', 24)
    .min(1, fill(texts.least, { least: 1 }))
    .max(25, texts.sendRate)
    .default(24),
  SESSION_RETENTION_DAYS: upTo(730, 'SESSION_RETENTION_DAYS', 365),
  FEEDBACK_RETENTION_DAYS: upTo(730, 'FEEDBACK_RETENTION_DAYS', 365),
  QUESTION_RETENTION_DAYS: upTo(730, 'QUESTION_RETENTION_DAYS', 90),
  OPEN_QUESTION_RETENTION_MONTHS: upTo(120, 'OPEN_QUESTION_RETENTION_MONTHS', 12),
  SHARED_WORDS_RETENTION_MONTHS: upTo(120, 'SHARED_WORDS_RETENTION_MONTHS', 12),
  RESULT_RETENTION_MONTHS: upTo(120, 'RESULT_RETENTION_MONTHS', 36),
  AUDIT_RETENTION_MONTHS: upTo(120, 'AUDIT_RETENTION_MONTHS', 24),
  PERSON_RETENTION_DAYS: upTo(730, 'PERSON_RETENTION_DAYS', 365),
  DOCUMENT_LINK_DAYS: upTo(365, 'DOCUMENT_LINK_DAYS', 30),
  DOCUMENT_OLD_YEARS: upTo(100, 'DOCUMENT_OLD_YEARS', 5),
  MODEL_URL: z
    .string()
    .refine(
      (url) => URL.canParse(url) && /^(https:\/\/[^/]|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(url),
      texts.modelUrl,
    )
    .refine((url) => !URL.canParse(url) || !(new URL(url).username || new URL(url).password), texts.modelPassword)
    .optional(),
  MODEL_NAME: z.string().max(200).default('default'),
  MODEL_KEY: z.string().max(1000).optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { errorMap: () => ({ message: texts.logLevel }) })
    .optional(),
  METRICS_PORT: port('METRICS_PORT', 9464).optional(),
  METRICS_HOST: z
    .string()
    .refine((host) => isIP(host) > 0, texts.metricsHost)
    .default('127.0.0.1'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .refine((url) => /^https?:\/\/[^/]/.test(url) && URL.canParse(url), texts.otlpEndpoint)
    .optional(),
});

/** The settings that are also required outside local mode. */
export const Teams = Common.extend({
  MICROSOFT_APP_ID: guid(texts.appId),
  MICROSOFT_APP_TENANT_ID: guid(texts.tenantId),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMSI'], { errorMap: () => ({ message: texts.appType }) })
    .default('SingleTenant'),
  SERVICE_KEY: z.string({ required_error: texts.noServiceKey }),
  PAGE_HOST: PageHost,
  SERVICE_URL_HOSTS: z.string().default('smba.trafficmanager.net'),
});

/** What each setting is for: the rows of the table in docs/operations.md, which `npm run settings` writes. */
export const settingsInWords: Readonly<Record<keyof typeof Teams.shape, string>> = operatorTexts.settingsTable;

/** Defaults that are not in the schema, or that are described in other words. */
export const defaultsInWords: Readonly<Partial<Record<keyof typeof Teams.shape, string>>> =
  operatorTexts.settingsDefaults;
