import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser } from 'playwright-core';
import { projectRoot } from '../../src/shared/config';
import { type Tour } from './readTour';

const runFile = promisify(execFile);

/** Runs an operator's commands against a data folder, and keeps a picture of what each prints. @throws where a command fails. */
export async function pictureDay(
  browser: Browser,
  dataDir: string,
  steps: Tour['day'],
  keep: (name: string, png: Buffer) => void,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1_000, height: 600 }, locale: 'sv-SE' });
  try {
    const page = await context.newPage();
    for (const { run, picture } of steps) {
      const printed: string[] = [];
      for (const line of run) printed.push(`$ ${line}\n${await print(line, dataDir)}`);
      await page.setContent(pageOf(printed.join('\n\n')));
      keep(picture, await page.locator('pre').screenshot());
    }
  } finally {
    await context.close();
  }
}

/** What a command of package.json prints, run without building again. The temporary folder gets a plain name. */
async function print(line: string, dataDir: string): Promise<string> {
  const [command = '', ...args] = line.slice('npm run '.length).split(' ');
  const file = path.join(projectRoot, 'dist/src/cli', `${command}.js`);
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir };
  // The folder belongs to this run only, so a file that a command writes is removed with it.
  const { stdout } = await runFile(process.execPath, [file, ...args.filter((arg) => arg !== '--')], {
    env,
    cwd: dataDir,
  });
  return stdout.trim().replaceAll(path.dirname(dataDir), '/srv/tillitscoachen');
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const pageOf = (text: string): string => `<body style="margin: 0">
<pre style="margin: 0; padding: 20px 24px; background: #1e1e2e; color: #eee; white-space: pre-wrap; font: 15px/1.5 'DejaVu Sans Mono', monospace">${escaped(text)}</pre>`;
