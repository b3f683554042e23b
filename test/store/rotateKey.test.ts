import { once } from 'node:events';
import { type Database } from '../../src/store/database';
import { newKey } from '../../src/store/encryption';
import { readConfig } from '../../src/shared/config';
import { openKeyring, readKeyring } from '../../src/store/openKeyring';
import { personalDataOf } from '../../src/store/personalData';
import { destroyKey, sealedKeysOfPeople } from '../../src/store/personKeys';
import { publishedOf } from '../../src/store/publishedResults';
import { responsesTo } from '../../src/store/responses';
import { countByKey, rotateKey } from '../../src/store/rotateKey';
import { recordFeedback } from '../../src/store/feedback';
import { fillSealed, open } from './everything';
import { startProcess } from './otherProcess';
import { temporaryDatabase, temporaryPlace } from './temporary';

const [first, second] = [newKey(), newKey()];
const settings = (key: Buffer, old?: Buffer) =>
  readConfig({ SERVICE_KEY: key.toString('base64'), SERVICE_KEY_OLD: old?.toString('base64') });
/** So many that words which they share are published. */
const people = ['asa', 'bo', ...Array.from({ length: 10 }, (_, nth) => `chef ${nth}`)];
/** Each one's key and message; a run's key, and published words. */
const all = 2 * people.length + 2;

/** All that people and HR can be shown. */
const shown = async (db: Database, serviceKey: Buffer) => ({
  people: await Promise.all(people.map((id) => personalDataOf(db, serviceKey, id))),
  published: [...(await publishedOf(db, serviceKey, 'c1'))],
  open: (await responsesTo(db, serviceKey, 'c1', open)).length,
});
const sum = async (db: Database, key: Buffer, old?: Buffer) => {
  const total = { present: 0, old: 0, neither: 0 };
  for (const count of (await countByKey(db, await openKeyring(db, key, old))).values())
    for (const which of ['present', 'old', 'neither'] as const) total[which] += count[which];
  return total;
};
const nothing = () => undefined;

