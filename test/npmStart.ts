import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startProcess } from './store/otherProcess';

/** `npm start` with these settings; stderr goes the same way as stdout, so that a test can read it. */
export const npmStart = (settings: Record<string, string>): ChildProcess =>
  startProcess(`Object.assign(process.env, ${JSON.stringify({ PORT: '0', ...settings })});
    process.stderr.write = (text) => process.stdout.write(text);
    require('./dist/src/serve.js');`);

/** How a start that must fail ends: its exit code, and each line that it says. */
export async function failedStart(settings: Record<string, string>): Promise<{ code: number | null; said: string[] }> {
  const child = npmStart(settings);
  let said = '';
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: said.trim().split('\n') };
}
