import { describeYear } from './aYear';

// A leap year. The others are lived through in test/verify/years.verify.ts.
describeYear(2028);