describe('a change of the service key', () => {
  it('leaves everything readable under the new key, and nothing under the old one', async () => {
    const db = await temporaryDatabase();
    await fillSealed(db, await readKeyring(db, settings(first)), people);
    const before = await shown(db, await readKeyring(db, settings(first)));
    expect(JSON.stringify(before)).toMatch(/Schemat.*Tack bo.*Fråga bo.*published.*Ord bo/);
    const both = await readKeyring(db, settings(second, first));
    expect(await shown(db, both)).toEqual(before);
    expect(await rotateKey(db, both, nothing)).toBe(0);
    expect(await shown(db, await readKeyring(db, settings(second)))).toEqual(before);
    await expect(readKeyring(db, settings(first))).rejects.toThrow('öppnar inte det som redan är sparat');
    expect(await sum(db, second)).toEqual({ present: all, old: 0, neither: 0 });
  });

  it('reaches every text that the service key itself has sealed, in whatever table', async () => {
    const db = await temporaryDatabase();
    await fillSealed(db, await readKeyring(db, settings(first)), people);
    const sealedBy = async () => {
      // PostgreSQL tells of the other tests' schemas too.
      const names = [...new Set((await db.introspection.getTables()).map(({ name }) => name as 'people'))];
      const rows = (await Promise.all(names.map((name) => db.selectFrom(name).selectAll().execute()))).flat();
      return rows
        .flatMap((row) => Object.values(row))
        .filter((cell) => typeof cell === 'string' && /^v\d\./.test(cell));
    };
    const before = await sealedBy();
    await rotateKey(db, await readKeyring(db, settings(second, first)), nothing);
    const left = new Set(before);
    // An answer lies under the key of its run.
    const answers = (await db.selectFrom('responses').select('sealed').execute()).map(({ sealed }) => sealed);
    expect((await sealedBy()).filter((text) => left.has(text)).sort()).toEqual(answers.sort());
  });

  it('keeps the names of what was named before there was a keyring, and after it names nothing with the service key', async () => {
    const db = await temporaryDatabase();
    await fillSealed(db, first, people);
    const before = await shown(db, first);
    expect(await shown(db, await readKeyring(db, settings(first)))).toEqual(before);
    const fresh = await temporaryDatabase();
    const { names } = await readKeyring(fresh, settings(first));
    expect(names!.equals(first)).toBe(false);
  });

  it('can begin at the first start of a version that knows of it', async () => {
    const db = await temporaryDatabase();
    await fillSealed(db, first, people);
    const before = await shown(db, first);
    await rotateKey(db, await readKeyring(db, settings(second, first)), nothing);
    expect(await shown(db, await readKeyring(db, settings(second)))).toEqual(before);
  });

  it('once begun refuses a start with either key alone, and says what to do', async () => {
    const db = await temporaryDatabase();
    await fillSealed(db, await readKeyring(db, settings(first)), people);
    await readKeyring(db, settings(second, first));
    for (const key of [first, second, newKey()])
      await expect(readKeyring(db, settings(key))).rejects.toThrow(
        /Ett byte av tjänstens nyckel pågår.*SERVICE_KEY_OLD.*npm run key -- rotate/,
      );
  });

  it('can be turned back before it is done', async () => {
    const db = await temporaryDatabase();
    await fillSealed(db, await readKeyring(db, settings(first)), people);
    const both = await readKeyring(db, settings(second, first));
    await recordFeedback(
      db,
      both,
      { message: 'ny', personId: 'ny', reaction: 'like', words: 'Nytt' },
      new Date(),
    ).catch(nothing);
    const back = await readKeyring(db, settings(first, second));
    expect(await rotateKey(db, back, nothing)).toBe(0);
    expect(await sum(db, first)).toMatchObject({ old: 0, neither: 0 });
  });

  it('does not bring back a key that is destroyed meanwhile', async () => {
    const db = await temporaryDatabase();
    await fillSealed(db, await readKeyring(db, settings(first)), people);
    for await (const some of sealedKeysOfPeople(db)) {
      await destroyKey(db, 'asa', new Date());
      for (const sealed of some) await sealed.replace('v1.igen');
    }
    const keys = await db.selectFrom('person_keys').select(['person_id', 'wrapped_key']).execute();
    const keyOf = new Map(keys.map(({ person_id, wrapped_key }) => [person_id, wrapped_key]));
    expect([keyOf.get('asa'), keyOf.get('bo')]).toEqual([null, 'v1.igen']);
  });

  it('does not end while something opens with neither key, and leaves that as it is', async () => {
    const db = await temporaryDatabase();
    await fillSealed(db, await readKeyring(db, settings(first)), people);
    await db.updateTable('person_keys').set({ wrapped_key: 'v1.skadad' }).where('person_id', '=', 'bo').execute();
    expect(await rotateKey(db, await readKeyring(db, settings(second, first)), nothing)).toBe(1);
    expect(await sum(db, second, first)).toEqual({ present: all - 1, old: 0, neither: 1 });
    await expect(readKeyring(db, settings(second))).rejects.toThrow('Ett byte av tjänstens nyckel pågår');
  });

  it('killed in the middle leaves everything readable, and goes on where it was', async () => {
    const place = await temporaryPlace();
    const db = await temporaryDatabase(place);
    const many = Array.from({ length: 400 }, (_, nth) => `p${nth}`);
    const keyring = await readKeyring(db, settings(first));
    await fillSealed(db, keyring, people);
    for (const id of many)
      await recordFeedback(
        db,
        keyring,
        { message: 'm', personId: id, reaction: 'like', words: `Tack ${id}` },
        new Date(),
      ).catch(nothing);
    const before = await shown(db, keyring);
    const child = startProcess(`
      const { openDatabase } = require('./src/store/database');
      const { openKeyring } = require('./src/store/openKeyring');
      const { rotateKey } = require('./src/store/rotateKey');
      const key = (text) => Buffer.from(text, 'base64');
      const db = await openDatabase(${JSON.stringify(place)});
      const both = await openKeyring(db, key('${second.toString('base64')}'), key('${first.toString('base64')}'));
      await rotateKey(db, both, (texts) => { console.log(texts); process.kill(process.pid, 'SIGKILL'); });`);
    await once(child, 'close');
    const both = await readKeyring(db, settings(second, first));
    const middle = await sum(db, second, first);
    expect(middle.present).toBeGreaterThan(0);
    expect(middle.old).toBeGreaterThan(0);
    expect(await shown(db, both)).toEqual(before);
    await rotateKey(db, both, nothing);
    expect(await shown(db, await readKeyring(db, settings(second)))).toEqual(before);
    expect(await sum(db, second)).toEqual({ present: middle.present + middle.old, old: 0, neither: 0 });
  });
});

describe('the settings of a change', () => {
  it.each([
    ['no key', 'hemligt', /^SERVICE_KEY_OLD är ingen nyckel/],
    ['the same key', first.toString('base64'), /^SERVICE_KEY_OLD är samma nyckel som SERVICE_KEY/],
  ])('refuse an old key that is %s, without showing it', async (_, old, complaint) => {
    const db = await temporaryDatabase();
    const refused = readKeyring(db, readConfig({ SERVICE_KEY: first.toString('base64'), SERVICE_KEY_OLD: old }));
    await expect(refused).rejects.toThrow(complaint);
    await expect(refused).rejects.not.toThrow(old);
  });
});
