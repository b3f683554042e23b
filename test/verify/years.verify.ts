import { describeYear } from '../campaigns/aYear';
import { isShort } from './short';

// The store's tests try the statements that plan and publish on both engines. Time is lived through on SQLite.
describe('the years', () => {
  for (const year of isShort ? [2028] : [2026, 2027, 2028]) describeYear(year);
});
