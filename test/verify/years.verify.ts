import { describeYear } from '../campaigns/aYear';

for (const year of [2026, 2027]) describeYear(year);
