import { readConfig } from '../shared/config';
import { closeDatabase } from '../store/database';
import { nameMoves } from '../store/nameMoves';
import { fingerprintOf, lookAtKeyring, readKeyring } from '../store/openKeyring';
import { countByKey, rotateKey } from '../store/rotateKey';
import { openStore } from './openStore';
import { runAsCommand } from './runAsCommand';
import { cliTexts, linesOf } from './cliTexts';
import { fill } from '../shared/fill';

const { key: texts } = cliTexts;

/** Changes the service key, and shows how far the change has come. Returns the exit code. */
export async function run(
  [verb]: readonly string[],
  print: (line: string) => void,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  if (verb !== 'check' && verb !== 'rotate') {
    print(linesOf(texts.usage));
    return 1;
  }
  const config = readConfig(environment);
  if (verb === 'rotate' && !config.oldServiceKey) {
    print(texts.noOld);
    return 1;
  }
  const db = await openStore(config);
  try {
    const keyring = verb === 'rotate' ? await readKeyring(db, config) : await lookAtKeyring(db, config);
    if (verb === 'rotate') {
      await nameMoves(db, keyring);
      await rotateKey(db, keyring, (count) => print(fill(texts.moved, { count })));
    }
    const old = keyring.old ? fingerprintOf(keyring.old) : texts.noneGiven;
    print(fill(texts.keys, { present: fingerprintOf(keyring), old }));
    const counts = await countByKey(db, keyring);
    for (const [what, count] of counts)
      print(fill(count.neither ? texts.countedWithout : texts.counted, { what, ...count }));
    const sum = (which: 'old' | 'neither') => [...counts.values()].reduce((all, count) => all + count[which], 0);
    return conclude(verb, sum('old'), sum('neither'), print);
  } finally {
    await closeDatabase(db);
  }
}

function conclude(verb: 'check' | 'rotate', old: number, neither: number, print: (line: string) => void): number {
  if (neither > 0) {
    print(fill(texts.neither, { count: neither }));
    return 1;
  }
  if (old > 0) {
    print(verb === 'rotate' ? texts.writtenMeanwhile : texts.notDone);
    return 1;
  }
  print(verb === 'rotate' ? texts.done : texts.noneUnderOld);
  return 0;
}

if (require.main === module) runAsCommand(run);
