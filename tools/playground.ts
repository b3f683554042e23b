import { spawn } from 'node:child_process';
import { projectRoot } from '../src/shared/config';
import { botUrlOf, notReachable } from './botUrl';

/** Pinned: newer versions may change the configuration file. Fetched by npx; its licence does not let us ship it. */
const playground = '@microsoft/m365agentsplayground@0.2.28';

/** Its people and chats stand in .m365agentsplayground.yml in the folder where it starts. */
async function run(): Promise<number> {
  const botUrl = botUrlOf(process.env);
  const port = process.env.PLAYGROUND_PORT?.trim() || '56150';
  // Any response will do, even a refusal: then somebody is at home.
  const answers = await fetch(botUrl).then(
    () => true,
    () => false,
  );
  if (!answers) {
    console.error(notReachable(botUrl, 'playground'));
    return 1;
  }
  console.log(`Öppna http://localhost:${port} i en webbläsare om den inte öppnas av sig själv. Avsluta med Ctrl+C.`);
  const tool = ['--yes', '--package', playground, '--', 'agentsplayground', 'start'];
  const settings = ['-e', botUrl, '-c', 'msteams', '-p', port, '--dt'];
  const windows = process.platform === 'win32';
  // npx runs the tool below itself and doesn't pass signals on: as a group of their own they can all be told.
  const child = spawn('npx', [...tool, ...settings], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !windows,
    shell: windows,
  });
  const passOn = (signal: NodeJS.Signals) => {
    if (windows || child.pid === undefined) child.kill(signal);
    else process.kill(-child.pid, signal);
  };
  process.once('SIGINT', passOn).once('SIGTERM', passOn);
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
