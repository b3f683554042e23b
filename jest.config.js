/** Compiled by .swcrc, as in build.mjs. All test files of a worker share its libraries (docs/adr/003-tests-share-libraries.md). */
const every = {
  testEnvironment: '<rootDir>/test/jest/environment.cjs',
  runtime: '<rootDir>/test/jest/runtime.cjs',
  roots: ['<rootDir>/test'],
  transform: { '^.+\\.[cm]?[jt]s$': '@swc/jest' },
};
const postgres = {
  ...every,
  globals: { engine: 'postgres' },
  globalSetup: '<rootDir>/test/postgres/start.ts',
  globalTeardown: '<rootDir>/test/postgres/stop.ts',
};
module.exports = {
  // Twice as long as a busy machine needs: a test that waits for what never comes fails all the same.
  testTimeout: 60_000,
  projects: [
    {
      ...every,
      displayName: 'tests',
      globalSetup: '<rootDir>/test/build.ts',
      testPathIgnorePatterns: ['/postgres.test', '/test/browser/'],
    },
    {
      ...every,
      displayName: 'in the browser',
      globalSetup: '<rootDir>/test/browser/start.ts',
      globalTeardown: '<rootDir>/test/browser/stop.ts',
      testMatch: ['<rootDir>/test/browser/*.test.ts'],
    },
    {
      ...postgres,
      displayName: 'on PostgreSQL',
      // Where the engines differ most; `npm run verify` runs all of the store on both.
      testMatch: [
        ...['postgres', 'publishedResults', 'dialogues'].map((name) => `store/${name}`),
        'journeys/postgres',
      ].map((name) => `<rootDir>/test/${name}.test.ts`),
    },
  ],
};
