import { readConfig } from '../shared/config';
import { closeDatabase, databaseOf, openDatabase } from '../store/database';
import { moveToPostgres } from '../store/moveToPostgres';
import { nameMoves } from '../store/nameMoves';
import { readKeyring } from '../store/openKeyring';
import { openStore } from './openStore';
import { runAsCommand } from './runAsCommand';
import { cliTexts, linesOf } from './cliTexts';
import { fill } from '../shared/fill';

const { move: texts } = cliTexts;

/** Copies everything in the database file of DATA_DIR to PostgreSQL. Returns the exit code. */
export async function run(
  words: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const [url] = words;
  if (!url || words.length > 1 || !/^postgres(ql)?:\/\/[^/]+\/[^/]/.test(url) || !URL.canParse(url)) {
    print(linesOf(texts.usage));
    return 1;
  }
  const config = readConfig({ ...environment, DATABASE_URL: undefined });
  // The file's tables are updated, and its keyring made, before it is copied.
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
      print(fill(texts.table, { table, rows, sum: sum.slice(0, 16) }));
    });
  } finally {
    await closeDatabase(target);
  }
  print(fill(texts.done, { rows: all, list: config.erasuresFile, database: databaseOf(config) }));
  return 0;
}

if (require.main === module) runAsCommand(run);
