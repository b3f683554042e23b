import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../shared/config';
import { backUp } from '../store/backup';
import { databaseOf } from '../store/database';
import { totalOf } from '../store/tableSums';
import { runAsCommand } from './runAsCommand';
import { cliTexts, linesOf } from './cliTexts';
import { fill } from '../shared/fill';

const { backup: texts } = cliTexts;

/**
 * Makes a backup of the database in DATA_DIR. The only word is the backup's path. Returns the exit code.
 * @throws {Explained} as backUp does
 */
export function run(
  words: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  return Promise.resolve(backUpTo(words, print, environment));
}

function backUpTo(words: readonly string[], print: (line: string) => void, environment: NodeJS.ProcessEnv): number {
  const [name] = words;
  if (!name || words.length > 1 || name.startsWith('-')) {
    print(texts.usage);
    return 1;
  }
  const config = readConfig(environment);
  if (config.databaseUrl) {
    print(fill(linesOf(texts.postgres), { file: name, list: config.erasuresFile }));
    return 1;
  }
  const file = databaseOf(config);
  if (!existsSync(file)) {
    print(fill(cliTexts.noDatabase, { file }));
    return 1;
  }
  const copy = path.resolve(name);
  const { rows, sum } = totalOf(backUp(file, copy));
  print(fill(texts.done, { copy, rows, sum }));
  const key = path.join(config.dataDir, 'service.key');
  print(fill(config.serviceKey ? texts.keep : texts.keepWithKey, { list: config.erasuresFile, key }));
  return 0;
}

if (require.main === module) runAsCommand(run);
