import pino from 'pino';
import { readConfig, type Config } from '../../src/shared/config';
import { explainStart } from '../../src/shared/errors';
import { dayInWords, dayOf } from '../../src/shared/localTime';
import { startDemo, type Demo } from './startDemo';

/** Milliseconds for work under way when the demo is told to stop. */
const longestStop = 10_000;

/** The command `npm run demo`: HR's page with data. */
async function run(): Promise<void> {
  let config: Config | undefined;
  let demo: Promise<Demo> | undefined;
  const stopping = new AbortController();
  const stop = () => {
    setTimeout(() => process.exit(1), longestStop).unref();
    stopping.abort();
    void demo?.then((started) => started.stop()).then(() => process.exit(0));
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  try {
    // Only the port is taken from the environment, so no setting of a real service reaches the demo.
    config = readConfig({ PORT: process.env.PORT });
    process.stdout.write('Hittar på fyrtio chefer och låter tre månader gå …\n');
    demo = startDemo(config.port, dayOf(new Date()), pino({ level: 'error' }), stopping.signal);
    process.stdout.write(welcome(await demo));
  } catch (error) {
    if (stopping.signal.aborted) process.exit(0);
    process.stderr.write(`${explainStart(error, config?.port).replace('npm start', 'npm run demo')}\n`);
    process.exit(1);
  }
}

const welcome = ({ url, now }: Demo): string => `
Demon är igång: ${url}

Öppna adressen i en webbläsare, skriv vilket namn du vill och tryck på Logga in.
I demon är det ${dayInWords(now())}. Överst på sidan flyttar du dagen framåt.
Cheferna är påhittade. Det som sparas ligger i en tillfällig mapp som tas bort när du avslutar.

Avsluta med Ctrl+C.
`;

void run();
