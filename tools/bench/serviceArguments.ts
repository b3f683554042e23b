import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';

/** What `npm start` gives Node: flags, and the script. */
export function serviceArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  return scripts.start.split('&& node ').at(-1)!.split(' ');
}
