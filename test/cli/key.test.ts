import { run } from '../../src/cli/key';
import { newKey } from '../../src/store/encryption';
import { readKeyring } from '../../src/store/openKeyring';
import { readConfig } from '../../src/shared/config';
import { closeDatabase, databaseOf, openDatabase } from '../../src/store/database';
import { fillSealed } from '../store/everything';
import { temporaryFolder } from '../store/temporary';

const [first, second] = [newKey().toString('base64'), newKey().toString('base64')];
const DATA_DIR = temporaryFolder();
const key = async (verb: string, SERVICE_KEY: string, SERVICE_KEY_OLD?: string) => {
  const lines: string[] = [];
  const code = await run([verb], (line) => lines.push(line), { DATA_DIR, SERVICE_KEY, SERVICE_KEY_OLD });
  return { code, said: lines.join('\n') };
};
beforeAll(async () => {
  const config = readConfig({ DATA_DIR, SERVICE_KEY: first });
  const db = await openDatabase(databaseOf(config));
  await fillSealed(db, await readKeyring(db, config), ['asa', 'bo']);
  await closeDatabase(db);
});

describe('npm run key', () => {
  it('says how much lies under which key, and begins nothing', async () => {
    expect(await key('check', second, first)).toMatchObject({
      code: 1,
      said: expect.stringMatching(
        /människors nycklar: 0 under den nya, 2 under den gamla[^]*Bytet är inte klart/,
      ) as string,
    });
    expect((await key('check', first)).code).toBe(0);
  });

  it('changes the key, says when it is done, and shows no key', async () => {
    const { code, said } = await key('rotate', second, first);
    expect(code).toBe(0);
    expect(said).toMatch(/människors nycklar: 2 under den nya, 0 under den gamla[^]*Klart\. Starta om alla instanser/);
    expect(said).not.toContain(first);
    expect(said).not.toContain(second);
    expect((await key('check', second)).code).toBe(0);
    await expect(key('check', first)).rejects.toThrow('SERVICE_KEY_OLD');
  });

  it('can be run again', async () => {
    expect((await key('rotate', second, first)).code).toBe(0);
  });

  it('asks for the old key, and explains itself when called wrongly', async () => {
    expect(await key('rotate', second)).toMatchObject({
      code: 1,
      said: expect.stringContaining('SERVICE_KEY_OLD') as string,
    });
    expect(await key('byt', second)).toMatchObject({
      code: 1,
      said: expect.stringContaining('npm run key -- rotate') as string,
    });
  });
});
