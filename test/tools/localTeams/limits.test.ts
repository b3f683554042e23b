import { admit, conversationLimits } from '../../../tools/localTeams/limits';

describe('admit', () => {
  it.each([
    [7, 1_000],
    [8, 2_000],
    [60, 30_000],
    [1_800, 3_600_000],
  ])('lets %i calls into %i ms and not one more', (calls, milliseconds) => {
    const limit = conversationLimits.filter((one) => one.calls === calls);
    const window = Array.from({ length: calls }, (_, n) => n);
    expect(limit).toEqual([{ calls, milliseconds }]);
    expect(admit(window.slice(1), milliseconds - 1, limit).retryAfterSeconds).toBeUndefined();
    expect(admit(window, milliseconds - 1, limit).retryAfterSeconds).toBe(1);
    expect(admit(window, milliseconds, limit).retryAfterSeconds).toBeUndefined();
  });

  it('tells the longest wait when several limits are full', () => {
    const spread = Array.from({ length: 60 }, (_, n) => n * 10);
    expect(admit(spread, 600, conversationLimits).retryAfterSeconds).toBe(30);
  });

  it('does not count a refused call, so waiting as told helps', () => {
    const full = Array.from({ length: 7 }, () => 0);
    const refused = admit(full, 500, conversationLimits);
    expect(refused).toEqual({ window: full, retryAfterSeconds: 1 });
    expect(admit(refused.window, 1_000, conversationLimits).retryAfterSeconds).toBeUndefined();
  });

  it('forgets what no limit looks at any more', () => {
    expect(admit([0, 1], 3_600_001, conversationLimits).window).toEqual([3_600_001]);
  });
});
