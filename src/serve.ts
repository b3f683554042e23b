import { startService } from './main';
import { ConfigError, readConfig, type Config } from './shared/config';
import { explainStart } from './shared/errors';
import { createLog } from './shared/log';
import { readVersion } from './shared/version';
import { openTelemetry } from './telemetry/openTelemetry';
import { operatorTexts } from './shared/catalogues';
import { fill } from './shared/fill';

/**
 * Milliseconds for work under way when the service is told to stop. A platform usually waits for 30 seconds. We promise 25; the
 * rest is for the end of the process itself.
 */
const longestStop = 24_000;

/** The command `npm start`: the service as a process, until it is told to stop. */
async function run(): Promise<void> {
  let config: Config | undefined;
  try {
    config = readConfig(process.env);
    const telemetry = await openTelemetry(config, readVersion());
    const log = createLog(config.logLevel, { onError: telemetry.failed });
    const service = await startService(config, { log, now: () => new Date(), telemetry });
    const stop = () => {
      // A turn under way may finish. A turn that hangs must not keep the process.
      setTimeout(() => {
        log.error('what was under way did not end in time');
        process.exit(1);
      }, longestStop).unref();
      log.info('stopping');
      void service
        .stop()
        .then(telemetry.stop)
        .then(() => process.exit(0));
    };
    process.once('SIGTERM', stop).once('SIGINT', stop);
    if (config.credentials) log.info({ url: service.url }, 'started');
    else process.stdout.write(welcome(service.url, config));
  } catch (error) {
    process.stderr.write(`${explainStart(error, config?.port)}\n`);
    // It ends at once, whatever is still open: PostgreSQL keeps a login without a password open for a minute.
    process.exit(error instanceof ConfigError ? 78 : 1);
  }
}

const { start: texts } = operatorTexts;

const welcome = (url: string, { dataDir, databaseUrl }: Config): string =>
  `${fill(texts.welcome.join('\n'), { url, place: databaseUrl ? texts.inDatabase : dataDir })}\n`;

void run();
