import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectRoot } from '../../src/shared/config';

/** The service as a process whose memory can be asked for. */
export async function startWatched(env: Readonly<Record<string, string>>) {
  const script = ['--expose-gc', '--require', './tools/bench/memory.cjs', 'dist/src/serve.js'];
  const service = spawn(process.execPath, script, {
    cwd: projectRoot,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let said = '';
  service.stdout!.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  while (!said.includes('Ctrl+C')) await once(service.stdout!, 'data');
  return { service, url: /http:\S+\/api\/messages/.exec(said)![0], logged: () => said.split('\n').filter(isLogLine) };
}
const isLogLine = (line: string) => line.startsWith('{');

/** Megabytes, after a collection. */
export async function memoryOf(service: ChildProcess): Promise<{ rssMb: number; heapMb: number }> {
  service.send('memory');
  const [memory] = (await once(service, 'message')) as [{ rssMb: number; heapMb: number }];
  return memory;
}
