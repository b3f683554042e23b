import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { projectRoot } from '../../src/shared/config';

/** Where the Chromium that comes with npm was unpacked, and how it is started. */
export interface Chromium {
  readonly executablePath: string;
  readonly args: string[];
  readonly folder: string;
}

/** Unpacks Chromium into an empty folder, which the caller removes afterwards. @throws if it cannot be unpacked there. */
export function unpackChromium(folder: string): Chromium {
  // The package brings the libraries that a bare machine lacks, but unpacks them only if it believes that it runs on such a machine.
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  const script = path.join(projectRoot, 'tools/browser/chromium.mjs');
  const said = execFileSync(process.execPath, [script], { env, encoding: 'utf8' });
  return { ...(JSON.parse(said) as Omit<Chromium, 'folder'>), folder };
}

/** Starts an unpacked Chromium, in Swedish: fields for dates follow the browser's language, not the page's. The caller closes it. */
export function openChromium({ executablePath, args, folder }: Chromium): Promise<Browser> {
  const libraries = ['al2023/lib', 'al2/lib'].map((name) => path.join(folder, name));
  const LD_LIBRARY_PATH = [...libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const env = { ...process.env, LD_LIBRARY_PATH, LANGUAGE: 'sv', LC_ALL: 'sv_SE.UTF-8' };
  return chromium.launch({ executablePath, args: [...args, '--lang=sv-SE'], env });
}
