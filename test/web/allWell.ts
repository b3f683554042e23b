import { type Health } from '../../src/web/healthRoutes';

/** A service in which every part works. */
export const allWell: Health = { store: () => Promise.resolve(true), index: () => true, outbox: () => true };
