import { readConfig } from '../shared/config';
import { closeDatabase } from '../store/database';
import { nameMoves } from '../store/nameMoves';
import { fingerprintOf, lookAtKeyring, readKeyring } from '../store/openKeyring';
import { countByKey, rotateKey } from '../store/rotateKey';
import { openStore } from './openStore';
import { runAsCommand } from './runAsCommand';

const usage = `npm run key -- check    hur mycket som ligger under den nya nyckeln (SERVICE_KEY) och under den gamla (SERVICE_KEY_OLD)
npm run key -- rotate   lägger det som den gamla nyckeln låser under den nya; kan avbrytas och köras igen

Byt så här: starta alla instanser med båda nycklarna, kör rotate, starta om utan SERVICE_KEY_OLD.`;

/** The change of the service key, and how far it has come. Returns the exit code. */
export async function run(
  [verb]: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  if (verb !== 'check' && verb !== 'rotate') {
    print(usage);
    return 1;
  }
  const config = readConfig(environment);
  if (verb === 'rotate' && !config.oldServiceKey) {
    print('SERVICE_KEY_OLD saknas. Ange den gamla nyckeln där, och den nya i SERVICE_KEY.');
    return 1;
  }
  const db = await openStore(config);
  try {
    const keyring = verb === 'rotate' ? await readKeyring(db, config) : await lookAtKeyring(db, config);
    if (verb === 'rotate') {
      await nameMoves(db, keyring);
      await rotateKey(db, keyring, (texts) => print(`${texts} klara`));
    }
    print(
      `Ny nyckel: ${fingerprintOf(keyring)}. Gammal: ${keyring.old ? fingerprintOf(keyring.old) : 'ingen angiven'}.`,
    );
    const counts = await countByKey(db, keyring);
    for (const [what, { present, old, neither }] of counts)
      print(
        `${what}: ${present} under den nya, ${old} under den gamla${neither ? `, ${neither} under ingen av dem` : ''}`,
      );
    const sum = (which: 'old' | 'neither') => [...counts.values()].reduce((all, count) => all + count[which], 0);
    return conclude(verb, sum('old'), sum('neither'), print);
  } finally {
    await closeDatabase(db);
  }
}

function conclude(verb: 'check' | 'rotate', old: number, neither: number, print: (line: string) => void): number {
  if (neither > 0) {
    print(
      `${neither} går inte att öppna med någon av nycklarna: de är skadade, eller låsta med en tredje nyckel. Ta inte bort någon nyckel. Lägg tillbaka den nyckel som saknas, eller en säkerhetskopia.`,
    );
    return 1;
  }
  if (old > 0) {
    print(
      verb === 'rotate'
        ? 'Något skrevs under den gamla nyckeln medan den byttes: en instans kör utan den nya. Starta om den med båda, och kör rotate igen.'
        : 'Bytet är inte klart. Kör npm run key -- rotate.',
    );
    return 1;
  }
  print(
    verb === 'rotate'
      ? 'Klart. Starta om alla instanser utan SERVICE_KEY_OLD. Spara den gamla nyckeln så länge det finns säkerhetskopior från före bytet, och förstör den sedan.'
      : 'Inget ligger under den gamla nyckeln.',
  );
  return 0;
}

if (require.main === module) runAsCommand(run);
