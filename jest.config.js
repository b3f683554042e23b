/** Compiled by .swcrc, as in build.mjs. All test files of a worker share its libraries (docs/adr/003-tests-share-libraries.md). */
const every = {
  testEnvironment: '<rootDir>/test/jest/environment.cjs',
  runtime: '<rootDir>/test/jest/runtime.cjs',
  roots: ['<rootDir>/test'],
  transform: { '^.+\\.[cm]?[jt]s$': '@swc/jest' },
};
/** What runs on both engines. Of the store, the last ones have nothing to do with a database, or with SQLite's file only. */
const onBoth = ['store/*', 'coaching/coach', 'journeys/atRest', 'journeys/postgres', 'cli/person'];
const onSqliteOnly = ['sqlite', 'openingError', 'connectingError', 'encryption', 'serviceKey', 'pseudonym', 'erasures'];
/** Where the engines differ most. */
const someOnPostgres = ['store/postgres', 'store/publishedResults', 'store/dialogues', 'journeys/postgres'];
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
      // All of them with POSTGRES=all, as .ci/run does, and in `npm run verify`.
      testMatch: (process.env.POSTGRES === 'all' ? onBoth : someOnPostgres).map(
        (name) => `<rootDir>/test/${name}.test.ts`,
      ),
      testPathIgnorePatterns: onSqliteOnly.map((name) => `/test/store/${name}.test`),
    },
  ],
};
