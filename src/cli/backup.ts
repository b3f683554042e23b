import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../shared/config';
import { backUp } from '../store/backup';
import { databaseOf } from '../store/database';
import { totalOf } from '../store/tableSums';
import { runAsCommand } from './runAsCommand';

const usage = 'npm run backup -- FIL   kopierar databasen, också medan tjänsten kör';

/** A backup of the database in DATA_DIR. Returns the exit code. */
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
    print(usage);
    return 1;
  }
  const config = readConfig(environment);
  if (config.databaseUrl) {
    print(`Databasen är en PostgreSQL: säkerhetskopiera den med PostgreSQL:s eget verktyg.
  pg_dump --format=custom --no-owner --file=${name} "$DATABASE_URL"
Läggs tillbaka i en tom databas:
  pg_restore --no-owner --single-transaction --exit-on-error --dbname="$DATABASE_URL" ${name}
Raderingarna upprepas när tjänsten startar, om ${config.erasuresFile} finns kvar.`);
    return 1;
  }
  const file = databaseOf(config);
  if (!existsSync(file)) {
    print(`Databasen ${file} finns inte. Ange rätt mapp med DATA_DIR.`);
    return 1;
  }
  const copy = path.resolve(name);
  const { rows, sum } = totalOf(backUp(file, copy));
  print(`Sparat i ${copy}: ${rows} rader, kontrollsumma ${sum}.`);
  print(
    `Ta också vara på ${config.erasuresFile}, som upprepar raderingar efter en återläsning. Förvara tjänstens nyckel${config.serviceKey ? '' : ` (${path.join(config.dataDir, 'service.key')})`} på ett annat ställe än kopian.`,
  );
  return 0;
}

if (require.main === module) runAsCommand(run);
