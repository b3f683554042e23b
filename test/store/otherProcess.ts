import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const repository = join(__dirname, '../..');
const readTypeScript = `
  require.extensions['.ts'] = (module, file) => module._compile(require('@swc/core').transformFileSync(file, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }).code, file);`;

/** Starts JavaScript in a process of its own; it may require('./src/store/…') and await. */
export function startProcess(code: string): ChildProcess {
  const script = `${readTypeScript}\n(async () => {${code}})()`;
  return spawn(process.execPath, ['-e', script], { cwd: repository, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Runs JavaScript in a process of its own to its end and gives what it printed; rejects when it fails. */
export async function runProcess(code: string): Promise<string> {
  const child = startProcess(code);
  let printed = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  if (exitCode !== 0) throw new Error(`the other process ended with ${exitCode}`);
  return printed.trim();
}
