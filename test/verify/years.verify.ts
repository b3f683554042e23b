import { describeYear } from '../campaigns/aYear';
import { isShort } from './short';

// Statements that plan and publish are tried on both engines by the store's tests; time is lived through on SQLite.
describe('the years', () => {
  for (const year of isShort ? [2028] : [2026, 2027, 2028]) describeYear(year);
});
