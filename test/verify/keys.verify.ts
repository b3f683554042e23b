import { once } from 'node:events';
import { readConfig } from '../../src/shared/config';
import { newKey } from '../../src/store/encryption';
import { openKeyring, readKeyring } from '../../src/store/openKeyring';
import { countByKey, rotateKey } from '../../src/store/rotateKey';
import { decrypterFor, encryptFor } from '../../src/store/personKeys';
import { startProcess } from '../store/otherProcess';
import { temporaryDatabase, temporaryPlace } from '../store/temporary';
import { isShort } from './short';

jest.setTimeout(600_000);

const people = isShort ? 600 : 3_000;
const now = new Date('2026-11-24T10:00:00.000Z');

it(`a change of the service key, killed again and again while people write: nothing is lost of ${people} people`, async () => {
  const place = await temporaryPlace();
  const db = await temporaryDatabase(place);
  const [first, second] = [newKey(), newKey()];
  const settings = (key: Buffer, old?: Buffer) =>
    readConfig({ SERVICE_KEY: key.toString('base64'), SERVICE_KEY_OLD: old?.toString('base64') });
  const about = (nth: number) => ({ personId: `chef-${nth}`, purpose: 'feedback' });
  const texts: string[] = [];
  const write = async (key: Buffer, nth: number) =>
    texts.push(await encryptFor(db, key, about(nth), `Ord ${nth}`, now));
  const before = await readKeyring(db, settings(first));
  for (let nth = 0; nth < people; nth++) await write(before, nth);

  const both = await readKeyring(db, settings(second, first));
  let kills = 0;
  for (let left = people; left > people / 2;) {
    const child = startProcess(`
      const { openDatabase } = require('./src/store/database');
      const { openKeyring } = require('./src/store/openKeyring');
      const { rotateKey } = require('./src/store/rotateKey');
      const key = (text) => Buffer.from(text, 'base64');
      const db = await openDatabase(${JSON.stringify(place)});
      const both = await openKeyring(db, key('${second.toString('base64')}'), key('${first.toString('base64')}'));
      await rotateKey(db, both, () => console.log('on'));`);
    const ended = once(child, 'close');
    for (let lines = 0; lines <= kills % 3; lines++) await once(child.stdout!, 'data');
    const nth = texts.length;
    const written = write(both, nth);
    child.kill('SIGKILL');
    await Promise.all([ended, written]);
    kills += 1;
    left = [...(await countByKey(db, both)).values()].reduce((sum, { old }) => sum + old, 0);
    if (left) await expect(readKeyring(db, settings(first))).rejects.toThrow('Ett byte');
  }
  expect(kills).toBeGreaterThan(0);
  expect(await rotateKey(db, both, () => undefined)).toBe(0);
  const after = await openKeyring(db, second);
  for (let nth = 0; nth < texts.length; nth++)
    expect((await decrypterFor(db, after, `chef-${nth}`))('feedback', texts[nth]!)).toBe(`Ord ${nth}`);
  process.stdout.write(`${kills} kills, ${texts.length} people, 0 lost\n`);
});
