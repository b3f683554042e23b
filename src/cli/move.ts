import { readConfig } from '../shared/config';
import { closeDatabase, databaseOf, openDatabase } from '../store/database';
import { moveToPostgres } from '../store/moveToPostgres';
import { nameMoves } from '../store/nameMoves';
import { readKeyring } from '../store/openKeyring';
import { openStore } from './openStore';
import { runAsCommand } from './runAsCommand';

const usage = `npm run move -- postgres://användare:lösenord@värd:5432/databas   flyttar allt från DATA_DIR till en tom PostgreSQL

Stoppa tjänsten först. Avbryts flytten är PostgreSQL fortfarande tom: kör igen.`;

/** Everything in the file of DATA_DIR is copied to PostgreSQL. Returns the exit code. */
export async function run(
  words: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const [url] = words;
  if (!url || words.length > 1 || !/^postgres(ql)?:\/\/[^/]+\/[^/]/.test(url) || !URL.canParse(url)) {
    print(usage);
    return 1;
  }
  const config = readConfig({ ...environment, DATABASE_URL: undefined });
  // Up to date, with its keyring, before it is copied.
  const source = await openStore(config);
  try {
    await nameMoves(source, await readKeyring(source, config));
  } finally {
    await closeDatabase(source);
  }
  const target = await openDatabase(url);
  let all = 0;
  try {
    await moveToPostgres(databaseOf(config), target, (table, { rows, sum }) => {
      all += rows;
      print(`${table}: ${rows} rader, kontrollsumma ${sum.slice(0, 16)}, lika på båda sidor`);
    });
  } finally {
    await closeDatabase(target);
  }
  print(
    `Klart: ${all} rader. Ange adressen i DATABASE_URL, behåll samma nyckel och ${config.erasuresFile}, och starta tjänsten. Ta bort ${databaseOf(config)} när du har sett att allt är på plats: där ligger allt kvar.`,
  );
  return 0;
}

if (require.main === module) runAsCommand(run);
