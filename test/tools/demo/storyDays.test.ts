import { runDates } from '../../../src/campaigns/schedule';
import { dayAfter, dayOf, mondayOf } from '../../../src/shared/localTime';
import { morningOf } from '../../../tools/demo/clock';
import { storyDays } from '../../../tools/demo/tellStory';
import { calendar } from '../../ourCalendar';

describe("the demo's story", () => {
  it('has three runs behind it and one question open, on whichever day it is told', () => {
    for (let day = '2026-07-01'; day < '2028-07-01'; day = dayAfter(day)) {
      const { start, today, monthly, sent } = storyDays(calendar, day);
      const plan = { kind: 'monthly', day: monthly, time: '09:00', from: dayAfter(start) } as const;
      const runs = runDates({ plan, answerDays: 5 }, calendar, morningOf(start), dayAfter(today, 14));
      const past = runs.filter(({ dueAt }) => dueAt < morningOf(today));
      expect([day, past.length]).toEqual([day, 3]);
      expect(past.every(({ answerUntil }) => answerUntil < today)).toBe(true);
      const at = `${sent}T09:00`;
      const [open] = runDates({ plan: { kind: 'once', at }, answerDays: 5 }, calendar, morningOf(start), today);
      expect(open!.dueAt < morningOf(today) && open!.answerUntil >= today).toBe(true);
      // Nobody gets two campaigns in a week.
      expect(runs.map(({ dueAt }) => mondayOf(dayOf(dueAt)))).not.toContain(mondayOf(sent));
    }
  });
});
