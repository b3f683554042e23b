import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { cachedIndex } from '../../knowledge/indexCache';
import { type Config, projectRoot } from '../../shared/config';
import { closeDatabase, databaseOf, openDatabase } from '../../store/database';
import { lookAtStore } from '../../store/lookAtStore';
import { lookAtKeyring } from '../../store/openKeyring';
import { readServiceKey } from '../../store/serviceKey';
import { readManifest } from '../package';
import { type Finding } from './finding';

/** Bytes that the disk should have left. */
const leastFree = 500 * 1024 ** 2;

/** What was thrown for the operator says first what is wrong, and then what to do. */
function faultOf(about: string, error: unknown, otherwise: string): Finding {
  const message = error instanceof Error ? error.message : 'okänt fel.';
  const [, says, remedy] = /^(.*?[.]) (?=[A-ZÅÄÖ])(.*)$/s.exec(message) ?? [];
  return { about, says: says ?? message, remedy: remedy ?? otherwise };
}

/** Whether the database can be used, and whether the key opens what is in it. Changes nothing. */
export async function checkStore(config: Config): Promise<Finding[]> {
  const about = 'Databasen';
  let state: 'none' | number;
  try {
    state = await lookAtStore(databaseOf(config));
  } catch (error) {
    return [faultOf(about, error, 'rätta felet, och kör igen.')];
  }
  const fresh = state === 'none' ? 'den är tom, och tabellerna skapas vid första starten.' : 'den är hel.';
  const coming = typeof state === 'number' && state > 0;
  const store = {
    about,
    says: coming ? 'den är hel, från en äldre version: tabellerna uppdateras vid nästa start.' : fresh,
  };
  return [store, await checkKey(config, state)];
}

async function checkKey(config: Config, state: 'none' | number): Promise<Finding> {
  const about = 'Tjänstens nyckel';
  const isThere = config.serviceKey !== undefined || existsSync(path.join(config.dataDir, 'service.key'));
  if (!isThere && state === 'none') return { about, says: 'den skapas vid första starten (lokalt läge).' };
  if (!isThere)
    return {
      about,
      says: 'den saknas, men databasen finns.',
      remedy: `lägg tillbaka filen service.key i ${config.dataDir}, eller ange nyckeln i SERVICE_KEY. Starta inte utan den.`,
    };
  try {
    readServiceKey(config.dataDir, config.serviceKey);
    if (state !== 0) return { about, says: 'den finns. Den prövas mot databasen när tabellerna är på plats.' };
    const db = await openDatabase(databaseOf(config));
    try {
      await lookAtKeyring(db, config);
    } finally {
      await closeDatabase(db);
    }
    return { about, says: 'den öppnar det som är sparat.' };
  } catch (error) {
    return faultOf(about, error, 'lägg tillbaka den rätta nyckeln.');
  }
}

/** Whether the data folder can be written in, and whether there is space for what is to come. */
export function checkDisk({ dataDir }: Pick<Config, 'dataDir'>): Finding {
  const about = 'Disken';
  let folder = dataDir;
  while (!existsSync(folder)) folder = path.dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return { about, says: `${folder} går inte att skriva i.`, remedy: 'ge tjänstens konto rätt till mappen.' };
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const megabytes = `${Math.round(free / 1024 ** 2)} MB ledigt`;
  if (free < leastFree)
    return { about, says: `${megabytes}.`, remedy: `frigör plats där ${folder} ligger: under 500 MB är för lite.` };
  return { about, says: `${megabytes}.` };
}

/** Whether the documents can be read and searched in. */
export function checkIndex(documents: string, indexes: string): Finding {
  const about = 'Sökregistret';
  try {
    cachedIndex(documents, indexes);
    return { about, says: 'dokumenten går att läsa, och registret är byggt.' };
  } catch (error) {
    return faultOf(about, error, 'rätta filen, kör npm run knowledge -- check, och kör igen.');
  }
}

/** Whether the app's package can be made with these settings. */
export async function checkPackage(config: Config, environment: NodeJS.ProcessEnv): Promise<Finding> {
  const about = 'Appens paket';
  if (!config.credentials) return { about, says: 'det prövas när MICROSOFT_APP_ID är satt (lokalt läge nu).' };
  try {
    const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };
    await readManifest(path.join(projectRoot, 'appPackage'), environment, version);
  } catch (error) {
    return faultOf(about, error, 'rätta inställningen, och kör npm run package.');
  }
  return {
    about,
    says: config.pageAddress
      ? 'det går att göra, med HR:s flik.'
      : 'det går att göra. Utan PAGE_HOST finns varken HR:s flik eller länkar till dokument.',
  };
}
