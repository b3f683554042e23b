import { readConfig } from '../config';
import { closeDatabase, type Database } from '../store/database';
import { erasePerson } from '../store/erasure';
import { feedbackOf } from '../store/feedback';
import { findPeopleByEmail, findPerson } from '../store/people';
import { verifyServiceKey } from '../store/personKeys';
import { receivedBy } from '../store/received';
import { readServiceKey } from '../store/serviceKey';
import { sessionsOf } from '../store/sessions';
import { unansweredBy } from '../store/unanswered';
import { openStore } from './store';

const usage = `npm run person -- export ID|E-POST   visar det som sparas om en person, i klartext, som JSON
npm run person -- erase ID|E-POST    raderar det, utom id och tidpunkten för raderingen; går inte att ångra`;

/** What the region does when a person asks for her data, or asks to be forgotten. Returns the exit code. */
export async function run(
  [verb, whom]: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  if ((verb !== 'export' && verb !== 'erase') || !whom) {
    print(usage);
    return 1;
  }
  const config = readConfig(environment);
  const db = await openStore(config);
  try {
    const known = await findPerson(db, whom);
    const people = known ? [known] : await findPeopleByEmail(db, whom);
    if (!people.length) {
      const setting = config.databaseUrl ? 'DATABASE_URL' : 'DATA_DIR';
      print(`Ingen person med id eller e-post ${whom} finns i databasen. Kontrollera stavningen och ${setting}.`);
      return 1;
    }
    if (verb === 'export') print(await exported(db, people, readServiceKey(config.dataDir, config.serviceKey)));
    else {
      const serviceKey = readServiceKey(config.dataDir, config.serviceKey);
      await verifyServiceKey(db, serviceKey);
      for (const { id } of people) await erasePerson(db, serviceKey, id, new Date());
      print(
        'Raderat i tjänsten. Säkerhetskopior som togs före i dag har det kvar tills de gallras: upprepa raderingen om en av dem läggs tillbaka.',
      );
    }
    return 0;
  } finally {
    await closeDatabase(db);
  }
}

async function exported(db: Database, people: readonly { readonly id: string }[], serviceKey: Buffer): Promise<string> {
  await verifyServiceKey(db, serviceKey);
  const all = people.map(async (person) => ({
    ...person,
    feedback: await feedbackOf(db, serviceKey, person.id),
    sessions: await sessionsOf(db, serviceKey, person.id),
    campaigns: await receivedBy(db, person.id),
    unanswered: (await unansweredBy(db, serviceKey, person.id)).map(({ month, word }) => ({ month, word })),
  }));
  return JSON.stringify(await Promise.all(all), undefined, 2);
}

if (require.main === module)
  run(process.argv.slice(2), console.log, process.env).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      // At once, as in main.ts.
      process.exit(1);
    },
  );
