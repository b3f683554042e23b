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

const usage = 'npm run restore -- FIL   lägger tillbaka en säkerhetskopia där det inte finns någon databas';

/** A backup becomes the database in DATA_DIR, without those who were erased after it was made. Returns the exit code. */
export async function run(
  words: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const [name] = words;
  if (!name || words.length > 1 || name.startsWith('-')) {
    print(usage);
    return 1;
  }
  const config = readConfig(environment);
  if (config.databaseUrl) {
    print(
      `DATABASE_URL är satt. En kopia från pg_dump läggs tillbaka med pg_restore. Ska en fil från npm run backup in i PostgreSQL: lägg tillbaka den utan DATABASE_URL, och kör sedan npm run move.`,
    );
    return 1;
  }
  const keyFile = path.join(config.dataDir, 'service.key');
  if (!config.serviceKey && !existsSync(keyFile)) {
    print(
      `Tjänstens nyckel saknas. Lägg tillbaka ${keyFile}, eller ange nyckeln i SERVICE_KEY. Utan den går inget att läsa.`,
    );
    return 1;
  }
  let erased = 0;
  const sums = await putBack(path.resolve(name), databaseOf(config), async (db) => {
    const serviceKey = await readKeyring(db, config);
    await nameMoves(db, serviceKey);
    erased = await repeatErasures({ db, serviceKey, listFile: config.erasuresFile });
  });
  const { rows, sum } = totalOf(sums);
  print(`Tillbaka i ${databaseOf(config)}: ${rows} rader, kontrollsumma ${sum}.`);
  if (existsSync(config.erasuresFile)) print(`Raderingar som upprepades: ${erased}.`);
  else
    print(
      `Ingen lista över raderingar finns i ${config.erasuresFile}. Har någon raderats efter att kopian togs: lägg dit listan innan du startar tjänsten, så upprepas raderingarna.`,
    );
  return 0;
}

if (require.main === module) runAsCommand(run);
