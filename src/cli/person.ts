import { readConfig } from '../shared/config';
import { recordAudit } from '../store/auditLog';
import { closeDatabase, type Database } from '../store/database';
import { eraseForGood } from '../store/erasures';
import { hasPersonalData, personalDataOf } from '../store/personalData';
import { lowered } from '../store/listedPeople';
import { nameMoves } from '../store/nameMoves';
import { readKeyring } from '../store/openKeyring';
import { findPeopleByEmail, findPerson } from '../store/people';
import { operator } from './operator';
import { openStore } from './openStore';
import { runAsCommand } from './runAsCommand';
import { cliTexts, linesOf } from './cliTexts';
import { fill } from '../shared/fill';

const { person: texts } = cliTexts;

/**
 * Writes out or erases all that is kept about a person: `export` or `erase`, and an id or an e-mail address. Returns the exit
 * code.
 */
export async function run(
  [verb, whom, ...more]: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  if ((verb !== 'export' && verb !== 'erase') || !whom || more.length) {
    print(linesOf(texts.usage));
    return 1;
  }
  const config = readConfig(environment);
  const db = await openStore(config);
  try {
    const serviceKey = await readKeyring(db, config);
    await nameMoves(db, serviceKey);
    const found = await find(db, serviceKey, whom);
    if (!found.length) {
      const setting = config.databaseUrl ? 'DATABASE_URL' : 'DATA_DIR';
      print(fill(texts.unknown, { person: whom, setting }));
      return 1;
    }
    const { id: by, name } = operator(environment);
    // The log does not hold whose data it was, because HR reads the log too.
    const record = () => recordAudit(db, { by, name, act: verb === 'export' ? 'disclose' : 'erase' }, new Date());
    if (verb === 'export') {
      await record();
      print(JSON.stringify(found, undefined, 2));
    } else {
      const erasing = { db, serviceKey, listFile: config.erasuresFile };
      for (const one of found) await eraseForGood(erasing, 'id' in one ? one.id : one.listedAs, new Date());
      await record();
      print(texts.notCounted);
      print(fill(texts.erased, { list: config.erasuresFile }));
    }
    return 0;
  } finally {
    await closeDatabase(db);
  }
}

/**
 * All data of people with this id or e-mail, because one person may have come under two ids. For a person whom the bot does not
 * know, it is what is stored under the name that HR has listed.
 */
async function find(db: Database, serviceKey: Buffer, whom: string) {
  const known = (await findPerson(db, whom)) ?? (await findPerson(db, lowered(whom)));
  const people = known ? [known] : await findPeopleByEmail(db, whom);
  if (people.length)
    return Promise.all(
      people.map(async (person) => ({ ...person, ...(await personalDataOf(db, serviceKey, person.id)) })),
    );
  // An id is stored as Teams writes it.
  for (const listedAs of new Set([lowered(whom), whom])) {
    const data = await personalDataOf(db, serviceKey, listedAs);
    if (hasPersonalData(data)) return [{ listedAs, ...data }];
  }
  return [];
}

if (require.main === module) runAsCommand(run);
