import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hotReload, stampOf } from '../../src/knowledge/hotReload';

describe('renewal', () => {
  /** Files whose stamp the test sets, and what has been made of them. */
  async function started() {
    const files = { stamp: 'a', broken: false };
    const retired: string[] = [];
    const made = await hotReload(
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

describe('a renewal that takes long', () => {
  /** Every making after the first, in the order of their beginning, ends when the test says so. */
  async function started() {
    const files = { stamp: 'a' };
    const retired: string[] = [];
    const making: { finish: () => void; fail: () => void }[] = [];
    let isFirst = true;
    const made = await hotReload(
      () => {
        const product = `of ${files.stamp}`;
        if (isFirst) return ((isFirst = false), Promise.resolve(product));
        return new Promise<string>((resolve, reject) =>
          making.push({ finish: () => resolve(product), fail: () => reject(new Error('går inte att läsa')) }),
        );
      },
      () => Promise.resolve(files.stamp),
      (old) => Promise.resolve(void retired.push(old)),
    );
    /** Two looks at files that lie still, of which the second makes them anew; resolves when that has begun, or was not needed. */
    const change = async (stamp: string) => {
      files.stamp = stamp;
      await made.renew();
      const renewed = made.renew();
      await new Promise(setImmediate);
      return { renewed };
    };
    return { files, retired, making, change, ...made };
  }

  it('is alone: what changes meanwhile is made when it is done, and the newest files win', async () => {
    const { change, making, now, renew, files, retired } = await started();
    const slow = await change('b');
    files.stamp = 'c';
    const meanwhile = renew();
    await new Promise(setImmediate);
    expect(making).toHaveLength(1);
    making[0]!.finish();
    expect([await meanwhile, now(), await slow.renewed]).toEqual([false, 'of b', true]);
    const next = await change('c');
    making[1]!.finish();
    expect([await next.renewed, now(), retired]).toEqual([true, 'of c', ['of a', 'of b']]);
    expect([await (await change('c')).renewed, making.length]).toEqual([false, 2]);
  });

  it('does not hinder the next one where it fails, and says so once', async () => {
    const { change, making, now, renew } = await started();
    const broken = await change('b');
    const meanwhile = renew();
    making[0]!.fail();
    await expect(broken.renewed).rejects.toThrow('går inte att läsa');
    expect(await meanwhile).toBe(false);
    const mended = await change('c');
    making[1]!.finish();
    expect([await mended.renewed, now()]).toEqual([true, 'of c']);
  });

  it('is retired as soon as it is made, where all has ended meanwhile', async () => {
    const { change, making, end, retired } = await started();
    const late = await change('b');
    await end();
    making[0]!.finish();
    expect([await late.renewed, retired]).toEqual([false, ['of a', 'of b']]);
    expect([await (await change('c')).renewed, making.length]).toEqual([false, 1]);
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

  it('is another one when the folder cannot be read: the change is told once, not at every look', async () => {
    expect(await stampOf(path.join(folder, 'borta'))).not.toBe(await stampOf(folder));
  });
});
