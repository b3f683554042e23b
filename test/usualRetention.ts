import { readConfig } from '../src/shared/config';

/** How long things are kept where nobody has set anything. */
export const usualRetention = readConfig({}).retention;
