import { spawn, type SpawnOptions } from 'node:child_process';
import { projectRoot } from '../src/shared/config';
import { botUrlOf, notReachable } from './botUrl';

/** Pinned: newer versions may change the configuration file. Fetched by npx; its licence does not let us ship it. */
const playground = '@microsoft/m365agentsplayground@0.2.28';

/**
 * Starts the Playground on a port of this computer, for a bot's address. `folder` holds .m365agentsplayground.yml with its people
 * and chats. `stop` ends the Playground, and npx, which does not pass signals on.
 */
export function startPlayground(botUrl: string, port: string, folder: string, options: SpawnOptions = {}) {
  const tool = ['--yes', '--package', playground, '--', 'agentsplayground', 'start'];
  const settings = ['-e', botUrl, '-c', 'msteams', '-p', port, '--dt'];
  const windows = process.platform === 'win32';
  const child = spawn('npx', [...tool, ...settings], {
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
    cwd: folder,
    // A process group of its own, so that all its processes can be stopped.
    detached: !windows,
    shell: windows,
  });
  const stop = (signal: NodeJS.Signals) => {
    if (windows || child.pid === undefined) child.kill(signal);
    else process.kill(-child.pid, signal);
  };
  return { child, stop };
}

async function run(): Promise<number> {
  const botUrl = botUrlOf(process.env);
  const port = process.env.PLAYGROUND_PORT?.trim() || '56150';
  // Any response will do, even a refusal, because it shows that something listens there.
  const answers = await fetch(botUrl).then(
    () => true,
    () => false,
  );
  if (!answers) {
    console.error(notReachable(botUrl, 'playground'));
    return 1;
  }
  console.log(`Öppna http://localhost:${port} i en webbläsare om den inte öppnas av sig själv. Avsluta med Ctrl+C.`);
  const { child, stop } = startPlayground(botUrl, port, projectRoot);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 0));
  });
}

if (require.main === module)
  run().then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(
        `Kan inte starta npx: ${error instanceof Error ? error.message : String(error)}. Kontrollera att Node och npm är installerade.`,
      );
      process.exitCode = 1;
    },
  );
