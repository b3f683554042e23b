import { monthOf } from '../../src/shared/localTime';
import { readServiceKey } from '../../src/store/serviceKey';
import { countUnanswered, keepUnanswered } from '../../src/store/unanswered';
import { openWindow } from '../browser/window';
import { withBrowser } from '../browser/withBrowser';

jest.setTimeout(120_000);

const opened = withBrowser();

/** So many people ask a word, some weeks ago or now. */
const ask = (word: string, people: number, at = opened.running.now()) =>
  opened.running.stored(async (db) => {
    const key = readServiceKey(opened.running.settings.DATA_DIR!, undefined);
    for (let nth = 0; nth < people; nth++) await keepUnanswered(db, key, `person ${nth}`, [word], at);
    await countUnanswered(db, at);
  });

describe('what nothing answered', () => {
  it('is shown to HR as words by month, with roughly how many have asked, on a phone too', async () => {
    const before = new Date(opened.running.now().getTime() - 40 * 24 * 3_600_000);
    for (const [word, people] of [
      ['föräldraledighet', 4],
      ['lönesamtal', 7],
    ] as const)
      await ask(word, people, before);
    await ask('semesterdagar', 14);
    await ask('skyddsombud', 3);
    await ask('uppsägningstid', 2);
    for (const width of [1100, 360]) {
      const hr = await openWindow(opened.browser, opened.running.service.url, width);
      await hr.signIn('Hanna HR');
      await hr.go('Obesvarade frågor');
      await hr.page.getByRole('row', { name: 'semesterdagar Fler än 10 personer' }).waitFor();
      await hr.page.getByRole('row', { name: 'skyddsombud 3–5 personer' }).waitFor();
      await hr.page.getByRole('row', { name: 'lönesamtal 6–10 personer' }).waitFor();
      expect(await hr.page.getByRole('table').count()).toBe(2);
      expect(await hr.page.getByText('uppsägningstid').count()).toBe(0);
      const year = monthOf(opened.running.now()).slice(0, 4);
      expect(await hr.page.getByRole('heading', { level: 2 }).first().textContent()).toContain(year);
      expect(await hr.faults('obesvarade ord')).toEqual([]);
      expect(await hr.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await hr.close();
    }
  });
});
