import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newKey } from '../../src/store/encryption';
import { readServiceKey } from '../../src/store/serviceKey';
import { runProcess } from './otherProcess';
import { temporaryFolder } from './temporary';

describe('readServiceKey', () => {
  it('makes a key file at the first start, for this user only, and reads it at the next', () => {
    const folder = join(temporaryFolder(), 'data');
    const key = readServiceKey(folder);
    expect(key).toHaveLength(32);
    expect(statSync(join(folder, 'service.key')).mode & 0o777).toBe(0o600);
    expect(readServiceKey(folder).equals(key)).toBe(true);
    expect(readdirSync(folder)).toEqual(['service.key']);
  });

  it('makes another key for another folder', () => {
    expect(readServiceKey(temporaryFolder()).equals(readServiceKey(temporaryFolder()))).toBe(false);
  });

  it('gives processes that start at once the same key', async () => {
    const folder = temporaryFolder();
    const start = Date.now() + 1_500;
    const read = `
      const { readServiceKey } = require('./src/store/serviceKey');
      while (Date.now() < ${start});
      console.log(readServiceKey(${JSON.stringify(folder)}).toString('base64'));`;
    const keys = await Promise.all(Array.from({ length: 4 }, () => runProcess(read)));
    expect(new Set(keys)).toEqual(new Set([readFileSync(join(folder, 'service.key'), 'utf8').trim()]));
    expect(readdirSync(folder)).toEqual(['service.key']);
  });

  it('takes the key from the environment and makes no file', () => {
    const folder = temporaryFolder();
    const key = newKey();
    expect(readServiceKey(folder, ` ${key.toString('base64')}\n`).equals(key)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['empty', ''],
    ['too short', Buffer.alloc(16, 7).toString('base64')],
    ['too long', Buffer.alloc(33, 7).toString('base64')],
    ['hexadecimal', Buffer.alloc(32, 7).toString('hex')],
    ['nothing but zeros', Buffer.alloc(32).toString('base64')],
    ['one byte, repeated', Buffer.alloc(32, 7).toString('base64')],
    ['a word, repeated', Buffer.alloc(32, 'hemligen').toString('base64')],
    ['half a key, twice', Buffer.alloc(32, randomBytes(16)).toString('base64')],
    ['with a stray character', `!${newKey().toString('base64').slice(1)}`],
  ])('refuses a SERVICE_KEY that is %s, without showing it', (_, value) => {
    const refusal = () => readServiceKey(temporaryFolder(), value);
    expect(refusal).toThrow(
      /^SERVICE_KEY är ingen nyckel: den ska vara 32 slumpade byte i base64. Gör en med: openssl rand -base64 32$/,
    );
  });

  it('refuses a damaged key file and leaves it', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'service.key');
    writeFileSync(file, 'halv');
    expect(() => readServiceKey(folder)).toThrow(`Nyckelfilen ${file} är skadad`);
    expect(readFileSync(file, 'utf8')).toBe('halv');
  });

  it('names the file and the remedy when it cannot be read or made', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'service.key');
    mkdirSync(file);
    expect(() => readServiceKey(folder)).toThrow(`Nyckelfilen ${file} går inte att läsa eller skapa (EISDIR)`);
    writeFileSync(join(folder, 'plain'), '');
    expect(() => readServiceKey(join(folder, 'plain'))).toThrow('ange nyckeln i SERVICE_KEY');
  });
});
