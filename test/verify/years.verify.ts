import { describeYear } from '../campaigns/aYear';
import { onPostgres } from '../store/temporary';
import { isShort } from './short';

// The store's own tests run on both engines; time is lived through on the quicker one.
if (onPostgres) it.skip('the years are lived through on SQLite', () => undefined);
else for (const year of isShort ? [2028] : [2026, 2027, 2028]) describeYear(year);
