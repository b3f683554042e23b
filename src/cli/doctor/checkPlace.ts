import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { cachedIndex } from '../../knowledge/indexCache';
import { type Config, projectRoot } from '../../shared/config';
import { closeDatabase, databaseOf, openDatabase } from '../../store/database';
import { lookAtStore } from '../../store/lookAtStore';
import { lookAtKeyring } from '../../store/openKeyring';
import { readServiceKey } from '../../store/serviceKey';
import { readManifest } from '../package';
import { type CheckResult } from './checkResult';
import { cliTexts } from '../cliTexts';
import { fill } from '../../shared/fill';

const { doctor: texts } = cliTexts;

/** Bytes that should be free on the disk. */
const leastFree = 500 * 1024 ** 2;

/** Splits an error's sentence for the operator: first what is wrong, then what to do. */
function faultOf(about: string, error: unknown, otherwise: string): CheckResult {
  const message = error instanceof Error ? error.message : texts.unknownFault;
  const [, says, remedy] = /^(.*?[.]) (?=[A-ZÅÄÖ])(.*)$/s.exec(message) ?? [];
  return { about, says: says ?? message, remedy: remedy ?? otherwise };
}

/** Whether the database can be used, and whether the key opens what it holds. Changes nothing. */
export async function checkStore(config: Config): Promise<CheckResult[]> {
  const { about, remedy, empty, whole, older } = texts.database;
  let state: 'none' | number;
  try {
    state = await lookAtStore(databaseOf(config));
  } catch (error) {
    return [faultOf(about, error, remedy)];
  }
  const fresh = state === 'none' ? empty : whole;
  const coming = typeof state === 'number' && state > 0;
  const store = { about, says: coming ? older : fresh };
  return [store, await checkKey(config, state)];
}

async function checkKey(config: Config, state: 'none' | number): Promise<CheckResult> {
  const { about, toCome, missing, putBack, isThere: found, opens, remedy } = texts.key;
  const isThere = config.serviceKey !== undefined || existsSync(path.join(config.dataDir, 'service.key'));
  if (!isThere && state === 'none') return { about, says: toCome };
  if (!isThere) return { about, says: missing, remedy: fill(putBack, { folder: config.dataDir }) };
  try {
    readServiceKey(config.dataDir, config.serviceKey);
    if (state !== 0) return { about, says: found };
    const db = await openDatabase(databaseOf(config));
    try {
      await lookAtKeyring(db, config);
    } finally {
      await closeDatabase(db);
    }
    return { about, says: opens };
  } catch (error) {
    return faultOf(about, error, remedy);
  }
}

/** Whether the service can write in the data folder, and whether there is enough free space. */
export function checkDisk({ dataDir }: Pick<Config, 'dataDir'>): CheckResult {
  const { about, notFolder, chooseFolder, notWritable, giveRight, free: left, freeSpace } = texts.disk;
  let folder = dataDir;
  while (!existsSync(folder)) folder = path.dirname(folder);
  if (!statSync(folder).isDirectory()) return { about, says: fill(notFolder, { folder }), remedy: chooseFolder };
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return { about, says: fill(notWritable, { folder }), remedy: giveRight };
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const says = fill(left, { megabytes: Math.round(free / 1024 ** 2) });
  if (free < leastFree) return { about, says, remedy: fill(freeSpace, { folder }) };
  return { about, says };
}

/** Whether the documents can be read and searched in. */
export function checkIndex(documents: string, indexes: string): CheckResult {
  const { about, built, remedy } = texts.index;
  try {
    cachedIndex(documents, indexes);
    return { about, says: built };
  } catch (error) {
    return faultOf(about, error, remedy);
  }
}

/** Checks whether the app's package can be made with these settings, and returns the finding. Writes no file. */
export async function checkPackage(config: Config, environment: NodeJS.ProcessEnv): Promise<CheckResult> {
  const { about, local, remedy, withPage, withoutPage } = texts.package;
  if (!config.credentials) return { about, says: local };
  try {
    const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };
    await readManifest(path.join(projectRoot, 'appPackage'), environment, version);
  } catch (error) {
    return faultOf(about, error, remedy);
  }
  return { about, says: config.pageAddress ? withPage : withoutPage };
}
