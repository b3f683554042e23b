import fc from 'fast-check';
import { Activity } from '../../src/teams/activity';
import { activityKey } from '../../src/teams/activityKey';
import { addressOf } from '../../src/teams/address';
import { typedQuery } from '../../src/teams/composeSearch';
import { incomingFeedback, incomingThumb } from '../../src/teams/feedback';
import { executed, incomingOf } from '../../src/teams/incoming';
import { fuzzedActivity } from './fuzzedActivity';

/** Thousands through the whole service: test/verify/fuzz.verify.ts. */
it('whatever comes over the wire is refused, or understood without an error', () => {
  let taken = 0;
  fc.assert(
    fc.property(fuzzedActivity(), (json) => {
      const { success, data: activity } = Activity.safeParse(JSON.parse(JSON.stringify(json)));
      if (!success) return;
      taken += 1;
      incomingOf(activity);
      executed(activity.value);
      typedQuery(activity);
      incomingThumb(activity);
      incomingFeedback(activity, 'm');
      addressOf(activity);
      expect(typeof activityKey(activity)).toBe('string');
    }),
    { numRuns: 500 },
  );
  // If nearly all were refused, the test would say nothing.
  expect(taken).toBeGreaterThan(100);
});
