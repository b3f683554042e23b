import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { renewal, stampOf } from '../../src/knowledge/renewal';

describe('renewal', () => {
  /** Files whose stamp the test sets, and what has been made of them. */
  async function started() {
    const files = { stamp: 'a', broken: false };
    const retired: string[] = [];
    const made = await renewal(
      () => (files.broken ? Promise.reject(new Error('går inte att läsa')) : Promise.resolve(`of ${files.stamp}`)),
      () => Promise.resolve(files.stamp),
      (old) => Promise.resolve(void retired.push(old)),
    );
    return { files, retired, ...made };
  }

  it('makes nothing anew where nothing has changed', async () => {
    const { renew, now, retired } = await started();
    expect(await renew()).toBe(false);
    expect([now(), retired]).toEqual(['of a', []]);
  });

  it('waits until the files lie still, and then takes the new in place of the old', async () => {
    const { files, renew, now, retired } = await started();
    files.stamp = 'b';
    expect(await renew()).toBe(false);
    files.stamp = 'c';
    expect(await renew()).toBe(false);
    expect(await renew()).toBe(true);
    expect([now(), retired]).toEqual(['of c', ['of a']]);
  });

  it('goes on with the old where the new cannot be made, says so once, and tries again at the next change', async () => {
    const { files, renew, now, retired } = await started();
    Object.assign(files, { stamp: 'b', broken: true });
    await renew();
    await expect(renew()).rejects.toThrow('går inte att läsa');
    expect([now(), await renew(), retired]).toEqual(['of a', false, []]);
    Object.assign(files, { stamp: 'c', broken: false });
    await renew();
    expect([await renew(), now()]).toEqual([true, 'of c']);
  });
});

describe('a stamp', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillitscoachen-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is another one when a file comes, changes or goes', async () => {
    const file = path.join(folder, 'a.md');
    const stamps = [await stampOf(folder)];
    for (const change of [() => writeFileSync(file, 'ett'), () => writeFileSync(file, 'annat'), () => rmSync(file)]) {
      change();
      stamps.push(await stampOf(folder));
    }
    expect(new Set(stamps.slice(0, 3)).size).toBe(3);
    expect(stamps[3]).toBe(stamps[0]);
  });
});
