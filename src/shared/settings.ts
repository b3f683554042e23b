import { isIP } from 'node:net';
import { z } from 'zod';

// Each description is a row of the table in docs/operations.md: `npm run settings` writes it.

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

/** Off where nothing is said. */
export const OnOrOff = z
  .enum(['on', 'off'], { errorMap: () => ({ message: 'ska vara on eller off, till exempel TARGETED_ANSWERS=on.' }) })
  .default('off')
  .transform((value) => value === 'on');

const retentionDays = (name: string, usual: number, what: string) =>
  z.coerce
    .number({ invalid_type_error: `ska vara ett tal, till exempel ${name}=${usual}.` })
    .int(`ska vara ett heltal, till exempel ${name}=${usual}.`)
    .min(1, 'ska vara minst 1.')
    .max(730, 'ska vara högst 730.')
    .default(usual)
    .describe(`${what} (1–730)`);

/** What may be set in local mode too. */
export const Common = z.object({
  PORT: Port.describe('porten som tjänsten lyssnar på'),
  DATA_DIR: z
    .string()
    .default('data')
    .describe(
      'mappen där allt sparas (med `DATABASE_URL`: bara lokalt lägets nyckel, och sökregistret, som byggs om när det saknas)',
    ),
  DATABASE_URL: z
    .string()
    .refine(
      (url) => /^postgres(ql)?:\/\/[^/]+\/[^/]/.test(url) && URL.canParse(url),
      'ska vara adressen till en PostgreSQL: postgres://användare:lösenord@värd:5432/databas. Utan den sparas allt i DATA_DIR.',
    )
    .optional()
    .describe('PostgreSQL i stället för en fil i `DATA_DIR`: `postgres://användare:lösenord@värd:5432/databas`'),
  SERVICE_KEY: z
    .string()
    .optional()
    .describe(
      '32 byte i base64 (`openssl rand -base64 32`) som krypterar det man skriver i guider och återkoppling; förvaras skild från databasen',
    ),
  SERVICE_KEY_OLD: z
    .string()
    .optional()
    .describe('den gamla nyckeln, så länge den byts mot en ny ([så här](runbooks.md#byta-tjänstens-nyckel))'),
  ERASURES_FILE: z
    .string()
    .optional()
    .describe(
      'filen med listan över raderingar. Den ligger utanför databasen, delas av alla instanser och läggs aldrig tillbaka tillsammans med en säkerhetskopia; i avbilden `/app/state/erasures`',
    ),
  TARGETED_ANSWERS: OnOrOff.describe(
    '`on`: i grupper och kanaler ser bara den som frågar svaret, där Teams kan; annars som förut. Ange samma vid `npm run package`',
  ),
  HR_CONTACT: z
    .string()
    .max(120, 'får vara högst 120 tecken: den står i en mening, ”Fråga …”.')
    .default('din HR-avdelning')
    .describe('vem chefen hänvisas till, som det står i en mening: ”Fråga …”'),
  SEND_RATE: z.coerce
    .number({ invalid_type_error: 'ska vara ett tal, till exempel SEND_RATE=24.' })
    .min(1, 'ska vara minst 1.')
    .max(25, 'ska vara högst 25: Teams tar emot 50 anrop i sekunden av hela appen.')
    .default(24)
    .describe('anrop i sekunden för det boten skickar själv, alla instanser tillsammans (1–25)'),
  SESSION_RETENTION_DAYS: retentionDays(
    'SESSION_RETENTION_DAYS',
    365,
    'dagar som det man svarat i guider sparas efter att guiden senast rördes; en guide kan ha en kortare tid',
  ),
  FEEDBACK_RETENTION_DAYS: retentionDays('FEEDBACK_RETENTION_DAYS', 365, 'dagar som ”Hjälpte svaret?” sparas'),
  QUESTION_RETENTION_DAYS: retentionDays(
    'QUESTION_RETENTION_DAYS',
    90,
    'dagar som en fråga till HR sparas efter att den stängts',
  ),
  PERSON_RETENTION_DAYS: retentionDays(
    'PERSON_RETENTION_DAYS',
    365,
    'dagar efter vilka en person som det inte finns något annat om glöms',
  ),
  DOCUMENT_LINK_DAYS: z.coerce
    .number({ invalid_type_error: 'ska vara ett tal, till exempel DOCUMENT_LINK_DAYS=30.' })
    .int('ska vara ett heltal, till exempel DOCUMENT_LINK_DAYS=30.')
    .min(1, 'ska vara minst 1.')
    .max(365, 'ska vara högst 365.')
    .default(30)
    .describe('dagar som en länk till ett dokument fungerar (1–365)'),
  DOCUMENT_OLD_YEARS: z.coerce
    .number({ invalid_type_error: 'ska vara ett tal, till exempel DOCUMENT_OLD_YEARS=5.' })
    .int('ska vara ett heltal, till exempel DOCUMENT_OLD_YEARS=5.')
    .min(1, 'ska vara minst 1.')
    .max(100, 'ska vara högst 100.')
    .default(5)
    .describe('år efter vilka ett dokument märks med sitt år och HR påminns om att se över det (1–100)'),
  MODEL_URL: z
    .string()
    .refine(
      (url) => URL.canParse(url) && /^(https:\/\/[^/]|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(url),
      'ska vara en https-adress fram till /chat/completions, till exempel https://modell.region.se/v1.',
    )
    .refine(
      (url) => !URL.canParse(url) || !(new URL(url).username || new URL(url).password),
      'ska inte ha lösenord i adressen. Skriv nyckeln i MODEL_KEY.',
    )
    .optional()
    .describe(
      'regionens egen språkmodell (OpenAI:s protokoll) som får föreslå frågor till HR om ett stycke, när HR ber om det; bara dokumentets ord skickas, och ingen chef ser ett förslag; utan den finns ingen modell',
    ),
  MODEL_NAME: z.string().max(200).default('default').describe('modellens namn hos `MODEL_URL`'),
  MODEL_KEY: z.string().max(1000).optional().describe('nyckeln till `MODEL_URL`, om den kräver en'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      errorMap: () => ({ message: 'ska vara fatal, error, warn, info, debug eller silent.' }),
    })
    .optional()
    .describe('fatal, error, warn, info, debug eller silent'),
  METRICS_PORT: z.coerce
    .number({ invalid_type_error: 'ska vara ett heltal, till exempel METRICS_PORT=9464.' })
    .int('ska vara ett heltal, till exempel METRICS_PORT=9464.')
    .min(0, 'ska vara ett tal från 0 till 65535.')
    .max(65535, 'ska vara ett tal från 0 till 65535.')
    .optional()
    .describe('port för mätvärden till Prometheus (`/metrics`), skild från `PORT`; utan den finns inga'),
  METRICS_HOST: z
    .string()
    .refine((host) => isIP(host) > 0, 'ska vara en IP-adress, till exempel 127.0.0.1.')
    .default('127.0.0.1')
    .describe('adressen som `METRICS_PORT` öppnas på; i en container `0.0.0.0`, på ett nät som bara övervakningen når'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .refine(
      (url) => /^https?:\/\/[^/]/.test(url) && URL.canParse(url),
      'ska vara adressen till en insamlare som tar OTLP över HTTP, till exempel http://127.0.0.1:4318.',
    )
    .optional()
    .describe(
      'insamlare (OTLP över HTTP) för spår och mätvärden, till exempel `http://127.0.0.1:4318`; utan den skickas inga',
    ),
});

/** What is demanded outside local mode, besides. */
export const Teams = Common.extend({
  MICROSOFT_APP_ID: guid('Ange appens id från registreringen i Entra ID.').describe('appens id i Entra ID'),
  MICROSOFT_APP_TENANT_ID: guid('Ange regionens katalog-id (tenant).').describe(
    'regionens katalog-id; ingen annan släpps in',
  ),
  MICROSOFT_APP_PASSWORD: z.string().optional().describe('appens hemlighet'),
  MICROSOFT_APP_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMSI'], {
      errorMap: () => ({ message: 'ska vara SingleTenant (med lösenord) eller UserAssignedMSI (hanterad identitet).' }),
    })
    .default('SingleTenant')
    .describe('`SingleTenant`, eller `UserAssignedMSI` för hanterad identitet utan hemlighet'),
  SERVICE_KEY: z
    .string({
      required_error: 'saknas. Skapa en med: openssl rand -base64 32 – och förvara den skild från databasen.',
    })
    .describe(
      '32 byte i base64 (`openssl rand -base64 32`) som krypterar det man skriver i guider och återkoppling; förvaras skild från databasen',
    ),
  PAGE_HOST: PageHost.describe(
    'tjänstens värdnamn utan https://, för länkar till dokument (utan den finns inga) och för HR:s flik',
  ),
  SERVICE_URL_HOSTS: z
    .string()
    .default('smba.trafficmanager.net')
    .describe('värdnamn som boten får svara till, med komma emellan'),
});

/** Defaults that the schema does not hold, or that are told in other words. */
export const defaultsInWords: Readonly<Record<string, string>> = {
  DATA_DIR: '`data`',
  SERVICE_KEY: 'fil i `data/` lokalt',
  ERASURES_FILE: '`erasures` i `DATA_DIR`',
  TARGETED_ANSWERS: 'off',
  LOG_LEVEL: 'info (warn lokalt)',
};
