/** How many inputs a property is tried with: a fifth in `npm test`, all in `npm run verify` (jest.verify.config.js). */
export const runs = (all: number): number =>
  (globalThis as { everyRun?: boolean }).everyRun ? all : Math.ceil(all / 5);
