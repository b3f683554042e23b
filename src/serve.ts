import pino from 'pino';
import { startService } from './main';
import { ConfigError, readConfig, type Config } from './shared/config';
import { explainStart } from './shared/errors';

/** Milliseconds that turns under way have when the service is told to stop. */
const longestStop = 10_000;

/** The command `npm start`: the service as a process, until it is told to stop. */
async function run(): Promise<void> {
  let config: Config | undefined;
  try {
    config = readConfig(process.env);
    const log = pino({ level: config.logLevel });
    const service = await startService(config, { log, now: () => new Date() });
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

void run();
