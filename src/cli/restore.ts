import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../shared/config';
import { putBack } from '../store/backup';
import { databaseOf } from '../store/database';
import { repeatErasures } from '../store/erasures';
import { nameMoves } from '../store/nameMoves';
import { readKeyring } from '../store/openKeyring';
import { totalOf } from '../store/tableSums';
import { runAsCommand } from './runAsCommand';
import { cliTexts } from './cliTexts';
import { fill } from '../shared/fill';

const { restore: texts } = cliTexts;

/**
 * Puts a backup into DATA_DIR as the database, without the people who were erased after it was made. The only word is
 * the backup's path. Returns the exit code.
 * @throws {Explained} where the backup cannot be used or there is a database already
 */
export async function run(
  words: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const [name] = words;
  if (!name || words.length > 1 || name.startsWith('-')) {
    print(texts.usage);
    return 1;
  }
  const config = readConfig(environment);
  if (config.databaseUrl) {
    print(texts.postgres);
    return 1;
  }
  const keyFile = path.join(config.dataDir, 'service.key');
  if (!config.serviceKey && !existsSync(keyFile)) {
    print(fill(texts.noKey, { key: keyFile }));
    return 1;
  }
  let erased = 0;
  const sums = await putBack(path.resolve(name), databaseOf(config), async (db) => {
    const serviceKey = await readKeyring(db, config);
    await nameMoves(db, serviceKey);
    erased = await repeatErasures({ db, serviceKey, listFile: config.erasuresFile });
  });
  const { rows, sum } = totalOf(sums);
  print(fill(texts.done, { database: databaseOf(config), rows, sum }));
  if (existsSync(config.erasuresFile)) print(fill(texts.repeated, { count: erased }));
  else print(fill(texts.noList, { list: config.erasuresFile }));
  return 0;
}

if (require.main === module) runAsCommand(run);
